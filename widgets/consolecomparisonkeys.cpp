// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the keys of two consoles beside each other do.
#include "widgets/consolecomparisonview.h"
#include "widgets/consoleside.h"
#include "widgets/findbar.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace culprit::widgets
{

bool ConsoleComparisonView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        return obey(*static_cast<QKeyEvent *>(event), true);
    }
    if (event->type() == QEvent::ShortcutOverride && obey(*static_cast<QKeyEvent *>(event), false)) {
        event->accept(); // no shortcut of a window takes it
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// False: the key is not ours.
bool ConsoleComparisonView::obey(const QKeyEvent &event, bool now)
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    const QString text = event.text();
    const QChar letter = m_letters && modifiers == Qt::NoModifier && text.size() == 1 ? text.front() : QChar();
    if (event.matches(QKeySequence::Find) || letter == u'/') {
        now ? openFind() : void();
    } else if (letter == u'n' || letter == u']') {
        now ? step(true) : void();
    } else if (letter == u'p' || letter == u'[') {
        now ? step(false) : void();
    } else if (event.key() == Qt::Key_Escape && m_findBar->isVisible()) {
        now ? closeFind() : void();
    } else {
        return event.modifiers() == Qt::NoModifier && scroll(event.key(), now);
    }
    return true;
}

/// As the keys of a console do; with Shift they select, as in an editor.
bool ConsoleComparisonView::scroll(int key, bool now)
{
    QScrollBar *bar = m_left->verticalScrollBar();
    const auto by = [&](QAbstractSlider::SliderAction action) {
        if (now) {
            bar->triggerAction(action);
        }
        return true;
    };
    switch (key) {
    case Qt::Key_Up:
        return by(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Down:
        return by(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_PageUp:
        return by(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return by(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_Home:
        return by(QAbstractSlider::SliderToMinimum);
    case Qt::Key_End:
        return by(QAbstractSlider::SliderToMaximum);
    default:
        return false;
    }
}

} // namespace culprit::widgets
