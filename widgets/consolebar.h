// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/consolemarks.h"
#include "widgets/consoletimes.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class QToolBar;

namespace culprit::widgets
{

class ElidedLabel;

/// Above a console: what it shows, how far it is, and the buttons for what the keys do too.
class ConsoleBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ConsoleBar(LogKind kind, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// For a console whose title is shown beside it already.
    void hideTitle();
    void setStatus(const QString &status);
    void setCrashes(std::size_t count); ///< or errors of a build
    void setTimes(Times times);

    [[nodiscard]] QList<QAction *> buttons() const { return {m_nextCrash, m_follow, m_wrap, m_times, m_find, m_save}; }
    [[nodiscard]] QAction *follow() const { return m_follow; } ///< checkable
    [[nodiscard]] QAction *wrap() const { return m_wrap; }     ///< checkable
    [[nodiscard]] QAction *times() const { return m_times; }   ///< goes on to the next way to show them
    [[nodiscard]] QAction *find() const { return m_find; }
    [[nodiscard]] QAction *nextCrash() const { return m_nextCrash; } ///< or error; its menu is filled by who opens it
    [[nodiscard]] QAction *save() const { return m_save; }

private:
    QAction *addButton(const QString &text, const QString &tip, bool checkable);

    void showCrashes(std::size_t count);

    LogKind m_kind;
    ElidedLabel *m_title;
    ElidedLabel *m_status;
    QToolBar *m_buttons; ///< where it is narrow, the last ones are behind its arrow
    QAction *m_follow;
    QAction *m_wrap;
    QAction *m_times;
    QAction *m_find;
    QAction *m_nextCrash;
    QAction *m_save;
    std::optional<std::size_t> m_crashes; ///< as the button tells
};

} // namespace culprit::widgets
