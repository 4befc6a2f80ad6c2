// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"
#include "engine/session/state.h"

#include <QString>

#include <optional>
#include <vector>

class QSettings;

namespace culprit::app
{

/// What the window keeps of each session outside its file: the lines that the user marked in its logs, what was
/// selected and read, and how the window was laid out. A session is known by when and of what it was made, wherever its
/// file lies.
class SessionMemory final
{
public:
    static constexpr int mostSessions = 200; ///< those that were looked at longest ago are forgotten

    explicit SessionMemory(QSettings &settings) : m_settings(settings) {}

    /// What follows is of this session.
    void setSession(const session::SessionState &state);

    [[nodiscard]] std::vector<int> marks(LogId log) const; ///< lines of the text, ascending
    void setMarks(LogId log, const std::vector<int> &lines);
    [[nodiscard]] QByteArray layout() const;
    void setLayout(const QByteArray &layout);
    /// The commit that the user selected; nothing: the window follows the search.
    [[nodiscard]] std::optional<history::ObjectId> selection() const;
    void setSelection(const std::optional<history::ObjectId> &commit);
    /// The console that was read at a place of the user's; null: its end was followed.
    [[nodiscard]] LogId readLog() const;
    void setReadLog(LogId log);
    /// How the steps are grouped, a word; empty: not at all.
    [[nodiscard]] QString grouping() const;
    void setGrouping(const QString &grouping);

private:
    [[nodiscard]] QString key(const QString &name) const;
    void set(const QString &name, const QString &value);

    QSettings &m_settings;
    QString m_session; ///< empty: none yet
};

} // namespace culprit::app
