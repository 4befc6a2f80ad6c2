// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/engine.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <unordered_set>

class QComboBox;
class QToolButton;

namespace culprit::widgets
{
class ConsoleView;
}

namespace culprit::app
{

class SessionMemory;

/// A console view and the list of logs that it can show: the runs' consoles or the builds' logs. It follows what is
/// live, going on to a newer log when that has its first bytes, until the user chooses another.
class LogPane final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Runs, Builds };
    explicit LogPane(Kind kind, QWidget *parent = nullptr);

    /// Logs that another pane shows: this one does not go on to them by itself.
    void setTaken(std::function<bool(LogId)> isTaken) { m_isTaken = std::move(isTaken); }
    /// What the other one, of the same engine, knows of logs that have grown.
    void learnFrom(const LogPane &other) { m_begun = other.m_begun; }
    /// With a button that asks for the end of this pane, or without.
    void setClosable(bool closable);
    /// Keeps what the user marks; outlives this.
    void setMemory(SessionMemory *memory);
    void setEngine(conductor::Engine *engine);
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void showRun(RunId run);
    void showBuild(BuildId build);
    [[nodiscard]] bool shows(RunId run) const;

    /// How a run is called in the list.
    [[nodiscard]] static QString titleOf(RunId id, const session::RunState &run);

    [[nodiscard]] widgets::ConsoleView *view() const { return m_view; }
    [[nodiscard]] QComboBox *box() const { return m_box; }

Q_SIGNALS:
    void closeWanted();

private:
    struct Entry {
        LogId log;
        QString title;
        bool live = false;
        qint64 line = -1; ///< where the crash report begins
        bool cancelled = false;
        bool operator==(const Entry &) const = default;
    };
    void setState(const std::shared_ptr<const session::SessionState> &state);
    [[nodiscard]] std::vector<Entry> entriesOf(const session::SessionState &state) const;
    [[nodiscard]] Entry entryOf(RunId id, const session::RunState &run) const;
    [[nodiscard]] Entry entryOf(BuildId id, const session::BuildState &build) const;
    [[nodiscard]] const Entry *newestLive() const;
    void take(int row);
    [[nodiscard]] bool isTaken(LogId log) const;
    void grow(LogId log, qint64 offset, const QByteArray &bytes);
    void follow();
    [[nodiscard]] QString emptyText(const conductor::Snapshot &snapshot) const;
    void refill();
    void choose(const Entry &entry);
    void show(const Entry &entry);
    void save(LogId log);

    Kind m_kind;
    conductor::Engine *m_engine = nullptr;
    SessionMemory *m_memory = nullptr;
    std::shared_ptr<const session::SessionState> m_state;
    std::vector<Entry> m_entries;      ///< oldest first
    std::unordered_set<LogId> m_begun; ///< logs that have grown since the session was opened
    QTimer m_stay;                     ///< a log just come to is not left yet, however short its run
    bool m_chosen = false;             ///< the user chose the log; the newest is not shown by itself
    std::function<bool(LogId)> m_isTaken;
    QComboBox *m_box;
    QToolButton *m_close;
    widgets::ConsoleView *m_view;
};

} // namespace culprit::app
