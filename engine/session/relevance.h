// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <map>

namespace culprit::session
{

/// The function at the end of a title: "frob_ioctl" of "KASAN: use-after-free Read in frob_ioctl". Empty: it names
/// none.
[[nodiscard]] QString functionIn(const QString &title);

/// The crash titles of the session's runs (of those that ended as crashed, boot failures never count) and of `judged`,
/// each with its relevance by these rules, the first that applies:
///  1. what the user says;
///  2. a title given by the setup: it and what meets it are the target;
///  3. otherwise what dominates at the bad end: a fifth of its crashes, and 2 of them where it had 10 runs or more;
///     what meets a target title (the sets of title and alternatives share one) is a target too;
///  4. what tells of the test's machinery (a fuzzer's failure, a lost connection) and never came on the bad end is
///     unrelated, as syzkaller has it; so is what comes on a good end without any of these targets, and what comes
///     where so many runs end well that the bug is not there: by halving half of them, by probability so many that the
///     bug would show with 99 %; so is a lesser one of the dominant titles that comes on a good end without the others;
///  5. unless the setup gave a title, these are targets as well: what makes a fifth of the crashes of 2 revisions where
///     targets come too; what crashes in the same function as a target; titles in functions of one part of the kernel
///     (whose names begin with the same word) that came on 2 revisions or more and only beside targets, if chance would
///     do that in at most 2 %;
///  6. undecided.
/// Reads only runs, created and order of `state`.
[[nodiscard]] std::map<QString, TitleState> titlesOf(const SessionState &state,
                                                     const std::map<QString, Relevance> &judged);

} // namespace culprit::session
