// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/engine.h"

#include <QWidget>

class QComboBox;

namespace culprit::widgets
{
class ConsoleView;
}

namespace culprit::app
{

/// A console view and the list of logs that it can show: the runs' consoles or the builds' logs. It shows the newest
/// live one until the user chooses another.
class LogPane final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Runs, Builds };
    explicit LogPane(Kind kind, QWidget *parent = nullptr);

    void setEngine(conductor::Engine *engine);
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void showRun(RunId run);
    void showBuild(BuildId build);

    [[nodiscard]] widgets::ConsoleView *view() const { return m_view; }

private:
    struct Entry {
        LogId log;
        QString title;
        bool live = false;
        qint64 line = -1; ///< where the crash report begins
        bool operator==(const Entry &) const = default;
    };
    [[nodiscard]] std::vector<Entry> entriesOf(const session::SessionState &state) const;
    void refill();
    void choose(const Entry &entry);
    void save(LogId log);

    Kind m_kind;
    conductor::Engine *m_engine = nullptr;
    std::vector<Entry> m_entries; ///< oldest first
    bool m_chosen = false;        ///< the user chose the log; the newest is not shown by itself
    QComboBox *m_box;
    widgets::ConsoleView *m_view;
};

} // namespace culprit::app
