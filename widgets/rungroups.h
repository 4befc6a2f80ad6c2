// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stepcells.h"
#include "widgets/steprows.h"

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace culprit::widgets
{

/// The runs of a session under the crash titles that they ended in, those without one under how they ended. A new
/// snapshot of a session inserts, moves and changes rows; only another session resets.
class RunGroups final : public StepRows
{
    Q_OBJECT

public:
    /// `now`: ms since 1970.
    explicit RunGroups(std::function<qint64()> now, QObject *parent = nullptr);
    ~RunGroups() override;

    void setSnapshot(const conductor::SnapshotPtr &snapshot) override;
    void tick() override;

    [[nodiscard]] std::optional<ObjectId> revisionAt(const QModelIndex &index) const override; ///< nothing of a group
    [[nodiscard]] std::optional<RunId> runAt(const QModelIndex &index) const override;
    [[nodiscard]] std::optional<BuildId> buildAt(const QModelIndex &) const override { return {}; }
    [[nodiscard]] QModelIndex indexOf(const ObjectId &revision) const override;
    [[nodiscard]] QModelIndex indexOf(RunId run) const override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// In the order of the rows: titles by the alphabet, then the other ends.
    struct Key {
        int rank = 0;
        QString title;
        session::Outcome outcome = session::Outcome::Crashed;
        auto operator<=>(const Key &) const = default;
    };
    struct Group {
        Key key;
        int row = 0;
        std::vector<RunId> runs; ///< ascending
        std::size_t revisions = 0;
    };
    struct Place {
        Group *group = nullptr;
        int step = 0;        ///< of its revision, from 1
        StepCells lastCells; ///< while it is live
        bool live = true;
    };
    using Fresh = std::map<Key, std::vector<RunId>>;

    [[nodiscard]] static Key keyOf(const session::RunState &run);
    void removeGone();
    void insertFresh();
    void insert(const Key &key, const std::vector<RunId> &runs);
    void refresh(bool settledToo);
    void move(RunId run, const Key &key);
    Group *groupOf(const Key &key);
    void removeIfEmpty(Group *group);
    void number();
    void tellCounts();

    [[nodiscard]] const session::RunState *runOf(RunId id) const;
    [[nodiscard]] const Group *groupAt(const QModelIndex &index) const;
    [[nodiscard]] StepCells cellsAt(const QModelIndex &index) const;
    [[nodiscard]] StepCells cellsOfGroup(const Group &group) const;
    [[nodiscard]] QString firstColumn(const QModelIndex &index) const;
    [[nodiscard]] QString textOf(const QModelIndex &index, const StepCells &cells) const;
    [[nodiscard]] QModelIndex indexOf(const Group &group) const;

    std::function<qint64()> m_now;
    conductor::SnapshotPtr m_snapshot;
    std::vector<std::unique_ptr<Group>> m_groups;
    std::map<RunId, Place> m_places;
    std::set<Group *> m_resized; ///< since the last tellCounts()
};

} // namespace culprit::widgets
