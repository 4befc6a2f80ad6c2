// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/engine.h"

#include <QObject>
#include <QPointer>

class QAction;
class QDialog;
class QWidget;

namespace culprit::widgets
{
class ConsoleComparisonView;
}

namespace culprit::app
{

class LogPane;
struct Actions;
struct Panes;

/// Puts the consoles of two runs beside each other, in windows of their own that stay as they are while the session
/// goes on, and close with it.
class ConsoleCompareWindow final : public QObject
{
    Q_OBJECT

public:
    /// Does what actions.compareConsoles says, of the run that the pane of consoles shows; `panes` outlive this.
    ConsoleCompareWindow(const Actions &actions, const Panes &panes, QWidget *window);

    /// What is open is of another session: it closes.
    void setEngine(conductor::Engine *engine);
    void setSnapshot(const conductor::SnapshotPtr &snapshot) { m_snapshot = snapshot; }
    /// Adds itself to the menu of a pane's console, for the run that is shown there.
    void offerIn(const LogPane &pane);

    /// `shown`: the console that the user looks at; none: nothing in particular.
    void open(LogId shown);

Q_SIGNALS:
    void opened(culprit::widgets::ConsoleComparisonView *view);

private:
    void compare(widgets::ConsoleComparisonView *view, LogId left, LogId right);

    const QAction *m_action;
    const QAction *m_letterKeys;
    const Panes &m_panes;
    QWidget *m_window;
    QPointer<conductor::Engine> m_engine;
    conductor::SnapshotPtr m_snapshot;
    QList<QPointer<QDialog>> m_open;
};

} // namespace culprit::app
