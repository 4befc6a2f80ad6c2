// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/journal.h"
#include "engine/session/state.h"

#include <memory>

namespace culprit::conductor
{

/// The open session file and the state that its events amount to, kept in step.
class Ledger final
{
public:
    [[nodiscard]] static Result<Ledger> create(const QString &path, const session::SessionCreated &created,
                                               const history::CommitRange &range);
    [[nodiscard]] static Result<Ledger> open(const QString &path, session::Journal::Access access);

    /// On disk first, then in the state.
    [[nodiscard]] Result<session::Event> append(const session::Payload &payload);

    [[nodiscard]] Result<session::Event> append(const session::GoodEndFound &found, const session::SharedRange &range);

    [[nodiscard]] const session::SessionState &state() const { return *m_state; }
    [[nodiscard]] std::shared_ptr<const session::SessionState> sharedState() const { return m_state; }
    [[nodiscard]] session::Journal &journal() { return *m_journal; }
    [[nodiscard]] const session::Journal &journal() const { return *m_journal; }

    [[nodiscard]] BuildId nextBuild() const;
    [[nodiscard]] RunId nextRun() const;

private:
    Ledger(std::unique_ptr<session::Journal> journal, std::shared_ptr<const session::SessionState> state);

    std::unique_ptr<session::Journal> m_journal;
    std::shared_ptr<const session::SessionState> m_state;
};

} // namespace culprit::conductor
