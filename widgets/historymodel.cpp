// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/historymodel.h"

#include "widgets/doubttext.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QFont>
#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace culprit::widgets
{

namespace
{

/// Laid out at once up to here: it takes less than a frame.
constexpr std::size_t shortRange = 2000;

/// Thousandths: a difference below is not shown.
long shownChance(const RangeMarks &marks, CommitIndex place)
{
    return std::lround(marks.suspicion(place).value_or(-1) * 1000);
}

bool sameRelevance(const std::map<QString, session::TitleState> &a, const std::map<QString, session::TitleState> &b)
{
    return std::ranges::equal(a, b, [](const auto &one, const auto &other) {
        return one.first == other.first && one.second.relevance() == other.second.relevance();
    });
}

} // namespace

HistoryModel::HistoryModel(QObject *parent) : QAbstractTableModel(parent) {}

void HistoryModel::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    RangeMarks marks = m_marks;
    const bool hadChances = hasChances();
    const bool otherRange = marks.update(snapshot);
    if (otherRange) {
        beginResetModel();
        m_marks = std::move(marks);
        rebuild();
        endResetModel();
    } else {
        std::swap(m_marks, marks);
        showDifferences(marks);
    }
    if (hadChances != hasChances()) {
        Q_EMIT chancesToggled();
    }
}

void HistoryModel::showDifferences(const RangeMarks &before)
{
    if ((m_level != Level::Whole || showsFirstParents()) && m_marks.range() != nullptr) {
        const std::vector<bool> now = shown();
        for (CommitIndex place = 0; place < now.size(); ++place) {
            if (now[place] != (m_rows[place] >= 0)) {
                beginResetModel();
                rebuild();
                endResetModel();
                return;
            }
        }
    }
    announce(before);
}

void HistoryModel::setLevel(Level level)
{
    if (level == m_level) {
        return;
    }
    beginResetModel();
    m_level = level;
    rebuild();
    endResetModel();
}

void HistoryModel::setFirstParents(std::shared_ptr<const history::CommitRange> range, std::vector<bool> line)
{
    beginResetModel();
    m_lineRange = std::move(range);
    m_line = std::move(line);
    rebuild();
    endResetModel();
}

bool HistoryModel::showsFirstParents() const
{
    return !m_line.empty() && m_lineRange.get() == m_marks.range() && m_line.size() == m_lineRange->commits.size();
}

int HistoryModel::commits() const
{
    return m_marks.range() == nullptr ? 0 : static_cast<int>(m_marks.range()->commits.size());
}

std::vector<bool> HistoryModel::shown() const
{
    const std::size_t count = m_marks.range() == nullptr ? 0 : m_marks.range()->commits.size();
    std::vector<bool> shown(count, true);
    for (CommitIndex place = 0; m_level != Level::Whole && place < count; ++place) {
        const CommitMark &mark = m_marks.mark(place);
        shown[place] = (mark.candidate && m_level == Level::Candidates) || mark.tested || mark.stage != Stage::None ||
                       mark.mark == Mark::Culprit || place + 1 == count;
    }
    for (CommitIndex place = 0; showsFirstParents() && place + 1 < count; ++place) {
        shown[place] = shown[place] && m_line[place];
    }
    return shown;
}

void HistoryModel::rebuild()
{
    const std::vector<bool> visible = shown();
    m_places.clear();
    m_rows.assign(m_marks.size(), -1);
    for (auto place = static_cast<CommitIndex>(visible.size()); place-- > 0;) {
        if (visible[place]) {
            m_rows[place] = static_cast<int>(m_places.size());
            m_places.push_back(place);
        }
    }
    for (auto place = static_cast<CommitIndex>(visible.size()); place < m_marks.size(); ++place) {
        m_rows[place] = static_cast<int>(m_places.size());
        m_places.push_back(place);
    }
    layOut(visible);
}

void HistoryModel::layOut(std::vector<bool> shown)
{
    const quint64 round = ++m_layoutRound;
    m_lanes.reset();
    if (m_marks.range() == nullptr) {
        return;
    }
    const auto range = m_marks.snapshot()->state->range;
    const bool firstParents = showsFirstParents();
    const bool isWhole = m_level == Level::Whole && !firstParents;
    const auto make = [range, shown = std::move(shown), isWhole, firstParents]() -> Layout {
        auto graph = isWhole ? std::nullopt : ShownGraph::ofLine(*range, shown);
        if (!graph && !isWhole && ShownGraph::isFeasible(shown)) {
            graph = ShownGraph::make(*range, shown);
        }
        if (!graph) {
            return std::make_shared<const LaneLayout>(*range, shown);
        }
        graph->firstParentsOnly = firstParents;
        return std::make_shared<const LaneLayout>(*range, *graph);
    };
    if (range->commits.size() <= shortRange) {
        m_lanes = make();
        return;
    }
    QtConcurrent::run(make).then(this, [this, round](const Layout &layout) {
        if (round == m_layoutRound) {
            takeLayout(layout);
        }
    });
}

void HistoryModel::takeLayout(Layout layout)
{
    m_lanes = std::move(layout);
    Q_EMIT lanesChanged();
    if (!m_places.empty()) {
        Q_EMIT dataChanged(index(0, Graph), index(rowCount() - 1, Graph));
    }
}

