// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/actionfinder.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QTreeView>
#include <QVBoxLayout>

namespace culprit::app
{

namespace
{

constexpr int shownRows = 14;

} // namespace

ActionFinder::ActionFinder(QWidget *window)
    : QFrame(window, Qt::Popup), m_field(new QLineEdit), m_list(new QTreeView), m_matches(new ActionMatches(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Find action"));
    m_field->setPlaceholderText(tr("What to do: words of an action"));
    m_field->setAccessibleName(tr("Words of an action"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setModel(m_matches);
    m_list->setAccessibleName(tr("Actions that fit"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ActionMatches::Where, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_matches->setQuery(text);
        chooseFirst();
    });
    connect(m_list, &QAbstractItemView::clicked, this, &ActionFinder::trigger);
}

void ActionFinder::open(const QList<NamedAction> &actions)
{
    m_field->clear();
    m_matches->setActions(actions);
    const int letter = fontMetrics().averageCharWidth();
    const QWidget *window = parentWidget();
    const int width = qMin(window->width() * 9 / 10, letter * 110);
    m_list->setColumnWidth(ActionMatches::Text, width * 4 / 10);
    m_list->setColumnWidth(ActionMatches::Key, letter * 18);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * shownRows);
    resize(width, sizeHint().height());
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 10)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
    chooseFirst();
}

void ActionFinder::chooseFirst()
{
    m_list->setCurrentIndex({});
    m_list->scrollToTop();
    moveBy(1);
}

/// To the next row in that direction that can be done.
void ActionFinder::moveBy(int rows)
{
    const QModelIndex current = m_list->currentIndex();
    const int step = rows > 0 ? 1 : -1;
    const int count = m_matches->rowCount();
    int row = current.isValid() ? qBound(0, current.row() + rows, count - 1) : 0;
    for (; row >= 0 && row < count; row += step) {
        const QModelIndex index = m_matches->index(row, ActionMatches::Text);
        if (m_matches->flags(index).testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentIndex(index);
            return;
        }
    }
}

void ActionFinder::trigger()
{
    const QPointer<QAction> action = m_matches->actionAt(m_list->currentIndex());
    if (action && action->isEnabled()) {
        hide();
        // The popup gives the keyboard back first: some actions are about where it is.
        QMetaObject::invokeMethod(action, [action] { action->trigger(); }, Qt::QueuedConnection);
    }
}

bool ActionFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_Down:
            moveBy(1);
            return true;
        case Qt::Key_PageUp:
            moveBy(-shownRows);
            return true;
        case Qt::Key_PageDown:
            moveBy(shownRows);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            trigger();
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace culprit::app
