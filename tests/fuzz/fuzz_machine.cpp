// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, in any chunks, on the agent's port and from the monitor: the parsers hold their bounds, and how the bytes
// are cut changes nothing.

#include "engine/machine/agentparser.h"
#include "engine/machine/proberesult.h"
#include "engine/machine/qmpparser.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace culprit::machine;

namespace
{

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

AgentParser::Parsed parseAgent(QByteArrayView bytes, qsizetype step)
{
    AgentParser parser;
    AgentParser::Parsed all;
    const auto take = [&all](const AgentParser::Parsed &part) {
        all.records += part.records;
        all.output += part.output;
    };
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        take(parser.feed(bytes.sliced(at).first(std::min(step, bytes.size() - at)), 0));
    }
    take(parser.finish(0));
    return all;
}

QList<QJsonObject> parseMonitor(QByteArrayView bytes, qsizetype step)
{
    QmpParser parser;
    QList<QJsonObject> all;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        all += parser.feed(bytes.sliced(at).first(std::min(step, bytes.size() - at)));
    }
    return all;
}

} // namespace

// The first byte says how the rest is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0 || size > 4000) {
        return 0;
    }
    const qsizetype step = 1 + data[0] % 67;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    const AgentParser::Parsed whole = parseAgent(bytes, bytes.size() + 1);
    const AgentParser::Parsed pieces = parseAgent(bytes, step);
    require(whole.records == pieces.records && whole.output == pieces.output);
    require(std::ranges::all_of(whole.records, [](const AgentRecord &r) {
        return r.rest.size() <= 200 && std::ranges::all_of(r.rest, [](char c) { return c >= ' ' && c <= '~'; });
    }));
    require(parseMonitor(bytes, step) == parseMonitor(bytes, bytes.size() + 1));
    (void)probeResultFromJson(bytes);
    return 0;
}
