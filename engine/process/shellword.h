// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace culprit::process
{

/// A word that the shell reads back as `text`.
[[nodiscard]] QString shellWord(const QString &text);

/// Words that the shell reads back as `words`.
[[nodiscard]] QString shellWords(const QStringList &words);

} // namespace culprit::process
