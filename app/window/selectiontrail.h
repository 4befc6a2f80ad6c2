// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <QList>
#include <QObject>

namespace culprit::app
{

struct Actions;
class CommitChoice;

/// The commits that the window was about, one after the other, to go back and forward among them.
class SelectionTrail final : public QObject
{
    Q_OBJECT

public:
    SelectionTrail(CommitChoice &choice, const Actions &actions, QObject *parent = nullptr);

    void forget(); ///< another session comes
    void begin();  ///< where the window is before anything was chosen

private:
    void note();
    void go(qsizetype to);
    void update();

    CommitChoice &m_choice;
    const Actions &m_actions;
    QList<history::ObjectId> m_trail;
    qsizetype m_at = -1;
    bool m_going = false;
};

} // namespace culprit::app
