// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/guestmaker.h"
#include "engine/conductor/places.h"
#include "engine/session/state.h"

#include <QByteArray>
#include <QString>

namespace culprit::conductor
{

/// Why a run cannot be done again by hand, a sentence; empty: it can be tried.
[[nodiscard]] QString whyNotByHand(const session::SessionState &state, RunId run);

/// A shell text that does the run again without this program, see machine::byHandText(). The files that it names are
/// kept below the cache for it: the kernel from the cache of finished builds, and what was brought into the guest, made
/// anew from the setup. Where the kernel is gone the text says so and begins with its build; where reproducer or agent
/// are not what the run had, it says so too. Blocks, may compile: for workers.
[[nodiscard]] Result<QByteArray> runByHand(const session::SessionState &state, RunId run, const Places &places);

/// The texts of many runs of one session, whose guest is made once. Refers to the state.
class ByHandTexts final
{
public:
    /// Blocks, may compile.
    ByHandTexts(const session::SessionState &state, Places places);

    /// As runByHand() says.
    [[nodiscard]] Result<QByteArray> text(RunId run) const;

private:
    const session::SessionState &m_state;
    Places m_places;
    Result<GuestParts> m_guest;
};

} // namespace culprit::conductor
