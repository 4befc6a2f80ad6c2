// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/session/state.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace culprit::exchange
{

/// Where the search stands, as the planner says it; the planner itself is above this folder.
struct Conclusion {
    QString phase;  ///< "Bisect", "Confirm", "Done", ...
    QString reason; ///< one or two sentences
    bool finished = false;
    std::optional<history::ObjectId> culprit;
    std::vector<history::ObjectId> candidates; ///< still suspect
    bool confirmed = false;                    ///< culprit and parents stood their second test
};

/// What an export is made from; refers to what it is given.
struct Source {
    const session::SessionState &state;
    std::span<const session::Event> events; ///< those that `state` was folded from
    const Conclusion &conclusion;
    QByteArray importedLog = {}; ///< every byte of the log that the session was imported from, if it was
    QByteArray config = {}; ///< the .config that the culprit was built with, if the session keeps it: see configOf()
};

/// "text", "syz", "git", "mail", "fixes", "table", "html", "json".
[[nodiscard]] QStringList exportFormats();

/// A session as a file of `format`, in UTF-8; one imported from a syzbot log and left as it was is that log again. An
/// unknown format is an error of kind Use that lists the known ones; so is one that blames a commit while the session
/// has none that is confirmed.
[[nodiscard]] Result<QByteArray> exportSession(const QString &format, const Source &source);

/// The report for people: culprit, revisions, titles, machine, and the git bisect log.
[[nodiscard]] QString textReport(const session::SessionState &state, const Conclusion &conclusion);

/// A log of syzkaller's bisection (the generation of 2023 and later) with the lines whose facts are known here.
[[nodiscard]] QString syzLog(const session::SessionState &state, const Conclusion &conclusion);

/// What `git bisect log` would say: `git bisect replay` takes it. A search for a fix has the terms broken and
/// fixed, unless the session has its own.
[[nodiscard]] QString gitLog(const session::SessionState &state, const Conclusion &conclusion);

/// A regression report for the kernel's mailing lists, ready for git send-email but for the sender; of a fix a mail
/// that tells of it. To those that the state's recipients name and the lists that every report goes to; never to
/// stable@, for a session does not know in which releases a commit is. Addresses that are not plain are left out.
[[nodiscard]] Result<QByteArray> mailExport(const Source &source);

/// The line that a commit which repairs the bug carries: `Fixes: 6c2450ae5565 ("subject")`. Refused where a fix was
/// sought. At least 12 digits, as many as tell the commit from all others of the range and the ends; whether the rest
/// of the repository has a commit that begins alike is not known to a session.
[[nodiscard]] Result<QByteArray> fixesExport(const Source &source);

/// How often the parent booted and what it crashed with, beside the culprit: the table of the kernel test robot's
/// reports. A merge has a column for each parent in the range.
[[nodiscard]] Result<QByteArray> bootsTable(const Source &source);

/// The report as one page of HTML for light and dark screens, without scripts and without anything from outside.
[[nodiscard]] QByteArray htmlExport(const Source &source);

/// One object, "schema": "culprit-session/1": every event, and what follows from them.
[[nodiscard]] QByteArray jsonExport(const Source &source);

} // namespace culprit::exchange
