// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QVBoxLayout;

namespace culprit::app
{

/// What the window shows while no session is open.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    StartPage(QAction *newBisection, QAction *open, QAction *demo, QWidget *parent = nullptr);

    void setRecent(const QStringList &paths);
    void setChecks(const QList<Check> &checks);

Q_SIGNALS:
    void openWanted(const QString &path);

private:
    [[nodiscard]] QWidget *makeButtons(const QList<QAction *> &actions);
    [[nodiscard]] QWidget *makeChecks();

    QListWidget *m_recent;
    QWidget *m_recentCard;
    QVBoxLayout *m_checks = nullptr;
    QLabel *m_checking = nullptr;
};

} // namespace culprit::app
