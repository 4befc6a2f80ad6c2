// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace culprit::demo
{

/// One change of one file.
struct Edit {
    enum class Kind { New, Append, After, Before, Replace, Substitute };
    Kind kind = Kind::New;
    QByteArray path;
    QByteArray
        find; ///< a line, for Replace some lines, for Substitute a part of a line; there must be exactly one of it
    QByteArray text; ///< what comes in

    bool operator==(const Edit &) const = default;
};

/// One step of a history script.
struct HistoryStep {
    enum class Kind { Commit, Merge, Tag, Fork };
    Kind kind = Kind::Commit;
    QByteArray branch;    ///< that grows, or that is forked; for a tag: its name
    QByteArray other;     ///< the branch that is merged, or that is forked from
    QByteArray author;    ///< key of a person
    QByteArray subject;   ///< for a merge: what the branch brings
    QByteArray body;      ///< without trailers
    QList<Edit> edits;    ///< in order
    bool import = false;  ///< brings the base tree
    bool culprit = false; ///< the planted bug
    QString place;        ///< file and line in the script, for messages

    bool operator==(const HistoryStep &) const = default;
};

/// Reads a history script. Lines before the first step are remarks. A step begins with one of
///
///   === BRANCH AUTHOR SUBJECT            a commit; its body follows, then its edits
///   === culprit BRANCH AUTHOR SUBJECT    the commit with the planted bug
///   === merge INTO FROM AUTHOR SUBJECT   replays the edits that FROM has and INTO has not, in the script's order
///   === fork BRANCH [FROM]               FROM defaults to main
///   === tag NAME                         of main's last commit
///
/// and edits are, after a line "--- FILE",
///
///   @new, @append                        the lines that follow are the file, or its end
///   @after LINE, @before LINE            the lines that follow go there
///   @replace, @with                      the lines of the first give way to those of the second
///   @sub OLD => NEW                      a part of one line
///
/// and "@import" instead of edits brings the base tree. Lines are compared without the white space around them.
[[nodiscard]] Result<QList<HistoryStep>> parseHistoryScript(const QByteArray &script, const QString &name);

} // namespace culprit::demo
