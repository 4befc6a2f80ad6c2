// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/presence.h"

#include "app/desktop/notifier.h"
#include "app/desktop/sleepinhibitor.h"
#include "app/desktop/taskbarprogress.h"
#include "app/window/mainwindow.h"
#include "app/window/preferences.h"
#include "engine/conductor/onworker.h"

#include <QDBusConnection>
#include <QGuiApplication>

#include <utility>

namespace culprit::app
{

Presence::Presence(MainWindow &window, const QDBusConnection &session, const QDBusConnection &system, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_notifier(new Notifier(session, this)),
      m_progress(new TaskbarProgress(session, this)),
      m_inhibitor(new SleepInhibitor(system, this))
{
    connect(&window, &MainWindow::sessionOpened, this, &Presence::attach);
    connect(&window.preferences(), &Preferences::changed, this, &Presence::keepAwake);
    connect(m_notifier, &Notifier::opened, this, &Presence::bringUp);
    connect(m_notifier, &Notifier::skipWanted, this, &Presence::skip);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) {
            m_notifier->withdrawAll();
        }
    });
    if (window.engine().snapshot()) {
        attach();
    }
}

Presence::~Presence() = default;

void Presence::attachTo(MainWindow &window)
{
    conductor::onWorker(
        &window, [] { return std::pair(QDBusConnection::sessionBus(), QDBusConnection::systemBus()); },
        [&window](const std::pair<QDBusConnection, QDBusConnection> &buses) {
            new Presence(window, buses.first, buses.second, &window);
        });
}

bool Presence::isLookedAt() const
{
    return QGuiApplication::applicationState() == Qt::ApplicationActive && m_window.isVisible() &&
           !m_window.isMinimized();
}

void Presence::attach()
{
    m_attention.forget();
    m_notifier->withdrawAll();
    connect(&m_window.engine(), &conductor::Engine::changed, this, &Presence::take, Qt::UniqueConnection);
    take(m_window.engine().snapshot());
}

void Presence::take(const conductor::SnapshotPtr &snapshot)
{
    const QList<Note> notes = m_attention.take(snapshot);
    if (m_window.preferences().values().notifies && !isLookedAt()) {
        for (const Note &note : notes) {
            m_notifier->show(note);
        }
    }
    m_progress->show(progressOf(*snapshot));
    m_atWork = isAtWork(*snapshot);
    keepAwake();
}

void Presence::keepAwake()
{
    m_inhibitor->setWanted(m_atWork && m_window.preferences().values().keepsAwake);
}

/// Where the search has gone on since the note, or nobody knows, a person looks.
void Presence::skip(const history::ObjectId &commit)
{
    const conductor::SnapshotPtr snapshot = m_window.engine().snapshot();
    if (snapshot && snapshot->plan->action == conductor::Plan::Action::NeedsPerson &&
        snapshot->plan->revision == commit) {
        m_window.engine().judge(
            session::VerdictJudged{commit, session::Verdict::Skip, {}, qEnvironmentVariable("USER")});
        m_notifier->withdrawAll();
    } else {
        bringUp({});
    }
}

void Presence::bringUp(const QString &token)
{
    m_notifier->withdrawAll();
    if (!token.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // Qt's Wayland platform takes it from there
    }
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace culprit::app
