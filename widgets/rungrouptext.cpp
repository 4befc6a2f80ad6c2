// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rows of RunGroups show.
#include "widgets/plaintext.h"
#include "widgets/rungroups.h"
#include "widgets/titlesmodel.h"

namespace culprit::widgets
{

using namespace session;

StepCells RunGroups::cellsOfGroup(const Group &group) const
{
    StepCells cells;
    const auto title = m_snapshot->state->titles.find(group.key.title);
    if (group.key.rank == 0 && title != m_snapshot->state->titles.end()) {
        cells.mark = markOf(title->second.relevance());
        cells.status = TitlesModel::relevanceWord(title->second);
    } else {
        cells.mark = group.key.outcome == Outcome::Running ? Mark::Running : markOf(group.key.outcome);
    }
    const int runs = static_cast<int>(group.runs.size());
    const QString runsText = runs == 1 ? tr("1 run") : tr("%n runs", nullptr, runs);
    cells.detail = group.revisions == 1
                       ? tr("%1 of 1 revision").arg(runsText)
                       : tr("%1 of %n revisions", nullptr, static_cast<int>(group.revisions)).arg(runsText);
    return cells;
}

StepCells RunGroups::cellsAt(const QModelIndex &index) const
{
    const auto run = runAt(index);
    if (!run) {
        return cellsOfGroup(*groupAt(index));
    }
    StepCells cells = cellsOf(*m_snapshot, *run);
    cells.title = groupAt(index)->key.rank == 0 ? QString() : cells.title; // the group's own
    return cells;
}

QString RunGroups::firstColumn(const QModelIndex &index) const
{
    if (const auto id = runAt(index)) {
        const RunState &run = *runOf(*id);
        return tr("run %1.%2  %3  %4")
            .arg(m_places.at(*id).step)
            .arg(run.number)
            .arg(hashText(run.started.revision), nameText(*m_snapshot->state, run.started.revision));
    }
    const Key &key = groupAt(index)->key;
    if (key.rank == 0) {
        return oneLine(key.title);
    }
    switch (key.outcome) {
    case Outcome::Crashed:
        return tr("Crashes without a title");
    case Outcome::Ok:
        return tr("No crash");
    case Outcome::BootFailed:
        return tr("Boot failed");
    case Outcome::TestFailed:
        return tr("Test failed");
    case Outcome::InfraFailed:
        return tr("Infrastructure failed");
    case Outcome::Cancelled:
        return tr("Cancelled");
    case Outcome::Running:
        return tr("Running");
    }
    return {};
}

QString RunGroups::textOf(const QModelIndex &index, const StepCells &cells) const
{
    return index.column() == Step ? firstColumn(index) : StepRows::textOf(index.column(), cells, m_now());
}

QVariant RunGroups::data(const QModelIndex &index, int role) const
{
    const auto run = runAt(index);
    if (!m_snapshot || !index.isValid() || (run && runOf(*run) == nullptr) || role == Qt::FontRole ||
        role == Qt::ForegroundRole || role == Qt::BackgroundRole || role == Qt::CheckStateRole ||
        role == Qt::SizeHintRole) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return index.column() == Time ? QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    }
    const StepCells cells = cellsAt(index);
    const auto allOfIt = [&] {
        QStringList parts{firstColumn(index), cells.status, cells.detail, cells.title};
        parts.removeAll(QString());
        if (!cells.struck.isEmpty()) {
            parts.insert(2, tr("overruled, was %1").arg(cells.struck));
        }
        return parts.join(QStringLiteral(", "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index, cells);
    case Qt::DecorationRole:
        return index.column() == Step ? QVariant(VerdictStyle::icon(cells.mark)) : QVariant();
    case Qt::ToolTipRole:
        return toolTipOf(index.column() == Step ? allOfIt() : textOf(index, cells));
    case Qt::AccessibleTextRole:
        return index.column() == Step ? allOfIt() : textOf(index, cells);
    case MarkRole:
        return static_cast<int>(cells.mark);
    case StruckRole:
        return cells.struck;
    case StruckMarkRole:
        return static_cast<int>(cells.struckMark);
    case PercentRole:
        return cells.percent;
    case CountRole:
        return run ? QString() : QStringLiteral("%1×").arg(groupAt(index)->runs.size());
    default:
        return {};
    }
}

} // namespace culprit::widgets
