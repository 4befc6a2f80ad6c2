// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rungroups.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace culprit::widgets
{

using namespace session;

namespace
{

constexpr std::array ends{Outcome::Crashed,     Outcome::Ok,        Outcome::BootFailed, Outcome::TestFailed,
                          Outcome::InfraFailed, Outcome::Cancelled, Outcome::Running};

} // namespace

RunGroups::RunGroups(std::function<qint64()> now, QObject *parent) : StepRows(parent), m_now(std::move(now)) {}

RunGroups::~RunGroups() = default;

RunGroups::Key RunGroups::keyOf(const RunState &run)
{
    const Outcome outcome = run.outcome();
    if (outcome == Outcome::Crashed && run.ended && !run.ended->title.isEmpty()) {
        return {0, run.ended->title, outcome};
    }
    return {1 + static_cast<int>(std::ranges::find(ends, outcome) - ends.begin()), {}, outcome};
}

void RunGroups::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    const conductor::SnapshotPtr before = std::exchange(m_snapshot, snapshot);
    if (before && snapshot && before->state->created != snapshot->state->created) {
        beginResetModel();
        m_places.clear();
        m_groups.clear();
        endResetModel();
    }
    removeGone();
    if (m_snapshot) {
        insertFresh();
        refresh(judgedOtherwise(before, snapshot));
    }
    tellCounts();
}

void RunGroups::tick()
{
    for (const auto &[run, place] : m_places) {
        if (place.live) {
            const QModelIndex time = indexOf(run).siblingAtColumn(Time);
            Q_EMIT dataChanged(time, time);
        }
    }
}

/// Runs that are no part of an earlier moment.
void RunGroups::removeGone()
{
    const auto isGone = [this](RunId run) { return runOf(run) == nullptr; };
    if (std::ranges::none_of(m_places, isGone, [](const auto &entry) { return entry.first; })) {
        return;
    }
    for (std::size_t i = m_groups.size(); i-- > 0;) {
        Group *group = m_groups[i].get();
        std::vector<RunId> &runs = group->runs;
        for (auto last = runs.end(); last != runs.begin();) {
            const auto end = std::find_if(std::reverse_iterator(last), runs.rend(), isGone).base();
            const auto begin = std::find_if_not(std::reverse_iterator(end), runs.rend(), isGone).base();
            if (begin != end) {
                beginRemoveRows(indexOf(*group), static_cast<int>(begin - runs.begin()),
                                static_cast<int>(end - runs.begin()) - 1);
                std::for_each(begin, end, [this](RunId run) { m_places.erase(run); });
                last = runs.erase(begin, end);
                endRemoveRows();
                m_resized.insert(group);
            } else {
                last = runs.begin();
            }
        }
        removeIfEmpty(group);
    }
}

void RunGroups::insertFresh()
{
    const SessionState &state = *m_snapshot->state;
    if (m_places.size() == state.runs.size()) {
        return;
    }
    std::unordered_map<ObjectId, int> steps;
    for (const ObjectId &revision : state.order) {
        steps.emplace(revision, static_cast<int>(steps.size()) + 1);
    }
    Fresh fresh;
    for (const auto &[id, run] : state.runs) {
        const auto [place, isNew] = m_places.try_emplace(id);
        if (isNew) {
            place->second.step = steps[run.started.revision];
            fresh[keyOf(run)].push_back(id);
        }
    }
    for (const auto &[key, runs] : fresh) {
        insert(key, runs);
    }
}

void RunGroups::insert(const Key &key, const std::vector<RunId> &runs)
{
    Group *group = groupOf(key);
    for (const RunId run : runs) {
        m_places[run].group = group;
    }
    m_resized.insert(group);
    if (!group->runs.empty() && runs.front() < group->runs.back()) { // a judgement sent a later one here before
        for (const RunId run : runs) {
            const auto at = std::ranges::upper_bound(group->runs, run);
            const int row = static_cast<int>(at - group->runs.begin());
            beginInsertRows(indexOf(*group), row, row);
            group->runs.insert(at, run);
            endInsertRows();
        }
        return;
    }
    const int first = static_cast<int>(group->runs.size());
    beginInsertRows(indexOf(*group), first, first + static_cast<int>(runs.size()) - 1);
    group->runs.insert(group->runs.end(), runs.begin(), runs.end());
    endInsertRows();
}

void RunGroups::refresh(bool settledToo)
{
    for (auto &[id, place] : m_places) {
        if (!place.live && !settledToo) {
            continue;
        }
        const RunState &run = *runOf(id);
        const Key key = keyOf(run);
        const bool moves = place.group->key != key;
        if (moves) {
            move(id, key);
        }
        StepCells cells = run.ended ? StepCells() : cellsOf(*m_snapshot, id);
        if (moves || place.live != !run.ended || cells != place.lastCells) {
            place.live = !run.ended;
            place.lastCells = std::move(cells);
            const QModelIndex index = indexOf(id);
            Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
        }
    }
    for (const auto &group : m_groups) {
        if (settledToo) {
            m_resized.insert(group.get());
            const QModelIndex parent = indexOf(*group);
            Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
        }
    }
}

