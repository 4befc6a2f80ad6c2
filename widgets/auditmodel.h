// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/audit.h"
#include "engine/conductor/snapshot.h"

#include <QAbstractTableModel>

namespace culprit::widgets
{

/// The verdicts of a session, the weakest first, each with what speaks for it and what other rules make of its runs.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Verdict, Right, Revision, Untested, Without, Rules2021, Rules2024, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `audit` is of the state of `snapshot`.
    void setAudit(const conductor::SnapshotPtr &snapshot, const conductor::Audit &audit);
    [[nodiscard]] const conductor::VerdictAudit *verdictAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const history::ObjectId &revision) const; ///< invalid if it has no verdict

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textAt(const conductor::VerdictAudit &verdict, int row, int column) const;

    conductor::SnapshotPtr m_snapshot;
    conductor::Audit m_audit;
};

} // namespace culprit::widgets
