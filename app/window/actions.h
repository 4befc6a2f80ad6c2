// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QCoreApplication>
#include <QList>

#include <optional>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
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

    /// Every action stands in a menu, and so do the docks: to show them, and to go to them, with Ctrl+1 and on.
    /// graph: see GraphLevels; consoles: see ConsoleWall.
    void fillMenus(QMenuBar &bar, const QList<QDockWidget *> &docks, const QList<QAction *> &graph,
                   const QList<QAction *> &consoles);
    /// Allows what the session allows now. `target`: the commit that a judgement would be of.
    void update(const conductor::Snapshot &snapshot, const std::optional<history::ObjectId> &target) const;
    /// `why` it cannot be done now, where it cannot.
    static void set(QAction *action, bool enabled, const QString &why);

    QAction *newBisection, *open, *importLog, *giveTree, *compare, *compareConsoles, *example, *demo, *copyReport,
        *copyRun, *settings, *quit;
    QList<QAction *> exports; ///< see Exports
    QAction *start, *pause, *stop, *followUp;
    QAction *good, *bad, *skip, *skipRange, *retest, *testNext, *removeVerdict, *undo, *redo;
    QAction *back, *forward, *goToCurrent, *previousTested, *nextTested;
    QAction *showDetails, *showDiff, *showConsole; ///< of the commit that the window is about
    QAction *nextPane, *previousPane, *findAction, *letterKeys;
    QAction *driveLayout, *watchLayout, *reviewLayout, *saveLayout, *resetLayout;
    QMenu *layoutMenu = nullptr;       ///< with them; the saved ones come before `saveLayout`
    QMenu *removeLayoutMenu = nullptr; ///< of the saved ones
    QList<QAction *> panes;            ///< to go to, in the order of the docks
    QAction *systemTheme, *lightTheme, *darkTheme, *blackOnWhite, *whiteOnBlack;
    QAction *guide, *keys, *about;

private:
    void disableForWantOf(const QString &what) const;
};

} // namespace culprit::app
