// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QObject>

#include <optional>

class QWidget;

namespace culprit::app
{

class CommitChoice;
class FrameMenu;
class HunkBlame;
class SessionSlot;
struct Actions;
struct Panes;

/// Carries what panes and actions ask for to the session and to each other.
class PaneConnections final : public QObject
{
    Q_OBJECT

public:
    PaneConnections(const Panes &panes, const Actions &actions, SessionSlot &session, CommitChoice &choice,
                    QObject *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void setLetterKeys(bool on) const;

Q_SIGNALS:
    void said(const QString &text); ///< why nothing came of what was asked for

private:
    void connectActions();
    void connectGraph();
    void connectSteps();
    void connectOthers();
    template <class View>
    void connectKeys(const View &view);
    void judge(const history::ObjectId &id, std::optional<session::Verdict> verdict);
    void removeVerdict(const history::ObjectId &id);
    void retest(const history::ObjectId &id);
    void testNext(const history::ObjectId &id);
    void showCommit(const history::ObjectId &id, QWidget *tab);
    void showConsoleOf(const history::ObjectId &id);
    void showJournalEntry(EventSeq seq);
    void showRun(RunId run);
    void showBuild(BuildId build);

    const Panes &m_panes;
    const Actions &m_actions;
    SessionSlot &m_session;
    CommitChoice &m_choice;
    FrameMenu *m_frames;
    HunkBlame *m_blame;
    conductor::SnapshotPtr m_snapshot;
};

} // namespace culprit::app
