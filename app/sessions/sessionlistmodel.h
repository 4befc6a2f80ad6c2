// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sessions/sessionsummary.h"

#include <QAbstractTableModel>

namespace culprit::app
{

class SessionCatalog;

/// What a catalog knows of its sessions, the newest first.
class SessionListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Range, Result, Changed, Tree, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString
        TextRole,                ///< SessionSummary::text()
        ErrorRole                ///< QString, empty if it can be read
    };
    static constexpr int all = -1;

    /// Of at most `most` sessions. `catalog` outlives this.
    explicit SessionListModel(const SessionCatalog &catalog, int most = all, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const SessionCatalog &m_catalog;
    int m_most;
    QList<SessionSummary> m_rows;
};

} // namespace culprit::app
