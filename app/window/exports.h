// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/snapshot.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace culprit::app
{

/// The session that is shown, as a file for others; made on a worker, of the moment that is looked at.
class Exports final : public QObject
{
    Q_OBJECT

public:
    explicit Exports(QWidget *window);

    /// In the order of the menu; Actions enables them.
    [[nodiscard]] static QList<QAction *> makeActions(QWidget &window);

    void setSnapshot(const conductor::SnapshotPtr &snapshot) { m_snapshot = snapshot; }
    /// Asks for the name of a file, or puts what is one line into the clipboard. `action` is one of makeActions().
    void ask(const QAction &action);
    void save(const QString &format, const QString &path);

Q_SIGNALS:
    void done(const QString &message);
    void failed(const culprit::Error &error);

private:
    void copy(const QString &format);

    QWidget *m_window;
    conductor::SnapshotPtr m_snapshot;
};

} // namespace culprit::app
