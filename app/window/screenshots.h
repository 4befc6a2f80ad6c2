// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace culprit::app
{

class MainWindow;

/// Takes pictures of the window at work: early in the search, while machines run, at the end, in both themes.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(MainWindow &window, const QString &folder);

    void finish(); ///< those of the end; returns when they are written
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

private:
    void consider(const conductor::SnapshotPtr &snapshot);
    void take(const QString &name);

    MainWindow &m_window;
    QString m_folder;
    QStringList m_paths;
    QSet<QString> m_taken;
};

} // namespace culprit::app
