// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/steprows.h"

namespace culprit::widgets
{

int StepRows::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant StepRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Step:
        return tr("Step");
    case Verdict:
        return tr("Verdict");
    case Runs:
        return tr("Runs");
    case Title:
        return tr("Crash title or cause");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

QString StepRows::textOf(int column, const StepCells &cells, qint64 now)
{
    switch (column) {
    case Verdict:
        return cells.status;
    case Runs:
        return cells.detail;
    case Title:
        return cells.title;
    case Time:
        return timeText(cells, now);
    default:
        return {};
    }
}

} // namespace culprit::widgets
