// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QObject>

namespace culprit::app
{

/// Makes the settings of the bisection that finds the commit behind a merge; their patch lies beside the session.
class FollowUpMaker final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// made() or failed() follows.
    void make(const conductor::SnapshotPtr &snapshot);

Q_SIGNALS:
    /// sentence: what it bisects.
    void made(const culprit::session::Setup &setup, const QString &sentence);
    void failed(const culprit::Error &error);
};

} // namespace culprit::app
