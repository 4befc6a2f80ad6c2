// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a bisection log: what is accepted is bounded, plain text, and makes a range whose parts fit together.

#include "engine/exchange/logimporter.h"
#include "engine/exchange/testedline.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace culprit;

namespace
{

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

bool isPlain(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto log = exchange::readBisectLog(bytes, QStringLiteral("log"));
    if (!log) {
        require(log.error().message.ends_with('.'));
        return 0;
    }
    const auto session = exchange::sessionFrom(*log, QStringLiteral("log"), {});
    require(session.has_value());
    require(!session->range.commits.empty() && session->range.bad == session->range.commits.back());
    for (const session::LogImported::Hidden &hidden : session->imported.hidden) {
        require(hidden.commits > 0 && hidden.position >= 0 &&
                static_cast<std::size_t>(hidden.position) < session->range.commits.size());
    }
    require(isPlain(log->answer) && isPlain(log->cut) && isPlain(log->crashTitle));
    for (const exchange::LoggedTest &test : log->tests) {
        require(test.runs.size() <= 1000);
        require(std::ranges::all_of(test.runs, [](const exchange::LoggedRun &run) { return isPlain(run.title); }));
    }
    for (const session::Payload &payload : session->events) {
        require(session::payloadFromJson(session::kindOf(payload), session::toJson(payload)).has_value());
    }
    return 0;
}
