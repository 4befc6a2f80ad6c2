// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/engine.h"

#include <QTimer>
#include <QWidget>

#include <unordered_set>

class QComboBox;

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

    /// Keeps what the user marks; outlives this.
    void setMemory(SessionMemory *memory);
    void setEngine(conductor::Engine *engine);
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void showRun(RunId run);
    void showBuild(BuildId build);

    [[nodiscard]] widgets::ConsoleView *view() const { return m_view; }
    [[nodiscard]] QComboBox *box() const { return m_box; }

private:
    struct Entry {
        LogId log;
        QString title;
        bool live = false;
        qint64 line = -1; ///< where the crash report begins
        bool cancelled = false;
        bool operator==(const Entry &) const = default;
    };
    [[nodiscard]] std::vector<Entry> entriesOf(const session::SessionState &state) const;
    [[nodiscard]] Entry entryOf(RunId id, const session::RunState &run) const;
    [[nodiscard]] Entry entryOf(BuildId id, const session::BuildState &build) const;
    [[nodiscard]] const Entry *newestLive() const;
    void take(int row);
    void grow(LogId log, qint64 offset, const QByteArray &bytes);
    void follow();
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
    QComboBox *m_box;
    widgets::ConsoleView *m_view;
};

} // namespace culprit::app
