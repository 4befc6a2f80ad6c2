// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QObject>

#include <optional>

namespace culprit::app
{

struct Panes;
class SessionSlot;

/// Which commit the window is about: the one that the user selected, else the one under test, in the end the culprit.
/// Keeps the panes that show it, or offer it for judgement, in step.
class CommitChoice final : public QObject
{
    Q_OBJECT

public:
    CommitChoice(const Panes &panes, const SessionSlot &session, QObject *parent = nullptr);

    [[nodiscard]] std::optional<history::ObjectId> current() const;
    [[nodiscard]] const std::optional<history::ObjectId> &selected() const { return m_selected; } ///< by the user
    void forget(); ///< another session comes
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void update(); ///< after state or plan have changed
    void select(const history::ObjectId &id);
    void goToCurrent(); ///< follows the revision under test again

Q_SIGNALS:
    void changed(); ///< by select() or goToCurrent()

private:
    void follow(const history::ObjectId &id);
    void read(const history::ObjectId &id);
    void offer(const std::optional<history::ObjectId> &id);

    const Panes &m_panes;
    const SessionSlot &m_session;
    conductor::SnapshotPtr m_snapshot;
    std::optional<history::ObjectId> m_selected; ///< by the user
    std::optional<history::ObjectId> m_followed; ///< what was selected last without the user
    std::optional<history::ObjectId> m_shown;    ///< whose text is shown or being read
};

} // namespace culprit::app
