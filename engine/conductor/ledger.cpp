// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/ledger.h"

namespace culprit::conductor
{

namespace
{

Result<std::shared_ptr<const session::SessionState>> stateOf(const session::Journal &journal)
{
    auto ranges = journal.ranges();
    if (!ranges) {
        return std::unexpected(ranges.error());
    }
    auto events = journal.events();
    if (!events) {
        return std::unexpected(events.error());
    }
    return std::make_shared<const session::SessionState>(session::fold(*events, *ranges));
}

} // namespace

Ledger::Ledger(std::unique_ptr<session::Journal> journal, std::shared_ptr<const session::SessionState> state)
    : m_journal(std::move(journal)), m_state(std::move(state))
{
}

Result<Ledger> Ledger::create(const QString &path, const session::SessionCreated &created,
                              const history::CommitRange &range)
{
    auto journal = session::Journal::create(path, created, range);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    auto state = stateOf(**journal);
    if (!state) {
        return std::unexpected(state.error());
    }
    return Ledger(std::move(*journal), std::move(*state));
}

Result<Ledger> Ledger::open(const QString &path, session::Journal::Access access)
{
    auto journal = session::Journal::open(path, access);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    auto state = stateOf(**journal);
    if (!state) {
        return std::unexpected(state.error());
    }
    return Ledger(std::move(*journal), std::move(*state));
}

Result<session::Event> Ledger::append(const session::Payload &payload)
{
    auto event = m_journal->append(payload);
    if (event) {
        m_state = std::make_shared<const session::SessionState>(session::extend(*m_state, *event));
    }
    return event;
}

Result<session::Event> Ledger::append(const session::GoodEndFound &found, const session::SharedRange &range)
{
    auto event = m_journal->append(found, *range);
    if (event) {
        session::SessionState state = *m_state;
        state.ranges.found.insert_or_assign(found.release.commit, range);
        m_state = std::make_shared<const session::SessionState>(session::extend(std::move(state), *event));
    }
    return event;
}

BuildId Ledger::nextBuild() const
{
    return m_state->builds.empty() ? BuildId{1} : BuildId{m_state->builds.rbegin()->first.value + 1};
}

RunId Ledger::nextRun() const
{
    return m_state->runs.empty() ? RunId{1} : RunId{m_state->runs.rbegin()->first.value + 1};
}

} // namespace culprit::conductor
