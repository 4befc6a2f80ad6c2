// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/auditmodel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QTableView;

namespace culprit::widgets
{

/// How sure the answer and each verdict are, what would make the chosen one sure, and where other rules would have
/// ended. The audit itself takes its time and is asked for.
class AuditView final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditView(QWidget *parent = nullptr);

    /// Asks for an audit where the state is another one; until the answer comes the last one stays in sight.
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    /// The answer to auditWanted(); passed over if another state is shown by now. Nothing: it cannot be weighed.
    void setAudit(const std::shared_ptr<const session::SessionState> &state,
                  const std::optional<conductor::Audit> &audit);
    void setRevision(const std::optional<history::ObjectId> &revision);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString remedy() const; ///< sentence and remedy of the chosen verdict
    [[nodiscard]] QString others() const; ///< where the other rules end

Q_SIGNALS:
    void auditWanted();
    void revisionSelected(const culprit::history::ObjectId &revision);

private:
    void choose(const QModelIndex &index);
    void showChosen();

    AuditModel *m_model;
    conductor::SnapshotPtr m_snapshot;
    QLabel *m_headline;
    QTableView *m_table;
    QLabel *m_remedy;
    QLabel *m_others;
    bool m_choosing = false; ///< the program chooses a row, not the user
};

} // namespace culprit::widgets
