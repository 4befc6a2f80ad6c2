// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepsmodel.h"

#include "widgets/plaintext.h"

#include <algorithm>
#include <utility>

namespace culprit::widgets
{

using namespace session;

namespace
{

constexpr quintptr topLevel = 0; // a child's internal id is its step's row + 1

template <class Row, class Id>
std::size_t commonRows(const std::vector<Row> &rows, const std::vector<Id> &ids)
{
    std::size_t common = 0;
    while (common < rows.size() && common < ids.size() && rows[common].id == ids[common]) {
        ++common;
    }
    return common;
}

} // namespace

StepsModel::StepsModel(std::function<qint64()> now, QObject *parent) : StepRows(parent), m_now(std::move(now)) {}

void StepsModel::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    const conductor::SnapshotPtr before = std::exchange(m_snapshot, snapshot);
    const bool settledToo = judgedOtherwise(before, snapshot);
    if (before && snapshot && before->state && snapshot->state && before->state->created != snapshot->state->created) {
        beginResetModel();
        m_steps.clear();
        endResetModel();
    }
    alignSteps();
    for (int step = 0; step < static_cast<int>(m_steps.size()); ++step) {
        if (settledToo || mayDiffer(*before, m_steps[static_cast<std::size_t>(step)])) {
            refreshStep(step);
        }
        alignChildren(step);
        refreshChildren(step, settledToo);
    }
}

/// Whether something that the step's own cells tell has changed since, judgements and relevance aside.
bool StepsModel::mayDiffer(const conductor::Snapshot &before, const StepRow &row) const
{
    const auto isNamedIn = [&row](const conductor::Snapshot &snapshot) {
        const conductor::Activity &activity = snapshot.activity;
        return std::ranges::contains(activity.builds, row.id, &conductor::Activity::Build::revision) ||
               std::ranges::contains(activity.machines, row.id, &conductor::Activity::Machine::revision) ||
               (snapshot.plan && snapshot.plan->culprit == row.id);
    };
    if (row.live || isNamedIn(before) || isNamedIn(*m_snapshot)) {
        return true;
    }
    const RevisionState *then = before.state->revision(row.id);
    const RevisionState *now = m_snapshot->state->revision(row.id);
    return then == nullptr || now == nullptr ? then != now : *then != *now;
}

void StepsModel::tick()
{
    for (int step = 0; step < static_cast<int>(m_steps.size()); ++step) {
        const StepRow &row = m_steps[static_cast<std::size_t>(step)];
        const QModelIndex parent = index(step, 0);
        for (int child = 0; child < static_cast<int>(row.children.size()); ++child) {
            if (row.children[static_cast<std::size_t>(child)].cells.live) {
                const QModelIndex time = index(child, Time, parent);
                Q_EMIT dataChanged(time, time);
            }
        }
    }
}

void StepsModel::alignSteps()
{
    const std::vector<ObjectId> ids =
        m_snapshot && m_snapshot->state ? m_snapshot->state->order : std::vector<ObjectId>();
    const std::size_t common = commonRows(m_steps, ids);
    if (common < m_steps.size()) {
        beginRemoveRows({}, static_cast<int>(common), static_cast<int>(m_steps.size()) - 1);
        m_steps.erase(m_steps.begin() + static_cast<std::ptrdiff_t>(common), m_steps.end());
        endRemoveRows();
    }
    if (common < ids.size()) {
        beginInsertRows({}, static_cast<int>(common), static_cast<int>(ids.size()) - 1);
        for (std::size_t i = common; i < ids.size(); ++i) {
            m_steps.push_back({ids[i], nameText(*m_snapshot->state, ids[i]), {}, {}, {}, true});
        }
        endInsertRows();
    }
}

