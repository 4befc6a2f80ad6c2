// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/runcopy.h"

#include "app/window/actions.h"
#include "engine/conductor/onworker.h"
#include "engine/conductor/runbyhand.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace culprit::app
{

RunCopy::RunCopy(QAction *action, QObject *parent) : QObject(parent), m_action(action)
{
    update();
}

void RunCopy::choose(const conductor::SnapshotPtr &snapshot, std::optional<RunId> run)
{
    m_snapshot = snapshot;
    m_run = run;
    update();
}

void RunCopy::update()
{
    const QString why = m_works                 ? tr("A run is being copied")
                        : !m_snapshot || !m_run ? tr("Select a run in the steps first")
                                                : conductor::whyNotByHand(*m_snapshot->state, *m_run);
    Actions::set(m_action, why.isEmpty(), why);
}

void RunCopy::copy(const conductor::Places &places)
{
    if (!m_action->isEnabled()) {
        return;
    }
    m_works = true;
    update();
    conductor::onWorker(
        this, [state = m_snapshot->state, run = *m_run, places] { return conductor::runByHand(*state, run, places); },
        [this, run = *m_run](const Result<QByteArray> &text) {
            m_works = false;
            update();
            if (!text) {
                Q_EMIT failed(text.error());
                return;
            }
            QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
            Q_EMIT copied(tr("Run %1 is in the clipboard: paste it into a terminal.").arg(run.value));
        });
}

} // namespace culprit::app
