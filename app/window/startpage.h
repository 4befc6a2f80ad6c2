// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace culprit::app
{

class SessionCatalog;
class SessionListModel;

/// What the window shows while no session is open.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostSessions = 8; ///< the others are behind "Open session"

    /// `actions`: ways to begin. `catalog` outlives this.
    StartPage(const QList<QAction *> &actions, const SessionCatalog &catalog, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *sessions() const { return m_table; }
    void showOnTop(QWidget *card); ///< above all that can be chosen
    void setChecks(const QList<Check> &checks);

Q_SIGNALS:
    void openWanted(const QString &path);

private:
    [[nodiscard]] QWidget *makeButtons(const QList<QAction *> &actions);
    [[nodiscard]] QWidget *makeChecks();

    void showSessions();

    SessionListModel *m_sessions;
    QTableView *m_table;
    QWidget *m_sessionsCard;
    QGridLayout *m_grid = nullptr;
    QVBoxLayout *m_checks = nullptr;
    QLabel *m_checking = nullptr;
};

} // namespace culprit::app
