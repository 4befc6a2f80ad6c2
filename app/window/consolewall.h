// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/engine.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QAction;
class QSplitter;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::app
{

class LogPane;
class SessionMemory;

/// The consoles of the runs as tiles, one to `mostConsoles` of them. Each follows a live run that none of the others
/// shows, so that as many consoles as machines show what each machine does.
class ConsoleWall final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostConsoles = 9;

    /// The repository outlives this.
    explicit ConsoleWall(const KSyntaxHighlighting::Repository &syntax, QWidget *parent = nullptr);
    ~ConsoleWall() override;

    void setMemory(SessionMemory *memory); ///< outlives this
    void setEngine(conductor::Engine *engine);
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void setLetterKeys(bool on);

    /// The shown ones stay as far as there is room for them.
    void setCount(qsizetype count);
    /// As many machines as ran at once so far, or may run.
    [[nodiscard]] qsizetype machines() const;
    /// Where the run is shown already, else in the console that had the keyboard last.
    void showRun(RunId run);

    [[nodiscard]] const QList<LogPane *> &consoles() const { return m_consoles; } ///< row by row
    [[nodiscard]] LogPane *active() const;
    [[nodiscard]] QList<QAction *> actions() const { return {m_another, m_close, m_perMachine}; }

Q_SIGNALS:
    void added(culprit::app::LogPane *pane); ///< one more console; the first is there from the start

private:
    LogPane *make();
    void close(LogPane *pane);
    void tile();
    void updateActions();

    const KSyntaxHighlighting::Repository &m_syntax;
    SessionMemory *m_memory = nullptr;
    conductor::Engine *m_engine = nullptr;
    conductor::SnapshotPtr m_snapshot;
    bool m_letterKeys = true;
    QList<LogPane *> m_consoles;
    QPointer<LogPane> m_active;
    QSplitter *m_rows;
    QAction *m_another;
    QAction *m_close;
    QAction *m_perMachine;
};

} // namespace culprit::app
