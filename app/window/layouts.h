// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMainWindow;
class QMenu;
class QSettings;

namespace culprit::app
{

class SessionMemory;
struct Actions;
struct Panes;

/// Ways to lay the window out: those of Panes, and those that the user saved by a name.
class Layouts final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostLayouts = 30;

    /// All outlive this. The saved ones come into `actions.layoutMenu`.
    Layouts(QSettings &settings, const Panes &panes, const Actions &actions, QMainWindow &window);

    [[nodiscard]] QStringList names() const;
    void save(const QString &name);
    /// False: there is none, or it is none that this program can read.
    [[nodiscard]] bool apply(const QString &name);
    void remove(const QString &name);

    /// The state of all docks, as restore() takes it.
    [[nodiscard]] QByteArray state() const;
    [[nodiscard]] bool restore(const QByteArray &state);

    /// The window as it is, for the session that `memory` is of, and for those that have no layout of their own yet.
    void keep(SessionMemory &memory);
    /// As the session was left. One without a layout of its own leaves the window as it is, unless it is the `first`.
    void bringBack(const SessionMemory &memory, bool first);

private:
    void askToSave();
    void listSaved();

    QSettings &m_settings;
    const Panes &m_panes;
    const Actions &m_actions;
    QMainWindow &m_window;
};

} // namespace culprit::app
