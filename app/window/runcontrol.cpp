// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/runcontrol.h"

#include "app/window/actions.h"
#include "app/window/sessionslot.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

namespace culprit::app
{

using Mode = conductor::Activity::Mode;

RunControl::RunControl(SessionSlot &session, const Actions &actions, QWidget &window)
    : QObject(&window), m_session(session), m_window(window)
{
    connect(actions.start, &QAction::triggered, this, [this] { m_session.engine().start(); });
    connect(actions.pause, &QAction::triggered, this, [this] { m_session.engine().pauseAfterStep(); });
    connect(actions.stop, &QAction::triggered, this, &RunControl::askToStop);
}

void RunControl::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    const Mode mode = snapshot ? snapshot->activity.mode : Mode::Review;
    const bool runs = mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing;
    if (m_question && !runs) {
        m_question->reject(); // it has ended by itself
    }
}

/// Nothing waits for the answer.
void RunControl::askToStop()
{
    if (m_question || !m_snapshot) {
        return;
    }
    const conductor::Activity &activity = m_snapshot->activity;
    if (activity.builds.empty() && activity.machines.empty()) {
        m_session.engine().stopNow();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("Stop now?"),
                                 tr("What is under way is lost (builds: %1, runs: %2). What is known so far stays; "
                                    "\"Pause after step\" would let them end.")
                                     .arg(activity.builds.size())
                                     .arg(activity.machines.size()),
                                 QMessageBox::Cancel, &m_window);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stop = m_question->addButton(tr("&Stop now"), QMessageBox::AcceptRole);
    m_question->setDefaultButton(stop);
    connect(stop, &QAbstractButton::clicked, this, [this] { m_session.engine().stopNow(); });
    m_question->open();
}

} // namespace culprit::app