void HistoryModel::announce(const RangeMarks &before)
{
    const int rows = rowCount();
    const session::SessionState *stateBefore = before.snapshot() ? before.snapshot()->state.get() : nullptr;
    const session::SessionState *stateNow = m_marks.snapshot() ? m_marks.snapshot()->state.get() : nullptr;
    const bool titlesDiffer = !stateBefore || !stateNow || stateBefore->judgements != stateNow->judgements ||
                              !sameRelevance(stateBefore->titles, stateNow->titles);
    std::vector<bool> differs(m_marks.size());
    for (CommitIndex at = 0; at < m_marks.size(); ++at) {
        differs[at] = before.mark(at) != m_marks.mark(at) ||
                      (m_marks.mark(at).candidate && shownChance(before, at) != shownChance(m_marks, at));
    }
    const auto compareRevisions = [&](const session::SessionState *state) {
        if (state == nullptr) {
            return;
        }
        for (const auto &[id, revision] : state->revisions) {
            const auto at = m_marks.find(id);
            if (at && !differs[*at]) {
                const session::RevisionState *now = m_marks.revision(*at);
                const session::RevisionState *then = before.revision(*at);
                differs[*at] = now == nullptr || then == nullptr || *now != *then ||
                               (titlesDiffer && m_marks.runMarks(*at) != before.runMarks(*at));
            }
        }
    };
    if (stateBefore != stateNow) {
        compareRevisions(stateBefore);
        compareRevisions(stateNow);
    }
    for (int row = 0; row < rows; ++row) {
        const int first = row;
        while (row < rows && differs[place(row)]) {
            ++row;
        }
        if (row > first) {
            Q_EMIT dataChanged(index(first, 0), index(row - 1, ColumnCount - 1));
        }
    }
}

int HistoryModel::rowOf(const ObjectId &id) const
{
    const auto found = m_marks.find(id);
    return found ? m_rows[*found] : -1;
}

ObjectId HistoryModel::idOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_marks.commit(place(row)).id : ObjectId();
}

int HistoryModel::currentRow() const
{
    const auto current = m_marks.current();
    return current ? m_rows[*current] : -1;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = index.row();
    const history::CommitInfo &commit = m_marks.commit(place(row));
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::FontRole:
        return index.column() == Hash ? QVariant(fixedFont()) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString between = betweenText(row);
        return between.isEmpty() ? m_marks.describe(place(row))
                                 : m_marks.describe(place(row)) + QStringLiteral(", ") + between;
    }
    case IdRole:
        return QVariant::fromValue(commit.id);
    case MarkRole:
        return static_cast<int>(mark(row).mark);
    case StageRole:
        return static_cast<int>(mark(row).stage);
    case CandidateRole:
        return mark(row).candidate;
    case TestedRole:
        return mark(row).tested;
    case RunsRole:
        return m_marks.runsText(place(row));
    case TagsRole: {
        QStringList tags;
        for (const std::string &tag : commit.tags) {
            tags += QString::fromStdString(tag);
        }
        return tags;
    }
    case ChanceRole: {
        const auto chance = m_marks.suspicion(place(row));
        return chance ? QVariant(*chance) : QVariant();
    }
    case BetweenRole:
        return m_lanes ? static_cast<int>(m_lanes->between(row)) : 0;
    case LaneRole:
        return m_lanes ? m_lanes->lane(row) : 0;
    default:
        return {};
    }
}

QString HistoryModel::betweenText(int row) const
{
    const int between = m_lanes ? static_cast<int>(m_lanes->between(row)) : 0;
    if (between == 0) {
        return {};
    }
    // With all of the first-parent line in sight nothing else lies between a merge and the next commit.
    if (showsFirstParents() && m_level == Level::Whole && m_marks.commit(place(row)).parentCount > 1) {
        return between == 1 ? tr("merges 1 commit") : tr("merges %Ln commits", nullptr, between);
    }
    return between == 1 ? tr("1 commit between") : tr("%Ln commits between", nullptr, between);
}

QVariant HistoryModel::text(int row, int column) const
{
    const history::CommitInfo &commit = m_marks.commit(place(row));
    switch (column) {
    case Hash:
        return shortHash(commit.id);
    case Chance: {
        const auto chance = mark(row).candidate ? m_marks.suspicion(place(row)) : std::nullopt;
        return chance ? shortChanceText(*chance) : QString();
    }
    case Subject:
        return QString::fromStdString(commit.subject);
    case Author:
        return QString::fromStdString(commit.author);
    case Date:
        return commit.date == 0 ? QString() // not known
                                : QDateTime::fromSecsSinceEpoch(commit.date).toString(QStringLiteral("yyyy-MM-dd"));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Chance) {
        return tr("How likely the commit is the culprit, by all runs so far");
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Graph:
        return tr("Graph");
    case Hash:
        return tr("Commit");
    case Chance:
        return tr("Chance");
    case Subject:
        return tr("Subject");
    case Author:
        return tr("Author");
    case Date:
        return tr("Date");
    default:
        return {};
    }
}

} // namespace culprit::widgets
