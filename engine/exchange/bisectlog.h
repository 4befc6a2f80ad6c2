// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"
#include "engine/session/setup.h"
#include "engine/session/words.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace culprit::exchange
{

using history::ObjectId;

struct LoggedRun {
    session::Outcome outcome = session::Outcome::Ok;
    QString title;         ///< one plain line; of a crash, or of what stopped the boot or test
    QString reason;        ///< where there is no title
    bool inferred = false; ///< the log does not list it by itself
    bool operator==(const LoggedRun &) const = default;
};

/// One build of a revision and its runs.
struct LoggedTest {
    ObjectId revision;
    QString compiler;
    QString signature;
    QString buildFailure; ///< the cause; empty if it was built
    std::vector<LoggedRun> runs;
    QStringList remarks;      ///< what the log says of its verdict
    bool otherConfig = false; ///< of a smaller config: says nothing of the revision as the others are built
};

/// Where a verdict puts its revision, in git's order: old is before the change that is looked for, new after it.
enum class Side { Neither, Old, New };

struct LoggedVerdict {
    ObjectId revision;
    session::Verdict verdict = session::Verdict::Undecided; ///< good: the bug is absent
    Side side = Side::Neither;
    QString word; ///< the log's own
    QString sentence;
    bool pretended = false; ///< the log takes the side without the revision's own runs saying so
};

/// What places a revision on the line from the oldest to the newest that the log names.
struct LoggedStep {
    enum class Kind {
        Older, ///< is older than all before: the start, then releases
        Begin, ///< a bisection begins: `revision` is the new end, `olds` are the old ones
        Judge, ///< lies between the newest old and the oldest new revision and becomes one of them, or neither
    };
    Kind kind = Kind::Judge;
    ObjectId revision;
    QList<ObjectId> olds;
    Side side = Side::Neither;
    std::optional<qint64> newer; ///< commits between it and the oldest new revision so far, as git counts them
};

/// What another program's bisection log says, in its order.
struct BisectLog {
    enum class Format { Syz, Git };
    Format format = Format::Syz;
    session::Find find = session::Find::Cause;
    session::Terms terms;
    bool firstParent = false;
    QStringList paths; ///< that the bisection was limited to
    ObjectId start;    ///< the revision that the log sets out from, with the bug; null if it names none
    std::vector<LoggedTest> tests;
    std::vector<LoggedVerdict> verdicts; ///< the latest of each revision, in the order of the first
    std::vector<LoggedStep> steps;
    std::map<ObjectId, QString> subjects;
    std::map<ObjectId, QString> tags; ///< releases
    ObjectId culprit;                 ///< null if it names none
    QList<ObjectId> candidates;       ///< where it ends with several
    QString answer;                   ///< the line that says how it ended
    QString crashTitle;               ///< of the report at its end
    QString report;
    QString cut;                ///< where it ends too early, a sentence; empty if it is whole
    QStringList inferred;       ///< what is taken for granted, sentences
    QStringList contradictions; ///< sentences
    QString totals;             ///< the line that counts tests and time
};

/// Of a file that claims to be a log; larger ones are refused.
inline constexpr qsizetype mostLogBytes = 64 << 20;

/// A log of syzbot (of any year) or of git bisect. Unknown lines are passed over; what is cut, or disagrees with
/// itself, is read as far as it goes and named. An error (kind Use) is one sentence: it is no such log, or too large.
/// `name` is the file's, for that sentence.
[[nodiscard]] Result<BisectLog> readBisectLog(const QByteArray &bytes, const QString &name);

} // namespace culprit::exchange
