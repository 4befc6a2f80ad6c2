// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessionexport.h"

#include "app/cli/report.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/runbyhand.h"
#include "engine/exchange/configdrift.h"
#include "engine/exchange/sessionarchive.h"

#include <algorithm>

namespace culprit::app
{

using session::Journal;

Result<QByteArray> exportFile(const QString &path, const QString &format, std::optional<EventSeq> at)
{
    const auto journal = Journal::open(path, Journal::Access::Read);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    const auto ranges = (*journal)->ranges();
    if (!ranges) {
        return std::unexpected(ranges.error());
    }
    auto events = (*journal)->events();
    if (!events) {
        return std::unexpected(events.error());
    }
    if (at) {
        const EventSeq last = events->empty() ? EventSeq() : events->back().seq;
        if (*at > last) {
            return wrongUse("The session has no event " + std::to_string(at->value) + ": its last one is " +
                            std::to_string(last.value) + ".");
        }
        std::erase_if(*events, [&](const session::Event &event) { return event.seq > *at; });
    }
    const session::SessionState state = session::fold(*events, *ranges);
    const exchange::Conclusion conclusion = conclusionOf(state, conductor::planFor(state));
    exchange::Source source{state, *events, conclusion};
    if (state.imported && !at) {
        auto log = (*journal)->readLog(state.imported->log, 0, (*journal)->logSize(state.imported->log));
        if (!log) {
            return std::unexpected(log.error());
        }
        source.importedLog = std::move(*log);
    }
    if (conclusion.culprit) {
        auto config = exchange::configText(**journal, state, *conclusion.culprit);
        if (!config) {
            return std::unexpected(config.error());
        }
        source.config = std::move(*config);
    }
    return exchange::exportSession(format, source);
}

Result<void> packFile(const QString &path, const QString &archive)
{
    auto ledger = conductor::Ledger::open(path, Journal::Access::Read);
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    const auto events = ledger->journal().events();
    if (!events) {
        return std::unexpected(events.error());
    }
    const session::SessionState &state = ledger->state();
    const exchange::Conclusion conclusion = conclusionOf(state, conductor::planFor(state));
    const exchange::Source source{state, *events, conclusion};
    // Made for the first run that can be done by hand: that may compile.
    std::optional<conductor::ByHandTexts> byHand;
    const auto runByHand = [&](RunId run) {
        if (!conductor::whyNotByHand(state, run).isEmpty()) {
            return QByteArray();
        }
        if (!byHand) {
            byHand.emplace(state, conductor::Places::standard());
        }
        return byHand->text(run).value_or(QByteArray());
    };
    return exchange::packSession(ledger->journal(), {source, exchange::textReport(state, conclusion), runByHand},
                                 archive);
}

} // namespace culprit::app
