// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QObject>
#include <QTimer>

class QMainWindow;
class QSettings;

namespace culprit::app
{

class CommitChoice;
class Layouts;
class SessionMemory;
struct Panes;

/// Keeps how the window shows its session, a moment after each change: a crash loses none of it.
class StateKeeper final : public QObject
{
    Q_OBJECT

public:
    /// What the window is made of; all outlive this but for the window's own children.
    struct Parts {
        QMainWindow &window;
        const Panes &panes;
        Layouts &layouts;
        CommitChoice &choice;
        SessionMemory &memory;
        QSettings &settings;
    };

    explicit StateKeeper(const Parts &parts);

    void keep(); ///< now
    /// Another session comes: until bringBack() nothing of it is kept.
    void pause();
    /// Layout of the session that the memory is of; of the `first` one after the start the latest, if it has none.
    void bringBackLayout(bool first);
    /// The commit that was selected and the console that was read, and from now on what is changed is kept.
    void bringBack(const session::SessionState &state);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepSoon() { m_soon.start(); }

    Parts m_parts;
    QTimer m_soon;
    bool m_hasSession = false;
};

} // namespace culprit::app
