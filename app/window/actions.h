// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QCoreApplication>
#include <QList>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenuBar;

namespace culprit::app
{

/// How often a revision is run again when that is asked for.
inline constexpr int retestRuns = 10;

/// Everything the window can be told to do. What cannot be done says why, in its tool tip and status tip.
struct Actions {
    Q_DECLARE_TR_FUNCTIONS(Actions)

public:
    /// The actions are the window's; none is connected yet.
    explicit Actions(QMainWindow &window);

    /// Every action stands in a menu, and so do the docks, with Ctrl+1 and on. graph: see GraphLevels.
    void fillMenus(QMenuBar &bar, const QList<QDockWidget *> &docks, const QList<QAction *> &graph) const;
    /// Allows what the session allows now. `hasTarget`: a commit is named for a judgement.
    void update(const conductor::Snapshot &snapshot, bool hasTarget) const;
    /// `why` it cannot be done now, where it cannot.
    static void set(QAction *action, bool enabled, const QString &why);

    QAction *newBisection, *open, *giveTree, *compare, *demo, *copyReport, *copyRun, *quit;
    QList<QAction *> exports; ///< see Exports
    QAction *start, *pause, *stop, *followUp;
    QAction *good, *bad, *skip, *skipRange, *retest, *undo, *redo;
    QAction *goToCurrent, *nextPane, *previousPane, *resetLayout;
    QAction *systemTheme, *lightTheme, *darkTheme;
    QAction *about;

private:
    void disableForWantOf(const QString &what) const;
};

} // namespace culprit::app
