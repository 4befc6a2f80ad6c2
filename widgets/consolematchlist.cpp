// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolematchlist.h"

#include "widgets/consolematchmodel.h"
#include "widgets/consolesearch.h"
#include "widgets/direction.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <chrono>

namespace culprit::widgets
{

namespace
{

// A list that grows is laid out anew: often enough to read along, too rarely to slow what comes.
constexpr auto gatherTime = std::chrono::milliseconds(100);
constexpr int shownRows = 8;

} // namespace

ConsoleMatchList::ConsoleMatchList(const ConsoleEdit &edit, const ConsoleSearch &search, QWidget *parent)
    : QListView(parent), m_edit(edit), m_model(new ConsoleMatchModel(edit, search, this))
{
    keepLeftToRight(*this);
    setModel(m_model);
    setAccessibleName(tr("Lines with a match or a mark"));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ConsoleMatchList::grow);
    connect(&search, &ConsoleSearch::restarted, this, [this] {
        if (isVisible()) {
            m_model->restart();
        }
    });
    connect(&search, &ConsoleSearch::changed, this, [this] {
        if (isVisible() && !m_timer.isActive()) {
            m_timer.start(gatherTime);
        }
    });
    const auto choose = [this](const QModelIndex &index) { Q_EMIT lineChosen(m_model->lineAt(index.row())); };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
}

void ConsoleMatchList::setMarks(const std::vector<int> &lines)
{
    m_marks = lines;
    if (isVisible()) {
        m_model->setMarks(m_marks);
    }
}

QSize ConsoleMatchList::sizeHint() const
{
    return {QListView::sizeHint().width(), fontMetrics().height() * shownRows};
}

void ConsoleMatchList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_model->setMarks(m_marks);
    m_model->restart();
    m_model->takeMatches();
    const int row = m_model->rowOf(m_edit.currentLine());
    if (m_edit.goesToEnd() || row == m_model->rowCount()) {
        scrollToBottom();
    } else {
        scrollTo(m_model->index(row), PositionAtCenter);
    }
}

void ConsoleMatchList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    m_timer.stop();
    m_model->setMarks({});
    m_model->restart();
}

bool ConsoleMatchList::isAtEnd() const
{
    return verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

void ConsoleMatchList::grow()
{
    const bool stays = isAtEnd();
    m_model->takeMatches();
    if (stays) {
        scrollToBottom();
    }
}

void ConsoleMatchList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else {
        QListView::keyPressEvent(event);
    }
}

/// By the keys; a row may also become the current one because another went.
void ConsoleMatchList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (hasFocus() && current.isValid()) {
        Q_EMIT lineChosen(m_model->lineAt(current.row()));
    }
}

} // namespace culprit::widgets
