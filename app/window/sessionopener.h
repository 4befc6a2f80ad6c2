// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/logopener.h"
#include "engine/conductor/snapshot.h"
#include "engine/session/setup.h"

#include <QObject>

class QWidget;

namespace culprit::app
{

class SessionCatalog;
class SessionSlot;
struct Actions;

/// Brings sessions into the window: files, logs, new ones, those that go on from another's event, the demo. Asks before
/// it ends what runs.
class SessionOpener final : public QObject
{
    Q_OBJECT

public:
    SessionOpener(SessionSlot &session, const Actions &actions, QWidget &window);

    /// What the window shows; null: no session yet.
    void setSnapshot(const conductor::SnapshotPtr &snapshot) { m_snapshot = snapshot; }
    /// Where sessions are looked for first.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Whether the session that is shown has something to lose if it is left now.
    [[nodiscard]] bool isBusy() const;

    void open(const QString &path);
    void create(const session::Setup &setup, const QString &path, bool startAtOnce = false);
    void branch(EventSeq event, const QString &path);
    /// Asks where the new session shall be that goes on from an event.
    void askToBranch(EventSeq event);
    /// The sessions that there are, to choose from.
    void browse(const SessionCatalog &catalog);

    [[nodiscard]] QString logOf(const QString &session) const { return m_logs.logOf(session); }
    [[nodiscard]] static QString fileFilter();

Q_SIGNALS:
    void said(const QString &text);
    void failed(const culprit::Error &error);

private:
    [[nodiscard]] bool mayLeave();
    void askForFile();
    void askForLog();
    void giveTree();
    void openExample();
    void startDemo();

    SessionSlot &m_session;
    const Actions &m_actions;
    QWidget &m_window;
    LogOpener m_logs;
    QString m_folder;
    conductor::SnapshotPtr m_snapshot;
};

} // namespace culprit::app
