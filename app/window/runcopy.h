// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/places.h"
#include "engine/conductor/snapshot.h"

#include <QObject>

#include <optional>

class QAction;

namespace culprit::app
{

/// The run that is chosen, as a shell text in the clipboard: what it takes is gathered on a worker.
class RunCopy final : public QObject
{
    Q_OBJECT

public:
    /// `action` is enabled where there is something to copy, else it says why not.
    explicit RunCopy(QAction *action, QObject *parent = nullptr);

    void choose(const conductor::SnapshotPtr &snapshot, std::optional<RunId> run);
    void copy(const conductor::Places &places);

Q_SIGNALS:
    void copied(const QString &message);
    void failed(const culprit::Error &error);

private:
    void update();

    QAction *m_action;
    conductor::SnapshotPtr m_snapshot;
    std::optional<RunId> m_run;
    bool m_works = false;
};

} // namespace culprit::app
