// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/titlesmodel.h"

#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <algorithm>

namespace culprit::widgets
{

using session::TitleState;

QString TitlesModel::relevanceWord(const TitleState &title)
{
    const QString word = relevanceText(title.relevance());
    return title.judged ? tr("%1 (yours)").arg(word) : word;
}

void TitlesModel::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    const std::map<QString, TitleState> none;
    const auto &titles = snapshot && snapshot->state ? snapshot->state->titles : none;
    int row = 0;
    for (const auto &[name, title] : titles) {
        while (row < rowCount() && m_titles[static_cast<std::size_t>(row)].title < name) {
            beginRemoveRows({}, row, row);
            m_titles.erase(m_titles.begin() + row);
            endRemoveRows();
        }
        if (row == rowCount() || m_titles[static_cast<std::size_t>(row)].title != name) {
            beginInsertRows({}, row, row);
            m_titles.insert(m_titles.begin() + row, title);
            m_titles[static_cast<std::size_t>(row)].title = name;
            endInsertRows();
        } else if (m_titles[static_cast<std::size_t>(row)] != title) {
            m_titles[static_cast<std::size_t>(row)] = title;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        ++row;
    }
    if (row < rowCount()) {
        beginRemoveRows({}, row, rowCount() - 1);
        m_titles.erase(m_titles.begin() + row, m_titles.end());
        endRemoveRows();
    }
}

const TitleState *TitlesModel::titleAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_titles[static_cast<std::size_t>(index.row())] : nullptr;
}

int TitlesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

int TitlesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TitlesModel::data(const QModelIndex &index, int role) const
{
    const TitleState *title = titleAt(index);
    if (title == nullptr) {
        return {};
    }
    if (role == Qt::DecorationRole && index.column() == Relevance) {
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
    case Relevance:
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
    case Relevance:
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