void StepsModel::alignChildren(int step)
{
    StepRow &row = m_steps[static_cast<std::size_t>(step)];
    const RevisionState *revision = m_snapshot->state->revision(row.id);
    if (revision != nullptr && row.children.size() == revision->builds.size() + revision->runs.size()) {
        return;
    }
    const std::vector<ChildId> ids = revision == nullptr ? std::vector<ChildId>() : childrenOf(*revision);
    const std::size_t common = commonRows(row.children, ids);
    const QModelIndex parent = index(step, 0);
    if (common < row.children.size()) {
        beginRemoveRows(parent, static_cast<int>(common), static_cast<int>(row.children.size()) - 1);
        row.children.erase(row.children.begin() + static_cast<std::ptrdiff_t>(common), row.children.end());
        endRemoveRows();
    }
    if (common < ids.size()) {
        beginInsertRows(parent, static_cast<int>(common), static_cast<int>(ids.size()) - 1);
        for (std::size_t i = common; i < ids.size(); ++i) {
            row.children.push_back({ids[i], {}, false});
        }
        endInsertRows();
    }
}

void StepsModel::refreshStep(int step)
{
    StepRow &row = m_steps[static_cast<std::size_t>(step)];
    const RevisionState *revision = m_snapshot->state->revision(row.id);
    RevisionState unknown;
    unknown.id = row.id;
    const RevisionState &state = revision == nullptr ? unknown : *revision;
    StepCells cells = cellsOf(*m_snapshot, state);
    if (cells != row.cells || state.tally != row.tally) {
        row.cells = std::move(cells);
        row.tally = state.tally;
        changed({}, step, step);
    }
}

void StepsModel::refreshChildren(int step, bool settledToo)
{
    StepRow &row = m_steps[static_cast<std::size_t>(step)];
    row.live = false;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
        Child &child = row.children[i];
        if (child.settled && !settledToo) {
            continue;
        }
        StepCells cells = std::visit([this](auto id) { return cellsOf(*m_snapshot, id); }, child.id);
        child.settled = !cells.live;
        row.live = row.live || cells.live;
        if (cells != child.cells) {
            child.cells = std::move(cells);
            changed(index(step, 0), static_cast<int>(i), static_cast<int>(i));
        }
    }
}

void StepsModel::changed(const QModelIndex &parent, int first, int last)
{
    Q_EMIT dataChanged(index(first, 0, parent), index(last, ColumnCount - 1, parent));
}

/// By the time they began: a later one always comes below.
std::vector<StepsModel::ChildId> StepsModel::childrenOf(const RevisionState &revision) const
{
    const SessionState &state = *m_snapshot->state;
    std::vector<std::pair<qint64, ChildId>> children;
    for (const BuildId build : revision.builds) {
        if (const auto at = state.builds.find(build); at != state.builds.end()) {
            children.emplace_back(at->second.startedAt, build);
        }
    }
    for (const RunId run : revision.runs) {
        if (const auto at = state.runs.find(run); at != state.runs.end()) {
            children.emplace_back(at->second.startedAt, run);
        }
    }
    std::ranges::stable_sort(children, {}, &std::pair<qint64, ChildId>::first);
    std::vector<ChildId> ids;
    ids.reserve(children.size());
    for (const auto &[time, id] : children) {
        ids.push_back(id);
    }
    return ids;
}

const StepsModel::StepRow *StepsModel::stepAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    const quintptr id = index.internalId();
    const std::size_t row = static_cast<std::size_t>(id == topLevel ? index.row() : static_cast<int>(id) - 1);
    return row < m_steps.size() ? &m_steps[row] : nullptr;
}

const StepsModel::Child *StepsModel::childAt(const QModelIndex &index) const
{
    const StepRow *step = stepAt(index);
    const auto row = static_cast<std::size_t>(index.row());
    return step == nullptr || index.internalId() == topLevel || row >= step->children.size() ? nullptr
                                                                                             : &step->children[row];
}

const StepCells *StepsModel::cellsAt(const QModelIndex &index) const
{
    if (const Child *child = childAt(index)) {
        return &child->cells;
    }
    const StepRow *step = stepAt(index);
    return step == nullptr || index.internalId() != topLevel ? nullptr : &step->cells;
}

std::optional<ObjectId> StepsModel::revisionAt(const QModelIndex &index) const
{
    const StepRow *step = stepAt(index);
    return step == nullptr ? std::nullopt : std::optional(step->id);
}

