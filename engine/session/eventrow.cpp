// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/eventrow.h"

#include <utility>

namespace culprit::session
{

namespace
{

constexpr QByteArrayView sealStart("\"seal\":\"");
constexpr QByteArrayView sealEnd("\"}");
constexpr qsizetype sealDigits = 16;

/// FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv): no single changed byte leaves it as it was.
quint64 checksum(const EventRow &row, QByteArrayView unsealed)
{
    quint64 hash = 0xcbf29ce484222325;
    const auto add = [&hash](QByteArrayView bytes) {
        for (const char byte : bytes) {
            hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001b3;
        }
    };
    add(QByteArray::number(row.seq.value) + ' ' + QByteArray::number(row.time) + ' ' + row.kind.toUtf8() + ' ');
    add(unsealed);
    return hash;
}

QByteArray sealOf(const EventRow &row, QByteArrayView unsealed)
{
    return QByteArray::number(checksum(row, unsealed), 16).rightJustified(sealDigits, '0');
}

/// Without its seal, and whether it has none or the right one.
std::pair<QByteArray, bool> unsealed(const EventRow &row)
{
    const qsizetype length = sealStart.size() + sealDigits + sealEnd.size();
    const qsizetype at = row.payload.size() - length;
    if (at < 1 || !row.payload.endsWith(sealEnd) || row.payload.sliced(at, sealStart.size()) != sealStart) {
        return {row.payload, !row.payload.contains(sealStart)};
    }
    const QByteArray kept = row.payload.first(row.payload.at(at - 1) == ',' ? at - 1 : at) + '}';
    return {kept, row.payload.sliced(at + sealStart.size(), sealDigits) == sealOf(row, kept)};
}

} // namespace

EventRow rowOf(const Event &event)
{
    EventRow row{event.seq, event.time, kindOf(event.payload), toJson(event.payload)};
    const QByteArray seal = sealOf(row, row.payload);
    row.payload.chop(1);
    row.payload += row.payload.size() > 1 ? "," : "";
    row.payload += sealStart.toByteArray() + seal + sealEnd.toByteArray();
    return row;
}

Result<Event> eventFrom(const EventRow &row)
{
    const auto [json, isAsWritten] = unsealed(row);
    if (!isAsWritten) {
        return failedOutside("It is not as it was written.");
    }
    Result<Payload> payload = payloadFromJson(row.kind, json);
    if (!payload) {
        return std::unexpected(payload.error());
    }
    return Event{row.seq, row.time, std::move(*payload)};
}

LogId logNamedBy(const Payload &payload)
{
    LogId log;
    if (const auto *made = std::get_if<ConfigMade>(&payload)) {
        log = made->config;
    } else if (const auto *build = std::get_if<BuildStarted>(&payload)) {
        log = build->log;
    } else if (const auto *built = std::get_if<BuildEnded>(&payload)) {
        log = built->config;
    } else if (const auto *run = std::get_if<RunStarted>(&payload)) {
        log = run->console;
    } else if (const auto *imported = std::get_if<LogImported>(&payload)) {
        log = imported->log;
    }
    return log;
}

} // namespace culprit::session
