// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/revisionkeys.h"

#include <QAbstractItemView>
#include <QKeyEvent>

#include <utility>

namespace culprit::widgets
{

using session::Verdict;

RevisionKeys::RevisionKeys(QAbstractItemView *view, std::function<ObjectId()> selected)
    : QObject(view), m_selected(std::move(selected))
{
    view->installEventFilter(this);
}

bool RevisionKeys::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::KeyPress ? take(*static_cast<QKeyEvent *>(event))
                                             : QObject::eventFilter(watched, event);
}

bool RevisionKeys::take(const QKeyEvent &event)
{
    if (!m_letters || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_BracketLeft:
        Q_EMIT testedWanted(false);
        return true;
    case Qt::Key_BracketRight:
        Q_EMIT testedWanted(true);
        return true;
    case Qt::Key_Period:
        Q_EMIT currentWanted();
        return true;
    default:
        break;
    }
    const ObjectId id = m_selected();
    return !id.isNull() && takeOf(id, event.key());
}

bool RevisionKeys::takeOf(const ObjectId &id, int key)
{
    switch (key) {
    case Qt::Key_G:
        Q_EMIT verdictWanted(id, Verdict::Good);
        return true;
    case Qt::Key_B:
        Q_EMIT verdictWanted(id, Verdict::Bad);
        return true;
    case Qt::Key_S:
        Q_EMIT verdictWanted(id, Verdict::Skip);
        return true;
    case Qt::Key_U:
        Q_EMIT verdictRemovalWanted(id);
        return true;
    case Qt::Key_R:
        Q_EMIT retestWanted(id);
        return true;
    case Qt::Key_N:
        Q_EMIT testNextWanted(id);
        return true;
    case Qt::Key_D:
        Q_EMIT diffWanted(id);
        return true;
    case Qt::Key_C:
        Q_EMIT consoleWanted(id);
        return true;
    default:
        return false;
    }
}

} // namespace culprit::widgets
