// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/places.h"
#include "engine/session/setup.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace culprit::app
{

/// What a session that is to be made will take, as far as it can be told.
struct Outlook {
    Q_DECLARE_TR_FUNCTIONS(Outlook)
public:
    QString time;
    QString disk;

    /// The pace is that of the first of the earlier sessions, newest first, that has one and is of the same tree and
    /// recipe. `steps` as RangeFinding has them. Blocks: for workers.
    [[nodiscard]] static Outlook of(const session::Setup &setup, int steps, const QString &sessionFile,
                                    const conductor::Places &places, const QStringList &earlierSessions);
};

} // namespace culprit::app