std::optional<RunId> StepsModel::runAt(const QModelIndex &index) const
{
    const Child *child = childAt(index);
    const RunId *run = child == nullptr ? nullptr : std::get_if<RunId>(&child->id);
    return run == nullptr ? std::nullopt : std::optional(*run);
}

std::optional<BuildId> StepsModel::buildAt(const QModelIndex &index) const
{
    const Child *child = childAt(index);
    const BuildId *build = child == nullptr ? nullptr : std::get_if<BuildId>(&child->id);
    return build == nullptr ? std::nullopt : std::optional(*build);
}

QModelIndex StepsModel::indexOf(const ObjectId &revision) const
{
    const auto at = std::ranges::find(m_steps, revision, &StepRow::id);
    return at == m_steps.end() ? QModelIndex() : index(static_cast<int>(at - m_steps.begin()), 0);
}

QModelIndex StepsModel::indexOf(RunId run) const
{
    for (const StepRow &step : m_steps) {
        const auto child = std::ranges::find(step.children, ChildId(run), &Child::id);
        if (child != step.children.end()) {
            return index(static_cast<int>(child - step.children.begin()), 0, indexOf(step.id));
        }
    }
    return {};
}

QModelIndex StepsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex StepsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId() - 1), 0, topLevel);
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_steps.size());
    }
    const StepRow *step = parent.internalId() == topLevel && parent.column() == 0 ? stepAt(parent) : nullptr;
    return step == nullptr ? 0 : static_cast<int>(step->children.size());
}

QString StepsModel::firstColumn(const QModelIndex &index) const
{
    if (const auto run = runAt(index)) {
        const auto at = m_snapshot->state->runs.find(*run);
        const int number = at == m_snapshot->state->runs.end() ? 0 : at->second.number;
        return tr("run %1.%2").arg(index.internalId()).arg(number);
    }
    if (buildAt(index)) {
        return tr("build");
    }
    const StepRow *step = stepAt(index);
    return QStringLiteral("%1  %2  %3").arg(index.row() + 1).arg(hashText(step->id), step->name);
}

QString StepsModel::textOf(const QModelIndex &index) const
{
    if (index.column() == Step) {
        return firstColumn(index);
    }
    const StepCells &cells = *cellsAt(index);
    if (index.column() == Verdict && cells.percent >= 0 && index.internalId() != topLevel) {
        return QStringLiteral("%1 %2 %").arg(cells.status).arg(cells.percent);
    }
    return StepRows::textOf(index.column(), cells, m_now());
}

QString StepsModel::accessibleText(const QModelIndex &index) const
{
    const StepCells &cells = *cellsAt(index);
    QString text = index.internalId() == topLevel ? tr("step %1").arg(firstColumn(index)) : firstColumn(index);
    text += QLatin1String(", ") + cells.status;
    if (!cells.struck.isEmpty()) {
        text += tr(", overruled, was %1").arg(cells.struck);
    }
    for (const QString &part : {cells.detail, cells.title}) {
        text += part.isEmpty() ? QString() : QLatin1String(", ") + part;
    }
    return text;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    const StepCells *cells = cellsAt(index);
    if (cells == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case Qt::DecorationRole:
        return index.column() == Step ? QVariant(VerdictStyle::icon(cells->mark)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Verdict && !cells->chance.isEmpty()) {
            return toolTipOf(textOf(index) + QLatin1Char('\n') + cells->chance);
        }
        return toolTipOf(index.column() == Step ? accessibleText(index) : textOf(index));
    case Qt::AccessibleTextRole:
        return index.column() == Step ? accessibleText(index) : textOf(index);
    case Qt::TextAlignmentRole:
        return index.column() == Time ? QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case MarkRole:
        return static_cast<int>(cells->mark);
    case StruckRole:
        return cells->struck;
    case StruckMarkRole:
        return static_cast<int>(cells->struckMark);
    case PercentRole:
        return cells->percent;
    case TallyRole:
        return index.internalId() == topLevel ? QVariant::fromValue(stepAt(index)->tally) : QVariant();
    default:
        return {};
    }
}

} // namespace culprit::widgets
