// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <map>

namespace culprit::session
{

/// The crash titles of the session's runs (of those that ended as crashed, boot failures never count) and of `judged`,
/// each with its relevance by these rules, the first that applies:
///  1. what the user says;
///  2. a title given by the setup: it and what meets it are the target;
///  3. otherwise what dominates at the bad end: a fifth of its crashes, and 2 of them where it had 10 runs or more;
///     what meets a target title (the sets of title and alternatives share one) is a target too;
///  4. what comes on a good end (or, if the session searches by halving, where half of the runs end well) without any
///     of these targets, is unrelated; so is a lesser one of the dominant titles that comes on a good end without the
///     others;
///  5. what makes a fifth of the crashes of 2 revisions where targets come too is the target as well, unless the setup
///     gave a title;
///  6. undecided.
/// Reads only runs, created and order of `state`.
[[nodiscard]] std::map<QString, TitleState> titlesOf(const SessionState &state,
                                                     const std::map<QString, Relevance> &judged);

} // namespace culprit::session
