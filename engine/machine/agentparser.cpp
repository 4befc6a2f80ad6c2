// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/agentparser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace culprit::machine
{

namespace
{

using Word = AgentRecord::Word;

constexpr QByteArrayView Prefix = "CULPRIT:";
constexpr qsizetype LongestLine = 4096;
constexpr qsizetype LongestRest = 200;

constexpr std::array<std::pair<QByteArrayView, Word>, 7> Words{{{"BOOT-OK", Word::BootOk},
                                                                {"SELF-TEST", Word::SelfTest},
                                                                {"READY", Word::Ready},
                                                                {"REPRO-START", Word::ReproStart},
                                                                {"HEARTBEAT", Word::Heartbeat},
                                                                {"REPRO-EXIT", Word::ReproExit},
                                                                {"DONE", Word::Done}}};

QByteArray plain(QByteArrayView text)
{
    QByteArray result = text.first(std::min(text.size(), LongestRest)).toByteArray();
    std::ranges::replace_if(result, [](char c) { return c < ' ' || c > '~'; }, '?');
    return result;
}

std::optional<AgentRecord> parsedRecord(QByteArrayView text, qint64 nowMs)
{
    const qsizetype space = text.indexOf(' ');
    const QByteArrayView word = space < 0 ? text : text.first(space);
    const auto known = std::ranges::find(Words, word, &std::pair<QByteArrayView, Word>::first);
    if (known == Words.end()) {
        return std::nullopt;
    }
    return AgentRecord{
        .word = known->second, .rest = space < 0 ? QByteArray() : plain(text.sliced(space + 1)), .atMs = nowMs};
}

} // namespace

AgentParser::Parsed AgentParser::feed(QByteArrayView bytes, qint64 nowMs)
{
    Parsed parsed;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        m_line += end < 0 ? bytes : bytes.first(end);
        if (end >= 0) {
            takeLine(std::exchange(m_line, {}) + '\n', nowMs, parsed);
        } else if (m_line.size() > LongestLine) {
            parsed.output += std::exchange(m_line, {}).replace('\r', QByteArrayView());
        }
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    }
    return parsed;
}

AgentParser::Parsed AgentParser::finish(qint64 nowMs)
{
    Parsed parsed;
    takeLine(std::exchange(m_line, {}), nowMs, parsed);
    return parsed;
}

void AgentParser::takeLine(const QByteArray &line, qint64 nowMs, Parsed &parsed)
{
    // The reproducer may have left a line unfinished before the record.
    const qsizetype at = line.lastIndexOf(Prefix);
    const auto record =
        at < 0 ? std::nullopt : parsedRecord(QByteArrayView(line).sliced(at + Prefix.size()).trimmed(), nowMs);
    if (record) {
        parsed.records += *record;
    }
    QByteArray output = record ? line.first(at) : line;
    parsed.output += output.replace('\r', QByteArrayView());
}

} // namespace culprit::machine