void RunGroups::move(RunId run, const Key &key)
{
    Group *from = m_places[run].group;
    Group *to = groupOf(key);
    const auto source = std::ranges::find(from->runs, run);
    const auto target = std::ranges::upper_bound(to->runs, run);
    const int row = static_cast<int>(source - from->runs.begin());
    beginMoveRows(indexOf(*from), row, row, indexOf(*to), static_cast<int>(target - to->runs.begin()));
    to->runs.insert(target, run);
    from->runs.erase(source);
    m_places[run].group = to;
    endMoveRows();
    m_resized.insert({from, to});
    removeIfEmpty(from);
}

/// A new one is still without runs.
RunGroups::Group *RunGroups::groupOf(const Key &key)
{
    const auto at = std::ranges::lower_bound(m_groups, key, {}, [](const auto &group) { return group->key; });
    if (at != m_groups.end() && (*at)->key == key) {
        return at->get();
    }
    const int row = static_cast<int>(at - m_groups.begin());
    beginInsertRows({}, row, row);
    Group *group = m_groups.insert(at, std::make_unique<Group>(Group{key, row, {}, 0}))->get();
    number();
    endInsertRows();
    return group;
}

void RunGroups::removeIfEmpty(Group *group)
{
    if (!group->runs.empty()) {
        return;
    }
    beginRemoveRows({}, group->row, group->row);
    m_resized.erase(group);
    m_groups.erase(m_groups.begin() + group->row);
    number();
    endRemoveRows();
}

void RunGroups::number()
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        m_groups[i]->row = static_cast<int>(i);
    }
}

void RunGroups::tellCounts()
{
    for (Group *group : std::exchange(m_resized, {})) {
        std::set<int> steps;
        for (const RunId run : group->runs) {
            steps.insert(m_places[run].step);
        }
        group->revisions = steps.size();
        const QModelIndex index = indexOf(*group);
        Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
    }
}

const RunState *RunGroups::runOf(RunId id) const
{
    if (!m_snapshot) {
        return nullptr;
    }
    const auto at = m_snapshot->state->runs.find(id);
    return at == m_snapshot->state->runs.end() ? nullptr : &at->second;
}

/// The group that a row is, or belongs to.
const RunGroups::Group *RunGroups::groupAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    const auto *parent = static_cast<const Group *>(index.constInternalPointer());
    return parent != nullptr ? parent : m_groups[static_cast<std::size_t>(index.row())].get();
}

std::optional<RunId> RunGroups::runAt(const QModelIndex &index) const
{
    const auto *group = index.isValid() ? static_cast<const Group *>(index.constInternalPointer()) : nullptr;
    const auto row = static_cast<std::size_t>(index.row());
    return group == nullptr || row >= group->runs.size() ? std::nullopt : std::optional(group->runs[row]);
}

std::optional<ObjectId> RunGroups::revisionAt(const QModelIndex &index) const
{
    const auto id = runAt(index);
    const RunState *run = id ? runOf(*id) : nullptr;
    return run == nullptr ? std::nullopt : std::optional(run->started.revision);
}

QModelIndex RunGroups::indexOf(const Group &group) const
{
    return createIndex(group.row, 0, nullptr);
}

QModelIndex RunGroups::indexOf(RunId run) const
{
    const auto at = m_places.find(run);
    const Group *group = at == m_places.end() ? nullptr : at->second.group;
    if (group == nullptr) {
        return {};
    }
    const auto row = std::ranges::lower_bound(group->runs, run) - group->runs.begin();
    return createIndex(static_cast<int>(row), 0, group);
}

QModelIndex RunGroups::indexOf(const ObjectId &revision) const
{
    const RevisionState *state = m_snapshot ? m_snapshot->state->revision(revision) : nullptr;
    if (state == nullptr || state->runs.empty()) {
        return {};
    }
    const RunState *hit = m_snapshot->state->representativeHit(revision);
    return indexOf(hit != nullptr ? hit->started.run : state->runs.front());
}

QModelIndex RunGroups::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? groupAt(parent) : nullptr);
}

QModelIndex RunGroups::parent(const QModelIndex &index) const
{
    const auto *group = index.isValid() ? static_cast<const Group *>(index.constInternalPointer()) : nullptr;
    return group == nullptr ? QModelIndex() : indexOf(*group);
}

int RunGroups::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    return parent.constInternalPointer() != nullptr || parent.column() != 0
               ? 0
               : static_cast<int>(groupAt(parent)->runs.size());
}

} // namespace culprit::widgets
