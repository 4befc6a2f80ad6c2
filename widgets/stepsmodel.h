// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stepcells.h"
#include "widgets/steprows.h"

#include <functional>
#include <variant>
#include <vector>

namespace culprit::widgets
{

/// The revisions of a session in the order they were tested, each with its builds and runs below it.
/// A new snapshot of a session inserts rows and changes cells; only another session resets.
class StepsModel final : public StepRows
{
    Q_OBJECT

public:
    /// `now`: ms since 1970.
    explicit StepsModel(std::function<qint64()> now, QObject *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot) override;
    void tick() override;

    [[nodiscard]] std::optional<ObjectId>
    revisionAt(const QModelIndex &index) const override; ///< of a build or run too
    [[nodiscard]] std::optional<RunId> runAt(const QModelIndex &index) const override;
    [[nodiscard]] std::optional<BuildId> buildAt(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexOf(const ObjectId &revision) const override;
    [[nodiscard]] QModelIndex indexOf(RunId run) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    using ChildId = std::variant<BuildId, RunId>;
    struct Child {
        ChildId id;
        StepCells cells;
        bool settled = false; ///< it has ended: only judgements and relevance can change its cells
    };
    struct StepRow {
        ObjectId id;
        QString name;
        session::Tally tally;
        StepCells cells;
        std::vector<Child> children;
        bool live = true; ///< a build or run of it has not ended
    };

    void alignSteps();
    void alignChildren(int step);
    void refreshStep(int step);
    void refreshChildren(int step, bool settledToo);
    [[nodiscard]] bool mayDiffer(const conductor::Snapshot &before, const StepRow &row) const;
    [[nodiscard]] std::vector<ChildId> childrenOf(const session::RevisionState &revision) const;
    [[nodiscard]] const StepRow *stepAt(const QModelIndex &index) const;
    [[nodiscard]] const Child *childAt(const QModelIndex &index) const;
    [[nodiscard]] const StepCells *cellsAt(const QModelIndex &index) const;
    [[nodiscard]] QString textOf(const QModelIndex &index) const;
    [[nodiscard]] QString firstColumn(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    void changed(const QModelIndex &parent, int first, int last);

    std::function<qint64()> m_now;
    conductor::SnapshotPtr m_snapshot;
    std::vector<StepRow> m_steps;
};

} // namespace culprit::widgets
