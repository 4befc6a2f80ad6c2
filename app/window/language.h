// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QLocale;

namespace culprit::app
{

/// Lets the window speak the first of the locale's languages that it knows, else English. What the engine writes into
/// sessions, and prints on the command line, stays English.
void installLanguage(QApplication &application, const QLocale &locale);

} // namespace culprit::app
