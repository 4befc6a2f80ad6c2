// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/titlesmodel.h"

#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QApplication>
#include <QFont>

#include <algorithm>

namespace culprit::widgets
{

using session::Relevance;
using session::TitleState;

namespace
{

constexpr quintptr topLevel = 0; // a title's internal id is its heading's row + 1

QString headingText(Relevance relevance)
{
    switch (relevance) {
    case Relevance::Target:
        return TitlesModel::tr("Target: the bug that is searched for");
    case Relevance::Undecided:
        return TitlesModel::tr("Undecided: to be judged");
    case Relevance::Unrelated:
        return TitlesModel::tr("Unrelated: another bug");
    }
    return {};
}

QVariant headingData(Relevance relevance, int column, int role)
{
    if (column != TitlesModel::Title) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return headingText(relevance);
    case Qt::DecorationRole:
        return VerdictStyle::icon(markOf(relevance));
    case Qt::FontRole: {
        QFont font = QApplication::font("QTreeView");
        font.setBold(true);
        return font;
    }
    default:
        return {};
    }
}

} // namespace

QString TitlesModel::relevanceWord(const TitleState &title)
{
    const QString word = relevanceText(title.relevance());
    return title.judged ? tr("%1 (yours)").arg(word) : word;
}

void TitlesModel::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    const std::map<QString, TitleState> none;
    const auto &titles = snapshot && snapshot->state ? snapshot->state->titles : none;
    m_blocked = !snapshot ? tr("No session is open") : snapshot->readOnly ? snapshot->readOnlyReason : QString();
    removeGone(titles);
    constexpr int last = static_cast<int>(headings.size()) - 1;
    if (titles.empty() && m_hasHeadings) {
        beginRemoveRows({}, 0, last);
        m_hasHeadings = false;
        endRemoveRows();
    } else if (!titles.empty() && !m_hasHeadings) {
        beginInsertRows({}, 0, last);
        m_hasHeadings = true;
        endInsertRows();
    }
    for (const auto &[name, title] : titles) {
        TitleState named = title;
        named.title = name;
        show(named);
    }
}

TitlesModel::Rows::const_iterator TitlesModel::placeIn(const Rows &rows, const QString &title)
{
    return std::ranges::lower_bound(rows, title, {}, &TitleState::title);
}

void TitlesModel::removeGone(const std::map<QString, TitleState> &titles)
{
    for (std::size_t heading = 0; heading < headings.size(); ++heading) {
        Rows &rows = m_titles[heading];
        for (std::size_t row = rows.size(); row-- > 0;) {
            if (!titles.contains(rows[row].title)) {
                beginRemoveRows(index(static_cast<int>(heading), 0), static_cast<int>(row), static_cast<int>(row));
                m_headingOf.erase(rows[row].title);
                rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
                endRemoveRows();
            }
        }
    }
}
void TitlesModel::show(const TitleState &title)
{
    const auto heading = static_cast<std::size_t>(std::ranges::find(headings, title.relevance()) - headings.begin());
    Rows &rows = m_titles[heading];
    const auto to = placeIn(rows, title.title);
    const int row = static_cast<int>(to - rows.begin());
    const QModelIndex parent = index(static_cast<int>(heading), 0);
    const auto known = m_headingOf.find(title.title);
    if (known == m_headingOf.end()) {
        beginInsertRows(parent, row, row);
        rows.insert(to, title);
        m_headingOf.emplace(title.title, heading);
        endInsertRows();
        return;
    }
    if (known->second != heading) {
        Rows &before = m_titles[known->second];
        const auto from = placeIn(before, title.title);
        const int rowBefore = static_cast<int>(from - before.begin());
        beginMoveRows(index(static_cast<int>(known->second), 0), rowBefore, rowBefore, parent, row);
        rows.insert(to, title);
        before.erase(from);
        known->second = heading;
        endMoveRows();
    } else if (rows[static_cast<std::size_t>(row)] == title) {
        return;
    }
    rows[static_cast<std::size_t>(row)] = title;
    Q_EMIT dataChanged(index(row, 0, parent), index(row, ColumnCount - 1, parent));
}

const TitleState *TitlesModel::titleAt(const QModelIndex &index) const
{
    const auto heading = static_cast<std::size_t>(index.isValid() ? index.internalId() : topLevel);
    const auto row = static_cast<std::size_t>(index.row());
    return heading == topLevel || row >= m_titles[heading - 1].size() ? nullptr : &m_titles[heading - 1][row];
}

QModelIndex TitlesModel::indexOf(const QString &title) const
{
    const auto at = m_headingOf.find(title);
    if (at == m_headingOf.end()) {
        return {};
    }
    const Rows &rows = m_titles[at->second];
    return index(static_cast<int>(placeIn(rows, title) - rows.begin()), 0, index(static_cast<int>(at->second), 0));
}

std::optional<session::Relevance> TitlesModel::headingAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    const int heading = index.internalId() == topLevel ? index.row() : static_cast<int>(index.internalId()) - 1;
    return headings.at(static_cast<std::size_t>(heading));
}

QModelIndex TitlesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex TitlesModel::parent(const QModelIndex &index) const
{
    return !index.isValid() || index.internalId() == topLevel
               ? QModelIndex()
               : createIndex(static_cast<int>(index.internalId()) - 1, 0, topLevel);
}

int TitlesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return m_hasHeadings ? static_cast<int>(headings.size()) : 0;
    }
    return parent.internalId() != topLevel || parent.column() != 0
               ? 0
               : static_cast<int>(m_titles[static_cast<std::size_t>(parent.row())].size());
}

int TitlesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags TitlesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return titleAt(index) == nullptr ? Qt::ItemIsEnabled | Qt::ItemIsDropEnabled
                                     : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
                                           Qt::ItemIsDropEnabled | Qt::ItemNeverHasChildren;
}

QVariant TitlesModel::data(const QModelIndex &index, int role) const
{
    const TitleState *title = titleAt(index);
    if (title == nullptr) {
        return index.isValid() ? headingData(*headingAt(index), index.column(), role) : QVariant();
    }
    if (role == Qt::DecorationRole && index.column() == Column::Relevance) {
        return VerdictStyle::icon(markOf(title->relevance()));
    }
    if (role == Qt::TextAlignmentRole && (index.column() == Runs || index.column() == Revisions)) {
        return QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole) {
        return toolTipOf(index.column() == Reason ? title->reason : title->title);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Column::Relevance:
        return relevanceWord(*title);
    case Title:
        return oneLine(title->title);
    case Type:
        return oneLine(title->type, 60);
    case Runs:
        return title->runs;
    case Revisions:
        return static_cast<int>(title->revisions.size());
    case Reason:
        return oneLine(title->reason);
    default:
        return {};
    }
}

QVariant TitlesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Column::Relevance:
        return tr("Relevance");
    case Title:
        return tr("Crash title");
    case Type:
        return tr("Type");
    case Runs:
        return tr("Runs");
    case Revisions:
        return tr("Revisions");
    case Reason:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace culprit::widgets
