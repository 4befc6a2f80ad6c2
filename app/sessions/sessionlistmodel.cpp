// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessions/sessionlistmodel.h"

#include "app/sessions/sessioncatalog.h"
#include "widgets/plaintext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

QString cell(const SessionSummary &session, int column)
{
    switch (column) {
    case SessionListModel::Name:
        return session.name();
    case SessionListModel::Range:
        return session.range;
    case SessionListModel::Result:
        return !session.error.isEmpty()    ? session.error
               : !session.result.isEmpty() ? session.result
                                           : SessionListModel::tr("being read…");
    case SessionListModel::Changed:
        return session.changedAt == 0
                   ? QString()
                   : QDateTime::fromMSecsSinceEpoch(session.changedAt).toString(u"yyyy-MM-dd HH:mm"_s);
    case SessionListModel::Tree:
        return session.tree;
    default:
        return {};
    }
}

QString toolTip(const SessionSummary &session)
{
    QStringList lines{session.path};
    lines << session.range << session.result << session.error << session.titles.mid(0, 5);
    lines.removeAll(QString());
    return widgets::toolTipOf(lines.join(u'\n'));
}

} // namespace

SessionListModel::SessionListModel(const SessionCatalog &catalog, int most, QObject *parent)
    : QAbstractTableModel(parent), m_catalog(catalog), m_most(most)
{
    const auto takeAll = [this] {
        beginResetModel();
        m_rows = m_catalog.sessions().mid(0, m_most);
        endResetModel();
    };
    connect(&catalog, &SessionCatalog::found, this, takeAll);
    connect(&catalog, &SessionCatalog::read, this, [this](int place) {
        if (place < m_rows.size()) {
            m_rows[place] = m_catalog.sessions().at(place);
            Q_EMIT dataChanged(index(place, 0), index(place, ColumnCount - 1));
        }
    });
    m_rows = catalog.sessions().mid(0, most);
}

int SessionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SessionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SessionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const SessionSummary &session = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return widgets::oneLine(cell(session, index.column()));
    case Qt::DecorationRole:
        return index.column() == Name && session.error.isEmpty() ? QVariant(widgets::VerdictStyle::icon(session.mark))
                                                                 : QVariant();
    case Qt::ToolTipRole:
        return toolTip(session);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? u"%1, %2, %3"_s.arg(session.name(), session.range, cell(session, Result))
                                      : QVariant();
    case PathRole:
        return session.path;
    case TextRole:
        return session.text();
    case ErrorRole:
        return session.error;
    default:
        return {};
    }
}

QVariant SessionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Session");
    case Range:
        return tr("Range");
    case Result:
        return tr("Result");
    case Changed:
        return tr("Changed");
    case Tree:
        return tr("Kernel tree");
    default:
        return {};
    }
}

} // namespace culprit::app
