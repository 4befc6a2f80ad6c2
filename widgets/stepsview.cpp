// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepsview.h"

#include "widgets/direction.h"
#include "widgets/emptynote.h"
#include "widgets/plaintext.h"
#include "widgets/revisionkeys.h"
#include "widgets/rungroups.h"
#include "widgets/stepsdelegate.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace culprit::widgets
{

StepsView::StepsView(QWidget *parent)
    : QWidget(parent),
      m_steps(new StepsModel(&QDateTime::currentMSecsSinceEpoch, this)),
      m_groups(new RunGroups(&QDateTime::currentMSecsSinceEpoch, this)),
      m_model(m_steps),
      m_proxy(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit),
      m_groupBox(new QComboBox),
      m_tree(new QTreeView),
      m_empty(new EmptyNote(m_tree)),
      m_keys(new RevisionKeys(m_tree, [this] {
          return m_model->revisionAt(m_proxy->mapToSource(m_tree->currentIndex())).value_or(ObjectId());
      }))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter->setPlaceholderText(tr("Filter by hash, subject, outcome, title"));
    m_filter->setAccessibleName(tr("Filter the steps"));
    m_filter->setClearButtonEnabled(true);
    m_groupBox->addItem(tr("Group by nothing"), QVariant::fromValue(Grouping::None));
    m_groupBox->addItem(tr("Group by crash title"), QVariant::fromValue(Grouping::Title));
    m_groupBox->setAccessibleName(tr("Group the runs"));
    m_groupBox->setToolTip(toolTipOf(tr("By crash title: the runs that showed each, and those without a crash")));
    keepLeftToRight(*m_tree);
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new StepsDelegate(m_tree));
    m_tree->setAccessibleName(tr("Steps and runs"));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    sizeColumns();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(0);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_groupBox);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);

    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_groupBox, &QComboBox::currentIndexChanged, this, &StepsView::regroup);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &StepsView::tellIfEmpty);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &StepsView::tellIfEmpty);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &StepsView::tellIfEmpty);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &StepsView::wantMenu);
    connect(m_tree, &QTreeView::activated, this, &StepsView::activate);
    connect(m_keys, &RevisionKeys::testedWanted, this, &StepsView::goToStep);
    connect(m_keys, &RevisionKeys::currentWanted, this, &StepsView::goToCurrent);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &StepsView::select);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_model->tick(); });
    m_clock.setInterval(std::chrono::seconds(1));
}

StepsView::Grouping StepsView::grouping() const
{
    return m_groupBox->currentData().value<Grouping>();
}

void StepsView::setGrouping(Grouping grouping)
{
    m_groupBox->setCurrentIndex(m_groupBox->findData(QVariant::fromValue(grouping)));
}

/// What was selected stays so; of a build, its revision.
void StepsView::regroup()
{
    const QModelIndex before = m_proxy->mapToSource(m_tree->currentIndex());
    const auto run = m_model->runAt(before);
    const auto revision = m_model->revisionAt(before);
    m_model = grouping() == Grouping::Title ? static_cast<StepRows *>(m_groups) : m_steps;
    m_model->setSnapshot(m_snapshot);
    m_proxy->setSourceModel(m_model);
    fitColumns();
    if (m_model == m_steps) {
        showTested();
    }
    const QModelIndex after = run ? m_model->indexOf(*run) : revision ? m_model->indexOf(*revision) : QModelIndex();
    m_selecting = true;
    m_tree->setCurrentIndex(m_proxy->mapFromSource(after));
    m_selecting = false;
    tellIfEmpty();
    Q_EMIT currentChanged();
    Q_EMIT groupingChanged();
}

void StepsView::sizeColumns()
{
    const int unit = fontMetrics().averageCharWidth();
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->resizeSection(StepsModel::Verdict, unit * 16);
    header->resizeSection(StepsModel::Runs, unit * 22);
    header->resizeSection(StepsModel::Time, unit * 11);
    header->setMinimumSectionSize(unit * 6);
    fitColumns();
}

