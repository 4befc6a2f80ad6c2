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

/// The tabs of the details: only the one in sight is kept up to date, and what it asks for is got from the engine.
class DetailTabs final : public QObject
{
    Q_OBJECT

public:
    DetailTabs(const Panes &panes, const SessionSlot &session, QObject *parent = nullptr);

    void forget(); ///< another session comes
    void show(const conductor::SnapshotPtr &snapshot, const std::optional<history::ObjectId> &revision);

private:
    void audit();

    const Panes &m_panes;
    const SessionSlot &m_session;
    conductor::Snapshot m_reported; ///< what the report was made of
    bool m_auditing = false;
    bool m_auditAgain = false; ///< once the audit under way has come
};

} // namespace culprit::app
