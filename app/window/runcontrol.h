// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace culprit::app
{

class SessionSlot;
struct Actions;

/// Start, pause and stop. Stop asks first where something would be lost by it.
class RunControl final : public QObject
{
    Q_OBJECT

public:
    RunControl(SessionSlot &session, const Actions &actions, QWidget &window);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);

private:
    void askToStop();

    SessionSlot &m_session;
    QWidget &m_window;
    conductor::SnapshotPtr m_snapshot;
    QPointer<QMessageBox> m_question; ///< while it is open
};

} // namespace culprit::app
