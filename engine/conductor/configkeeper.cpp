// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/configkeeper.h"

#include <ranges>
#include <set>

namespace culprit::conductor
{

Result<LogId> keepConfig(session::Journal &journal, const session::SessionState &state, const QByteArray &config)
{
    if (config.isEmpty()) {
        return LogId();
    }
    std::set<LogId> looked;
    for (const auto &[id, build] : std::views::reverse(state.builds)) {
        const LogId log = build.ended ? build.ended->config : LogId();
        if (!log || !looked.insert(log).second || journal.logSize(log) != config.size()) {
            continue;
        }
        if (const auto kept = journal.readLog(log, 0, config.size()); kept == config) {
            return log;
        }
    }
    const auto log = journal.createLog();
    if (!log) {
        return log;
    }
    return journal.appendLog(*log, config).and_then([&] { return journal.endLog(*log); }).transform([&log] {
        return *log;
    });
}

} // namespace culprit::conductor
