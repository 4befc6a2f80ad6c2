// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace culprit::widgets
{

/// Makes a table look and behave as a list of rows of which one is chosen.
void makeRowTable(QTableView &table);

} // namespace culprit::widgets
