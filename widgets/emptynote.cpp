// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptynote.h"

#include "engine/session/imported.h"

#include <QAbstractScrollArea>
#include <QEvent>

namespace culprit::widgets
{

EmptyNote::EmptyNote(QAbstractScrollArea *view) : QLabel(view), m_view(view)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setMargin(fontMetrics().height());
    setForegroundRole(QPalette::PlaceholderText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view->viewport()->installEventFilter(this);
    hide();
}

void EmptyNote::tell(const QString &sentence)
{
    if (sentence == text()) {
        return;
    }
    setText(sentence);
    m_view->setAccessibleDescription(sentence);
    setGeometry(m_view->viewport()->geometry());
    setVisible(!sentence.isEmpty());
}

QString EmptyNote::withWayOut(const QString &sentence, const conductor::Snapshot &snapshot)
{
    const bool canStart = snapshot.activity.mode == conductor::Activity::Mode::Idle && !snapshot.readOnly &&
                          !snapshot.past && snapshot.plan->action != conductor::Plan::Action::Finished &&
                          !session::lacksTree(*snapshot.state);
    return !canStart                ? sentence
           : snapshot.state->engine ? tr("%1 F5 goes on with the bisection.").arg(sentence)
                                    : tr("%1 F5 starts the bisection.").arg(sentence);
}

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        setGeometry(m_view->viewport()->geometry());
    }
    return QLabel::eventFilter(watched, event);
}

} // namespace culprit::widgets