/// A narrow view keeps verdicts and crash titles: those of runs then stand beside their numbers.
void StepsView::fitColumns()
{
    const int letters = width() / std::max(1, fontMetrics().averageCharWidth());
    const bool wide = letters >= 130;
    QHeaderView *header = m_tree->header();
    m_tree->setColumnHidden(StepsModel::Title, !wide);
    m_tree->setColumnHidden(StepsModel::Time, letters < 90);
    m_tree->setColumnHidden(StepsModel::Runs, letters < 75);
    header->setSectionResizeMode(StepsModel::Step, wide ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (wide) {
        header->setSectionResizeMode(StepsModel::Title, QHeaderView::Stretch);
        header->resizeSection(StepsModel::Step, width() * 4 / 10);
    }
}

void StepsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void StepsView::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_model->setSnapshot(snapshot);
    m_whyEmpty = !snapshot                   ? QString()
                 : snapshot->state->imported ? tr("The imported log holds no tested revision.")
                                             : EmptyNote::withWayOut(tr("No revision has been tested yet."), *snapshot);
    tellIfEmpty();
    const bool live = snapshot && (!snapshot->activity.machines.empty() || !snapshot->activity.builds.empty());
    if (live && !m_clock.isActive()) {
        m_clock.start();
    } else if (!live) {
        m_clock.stop();
    }
    if (snapshot && snapshot->plan && snapshot->plan->action == conductor::Plan::Action::Test &&
        snapshot->plan->revision != m_expanded && m_model->indexOf(snapshot->plan->revision).isValid()) {
        const ObjectId before = std::exchange(m_expanded, snapshot->plan->revision);
        if (m_model == m_steps) {
            m_tree->collapse(m_proxy->mapFromSource(m_model->indexOf(before)));
            showTested();
        }
    }
}

void StepsView::tellIfEmpty()
{
    m_empty->tell(m_proxy->rowCount() > 0   ? QString()
                  : m_model->rowCount() > 0 ? tr("No step matches the filter.")
                                            : m_whyEmpty);
}

void StepsView::showTested()
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(m_expanded));
    m_tree->expand(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtTop);
}

void StepsView::selectRevision(const ObjectId &id)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(id));
    const QModelIndex current = m_proxy->mapToSource(m_tree->currentIndex());
    if (!index.isValid() || (current.isValid() && m_model->revisionAt(current) == id)) {
        return;
    }
    m_selecting = true;
    m_tree->setCurrentIndex(index);
    m_selecting = false;
}

void StepsView::select(const QModelIndex &index)
{
    const auto id = m_model->revisionAt(m_proxy->mapToSource(index));
    // A view that only gets the focus makes its first row the current one, which nobody selected.
    if (id && !m_selecting && m_tree->selectionModel()->isSelected(index)) {
        Q_EMIT revisionSelected(*id);
    }
    Q_EMIT currentChanged();
}

std::optional<RunId> StepsView::currentRun() const
{
    return m_model->runAt(m_proxy->mapToSource(m_tree->currentIndex()));
}

void StepsView::wantMenu(const QPoint &position)
{
    if (m_tree->currentIndex().isValid()) {
        Q_EMIT menuWanted(m_tree->viewport()->mapToGlobal(position));
    }
}

void StepsView::activate(const QModelIndex &index)
{
    const QModelIndex source = m_proxy->mapToSource(index);
    if (const auto run = m_model->runAt(source)) {
        Q_EMIT runActivated(*run);
    } else if (const auto build = m_model->buildAt(source)) {
        Q_EMIT buildActivated(*build);
    } else if (const auto id = m_model->revisionAt(source)) {
        Q_EMIT revisionActivated(*id);
    }
}

bool StepsView::goToStep(bool later)
{
    const std::vector<ObjectId> none;
    const std::vector<ObjectId> &order = m_snapshot ? m_snapshot->state->order : none;
    const auto current = m_model->revisionAt(m_proxy->mapToSource(m_tree->currentIndex()));
    const int count = static_cast<int>(order.size());
    int step = later ? -1 : count;
    if (const auto at = current ? std::ranges::find(order, *current) : order.end(); at != order.end()) {
        step = static_cast<int>(at - order.begin());
    }
    for (step += later ? 1 : -1; step >= 0 && step < count; step += later ? 1 : -1) {
        const QModelIndex next = m_proxy->mapFromSource(m_model->indexOf(order[static_cast<std::size_t>(step)]));
        if (next.isValid()) {
            m_tree->setCurrentIndex(next);
            return true;
        }
    }
    return false;
}

bool StepsView::goToCurrent()
{
    const QModelIndex step = m_proxy->mapFromSource(m_model->indexOf(m_expanded));
    if (step.isValid()) {
        m_tree->setCurrentIndex(step);
    }
    return step.isValid();
}

} // namespace culprit::widgets
