// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/sessionopener.h"

#include "app/democase.h"
#include "app/logimport.h"
#include "app/sessions/sessionbrowser.h"
#include "app/window/actions.h"
#include "app/window/examplesession.h"
#include "app/window/sessionslot.h"
#include "engine/conductor/onworker.h"
#include "engine/session/branch.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr qint64 largestLog = 256 << 20; // bytes

} // namespace

SessionOpener::SessionOpener(SessionSlot &session, const Actions &actions, QWidget &window)
    : QObject(&window), m_session(session), m_actions(actions), m_window(window)
{
    connect(actions.importLog, &QAction::triggered, this, &SessionOpener::askForLog);
    connect(actions.giveTree, &QAction::triggered, this, &SessionOpener::giveTree);
    connect(actions.example, &QAction::triggered, this, &SessionOpener::openExample);
    connect(actions.demo, &QAction::triggered, this, &SessionOpener::startDemo);
    connect(&m_logs, &LogOpener::opened, &session, &SessionSlot::open);
    connect(&m_logs, &LogOpener::failed, this, &SessionOpener::failed);
}

QString SessionOpener::fileFilter()
{
    return tr("Sessions (*.culprit);;Bisection logs (*)");
}

bool SessionOpener::isBusy() const
{
    using Mode = conductor::Activity::Mode;
    if (!m_snapshot) {
        return false;
    }
    const Mode mode = m_snapshot->activity.mode;
    return mode == Mode::Starting || mode == Mode::Running || mode == Mode::Pausing || mode == Mode::Stopping;
}

bool SessionOpener::mayLeave()
{
    return !isBusy() ||
           QMessageBox::question(&m_window, tr("A bisection runs"),
                                 tr("Another session ends what runs now. It can be resumed later from where it is.")) ==
               QMessageBox::Yes;
}

void SessionOpener::open(const QString &path)
{
    if (m_snapshot && QFileInfo(m_snapshot->path) == QFileInfo(path)) {
        Q_EMIT said(tr("%1 is the session that is shown.").arg(path));
        return;
    }
    if (mayLeave()) {
        mayBeLog(path) ? m_logs.open(path, {}) : m_session.open(path);
    }
}

void SessionOpener::create(const session::Setup &setup, const QString &path, bool startAtOnce)
{
    if (mayLeave()) {
        m_session.create(setup, path, startAtOnce);
    }
}

void SessionOpener::browse(const SessionCatalog &catalog)
{
    auto *browser = new SessionBrowser(catalog, &m_window);
    browser->setAttribute(Qt::WA_DeleteOnClose);
    connect(browser, &SessionBrowser::sessionChosen, this, &SessionOpener::open);
    connect(browser, &SessionBrowser::otherWanted, this, &SessionOpener::askForFile);
    browser->open();
}

void SessionOpener::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open session"), m_folder, fileFilter());
    if (!path.isEmpty()) {
        open(path);
    }
}

void SessionOpener::askForLog()
{
    const QString path = QFileDialog::getOpenFileName(
        &m_window, tr("Import log"), {}, tr("Bisection logs and archives (*.txt *.log *.tar.zst);;All files (*)"));
    if (!path.isEmpty()) {
        open(path);
    }
}

/// An imported log is read again, with the commits between its revisions.
void SessionOpener::giveTree()
{
    if (!m_snapshot || !m_snapshot->state->imported || !mayLeave()) {
        return;
    }
    const QString repo = QFileDialog::getExistingDirectory(&m_window, tr("Kernel tree with the commits of the log"));
    if (repo.isEmpty()) {
        return;
    }
    const session::LogImported &imported = *m_snapshot->state->imported;
    m_session.engine().readLog(imported.log, 0, largestLog, this,
                               [this, name = imported.name, repo](const QByteArray &log, qint64) {
                                   m_logs.open(log, name.isEmpty() ? u"imported"_s : name, repo);
                               });
}

void SessionOpener::askToBranch(EventSeq event)
{
    const QFileInfo file(m_snapshot->path);
    const QString name = u"%1-%2.culprit"_s.arg(file.completeBaseName()).arg(event.value);
    const QString path = QFileDialog::getSaveFileName(
        &m_window, tr("A new session that goes on from event %1").arg(event.value), file.dir().filePath(name),
        tr("Sessions (*.culprit)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) {
        branch(event, path);
    }
}

void SessionOpener::branch(EventSeq event, const QString &path)
{
    if (!mayLeave()) {
        return;
    }
    conductor::onWorker(
        this, [from = m_snapshot->path, event, path] { return session::branchSession(from, event, path); },
        [this, path](const Result<session::Branched> &branched) {
            if (branched) {
                m_session.open(path);
            } else {
                Q_EMIT failed(branched.error());
            }
        });
}

void SessionOpener::openExample()
{
    m_actions.example->setEnabled(false);
    conductor::onWorker(
        this,
        [folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)] { return exampleSession(folder); },
        [this](const Result<QString> &session) {
            m_actions.example->setEnabled(true);
            if (session) {
                open(*session);
            } else {
                Q_EMIT failed(session.error());
            }
        });
}

void SessionOpener::startDemo()
{
    m_actions.demo->setEnabled(false);
    conductor::onWorker(
        this, [] { return makeDemoCase({}, demo::defaultFlakyPercent, 0); },
        [this](const Result<DemoCase> &made) {
            m_actions.demo->setEnabled(true);
            if (!made) {
                Q_EMIT failed(made.error());
                return;
            }
            m_session.setPlaces(made->places);
            create(made->setup, made->sessionFile);
        });
}

} // namespace culprit::app
