// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/historyview.h"

#include "widgets/direction.h"
#include "widgets/historydelegate.h"
#include "widgets/revisionkeys.h"
#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

/// Lanes that the graph column shows by itself; a user may widen it.
constexpr int mostLanes = 12;

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QTreeView(parent), m_keys(new RevisionKeys(this, [this] { return selectedCommit(); }))
{
    keepLeftToRight(*this);
    setItemDelegate(new HistoryDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setItemsExpandable(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Commits of the range"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setMinimumSectionSize(fontMetrics().height());
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] { m_centred = false; });
    connect(m_keys, &RevisionKeys::testedWanted, this, &HistoryView::goToTested);
    connect(m_keys, &RevisionKeys::currentWanted, this, &HistoryView::goToCurrent);
    connect(this, &QAbstractItemView::activated, this, [this] {
        if (const ObjectId id = selectedCommit(); !id.isNull()) {
            Q_EMIT commitActivated(id);
        }
    });
}

void HistoryView::setHistory(HistoryModel *model)
{
    if (m_history != nullptr) {
        disconnect(m_history, nullptr, this, nullptr);
    }
    m_history = model;
    m_selected = {};
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        fitColumns();
        restoreSelection();
    });
    connect(model, &HistoryModel::lanesChanged, this, &HistoryView::fitColumns);
    connect(model, &HistoryModel::chancesToggled, this, &HistoryView::hideColumns);
    header()->setSectionResizeMode(HistoryModel::Subject, QHeaderView::Stretch);
    fitColumns();
    hideColumns();
}

ObjectId HistoryView::selectedCommit() const
{
    return m_history != nullptr && currentIndex().isValid() ? m_history->idOf(currentIndex().row()) : ObjectId();
}

bool HistoryView::selectCommit(const ObjectId &id, Place place)
{
    const int row = m_history != nullptr ? m_history->rowOf(id) : -1;
    if (row < 0) {
        return false;
    }
    const QModelIndex index = m_history->index(row, HistoryModel::Graph);
    if (currentIndex().row() != row) {
        setCurrentIndex(index);
    }
    m_centred = place == Place::Middle;
    const bool inSight = viewport()->rect().contains(visualRect(index).center());
    scrollTo(index, inSight && !m_centred ? EnsureVisible : PositionAtCenter);
    return true;
}

bool HistoryView::goToCurrent()
{
    const int row = m_history != nullptr ? m_history->currentRow() : -1;
    return row >= 0 && selectCommit(m_history->idOf(row), Place::Middle);
}

bool HistoryView::goToTested(bool newer)
{
    if (m_history == nullptr) {
        return false;
    }
    const int step = newer ? -1 : 1;
    const int rows = m_history->rowCount();
    int row = currentIndex().isValid() ? currentIndex().row() + step : newer ? rows - 1 : 0;
    for (; row >= 0 && row < rows; row += step) {
        const CommitMark &mark = m_history->mark(row);
        if (mark.tested || mark.stage != Stage::None || mark.mark == Mark::Culprit) {
            return selectCommit(m_history->idOf(row));
        }
    }
    return false;
}

void HistoryView::keyboardSearch(const QString &) {}

void HistoryView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (m_history != nullptr && index.isValid()) {
        const QPoint corner = visualRect(index.siblingAtColumn(HistoryModel::Subject)).bottomLeft();
        Q_EMIT menuWanted(m_history->idOf(index.row()), byMouse ? event->globalPos() : viewport()->mapToGlobal(corner));
    }
    event->accept();
}

void HistoryView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    m_centred = false;
    // A view that only gets the focus makes its first row the current one, which nobody selected.
    const bool selected = current.isValid() && selectionModel()->isSelected(current);
    if (m_history != nullptr && selected && current.row() != previous.row()) {
        m_selected = m_history->idOf(current.row());
        Q_EMIT commitSelected(m_selected);
    }
}

void HistoryView::restoreSelection()
{
    if (!m_selected.isNull() && !selectCommit(m_selected, m_centred ? Place::Middle : Place::InSight)) {
        m_selected = {};
    }
}

void HistoryView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitColumns();
    }
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    if (m_centred && currentIndex().isValid()) {
        scrollTo(currentIndex(), PositionAtCenter);
    }
    hideColumns();
}

/// A narrow view keeps what tells commits apart.
void HistoryView::hideColumns()
{
    if (m_history == nullptr) {
        return;
    }
    const int letters = viewport()->width() / std::max(1, fontMetrics().averageCharWidth());
    setColumnHidden(HistoryModel::Date, letters < 90);
    setColumnHidden(HistoryModel::Author, letters < 70);
    setColumnHidden(HistoryModel::Chance, letters < 50 || !m_history->hasChances());
}

void HistoryView::fitColumns()
{
    if (m_history == nullptr) {
        return;
    }
    const QFontMetrics metrics = fontMetrics();
    const int pad = metrics.height();
    const int lanes = m_history->lanes() != nullptr ? m_history->lanes()->lanes() : 1;
    const int heading = metrics.horizontalAdvance(tr("Graph")) + pad;
    setColumnWidth(HistoryModel::Graph,
                   std::max(heading, HistoryDelegate::graphWidth(metrics, std::min(lanes, mostLanes))));
    setColumnWidth(HistoryModel::Hash,
                   QFontMetrics(fixedFont()).horizontalAdvance(QStringLiteral("0123456789ab")) + pad);
    setColumnWidth(HistoryModel::Chance, metrics.horizontalAdvance(QStringLiteral(">99.9 %")) + pad);
    setColumnWidth(HistoryModel::Author, metrics.averageCharWidth() * 22);
    setColumnWidth(HistoryModel::Date, metrics.horizontalAdvance(QStringLiteral("2026-12-28")) + pad);
}

} // namespace culprit::widgets
