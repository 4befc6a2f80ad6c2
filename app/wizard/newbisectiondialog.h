// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/setuppage.h"
#include "engine/conductor/places.h"
#include "engine/session/setup.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace culprit::widgets
{
class CodeEdit;
}

namespace culprit::app
{

class RangePage;
class RangeWatcher;
class SetupPage;
class SummaryPage;

/// Settings and the file of a new session, on six pages of which each can be gone to at any time. What is typed is
/// checked as it is typed, and shown as the commands that it stands for.
class NewBisectionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewBisectionDialog(QWidget *parent = nullptr);

    void setSetup(const session::Setup &setup); ///< for instance from a SETUP.toml
    void setSessionFile(const QString &path);
    void setSessionsFolder(const QString &folder); ///< where a file is proposed
    /// Where it will be built, and sessions that tell how long a step takes, newest first.
    void setSurroundings(const conductor::Places &places, const QStringList &earlierSessions);

    [[nodiscard]] Result<session::Setup> setup() const;
    [[nodiscard]] QString sessionFile() const;
    [[nodiscard]] bool startsAtOnce() const { return m_startsAtOnce; } ///< once accepted

private:
    void addPages();
    void addPage(SetupPage *page);
    [[nodiscard]] QWidget *makeCommands();
    [[nodiscard]] QWidget *makeButtons();
    void showPage(int number);
    void refresh();
    void showProblems(const QList<FieldProblem> &problems);
    void markPage(int number);
    void showCheck();
    void showFinding();
    void askOutlook();
    void goToProblem();
    void showHelp();
    void finish(bool startsAtOnce);
    void save();
    void load();
    [[nodiscard]] session::Setup typed() const;
    [[nodiscard]] QList<FieldProblem> problemsOf(const session::Setup &typed) const;
    [[nodiscard]] SetupPage *pageWith(const QString &key) const;

    QList<SetupPage *> m_pages;
    RangePage *m_range = nullptr;
    SummaryPage *m_summary = nullptr;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    widgets::CodeEdit *m_commands = nullptr;
    QWidget *m_commandsPane = nullptr;
    QLabel *m_check = nullptr;
    QToolButton *m_goThere = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_startPaused = nullptr;

    session::Setup m_base; ///< keys that no page shows keep their values
    conductor::Places m_places = conductor::Places::standard();
    QStringList m_earlierSessions;
    RangeWatcher *m_watcher = nullptr;
    QList<FieldProblem> m_problems;
    QString m_message; ///< what a button led to; until the next key stroke
    bool m_startsAtOnce = false;
};

} // namespace culprit::app
