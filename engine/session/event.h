// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"
#include "engine/history/objectid.h"
#include "engine/session/setup.h"
#include "engine/session/words.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace culprit::session
{

using history::ObjectId;

// Facts: what happened.

struct Release {
    ObjectId commit;
    QString tag; ///< "v6.1"
    bool operator==(const Release &) const = default;
};

/// The first event of every session.
struct SessionCreated {
    Setup setup;
    QString program; ///< "culprit 0.1.0"
    ObjectId bad;    ///< setup.kernel.bad, resolved
    QList<ObjectId> goods;
    QList<Release> releases; ///< where no good end is given: what is tried in this order, newest first, to find one
    bool operator==(const SessionCreated &) const = default;
};

/// An engine began to act on the session; whatever ran before it and has no end is lost.
struct EngineStarted {
    QString host;        ///< kernel, cores, memory, in words
    QString qemu;        ///< version line
    QString accelerator; ///< "kvm" or "tcg"
    QString reason;      ///< why this accelerator, a sentence
    int machines = 0;    ///< VMs at once; 0 if unknown
    QStringList notes;   ///< what is not as one would expect on this machine, sentences
    bool operator==(const EngineStarted &) const = default;
};

/// The engine stopped acting. `reason` is a sentence; `failed` tells a halt that needs a person from an ordinary pause.
struct EngineStopped {
    QString reason;
    bool failed = false;
    bool operator==(const EngineStopped &) const = default;
};

/// The session has a config of its own, made where its setup asks for one: every build of it begins with this one.
struct ConfigMade {
    QString start;     ///< what the setup asks for: "defconfig", "localmodconfig"
    ObjectId revision; ///< of whose tree it was made
    LogId config;      ///< the .config, every byte
    QStringList notes; ///< what it was made of and what was changed in it, sentences
    bool operator==(const ConfigMade &) const = default;
};

struct BuildStarted {
    BuildId build;
    ObjectId revision;
    LogId log;
    QString purpose; ///< why now, in words: "step 4", "ahead: if a1b2c3 is bad"
    bool operator==(const BuildStarted &) const = default;
};

struct BuildEnded {
    BuildId build;
    BuildOutcome outcome = BuildOutcome::Built;
    QString cause;     ///< of a failure: the first real error
    QString signature; ///< kernel signature, 64 hex digits, empty if unknown
    QString imageHash; ///< SHA-256 of the file that QEMU boots, 64 hex digits, empty if unknown
    QString compiler;
    QString command; ///< pastes into a shell
    qint64 milliseconds = 0;
    bool cached = false; ///< taken from the cache of finished builds
    /// What was done for this revision that others may not get, one sentence each: "CONFIG_KCOV=n: older than v5.4",
    /// "fix-up 1a2b3c4d5e6f ("title"): reason".
    QStringList applied;
    LogId config; ///< the .config that the tree made of the session's; builds with the same one share it; 0: unknown
    QString maskedSignature; ///< kernel::maskedSignature, 64 hex digits, empty if unknown
    bool operator==(const BuildEnded &) const = default;
};

struct RunStarted {
    RunId run;
    BuildId build;
    ObjectId revision;
    LogId console;
    int machine = 0; ///< VM slot, from 0
    QString accelerator;
    qint64 seed = 0;
    int loadPercent = -1; ///< the host's load average of the minute before, 100: one task at all times; -1: unknown
    bool operator==(const RunStarted &) const = default;
};

struct RunEnded {
    RunId run;
    Outcome outcome = Outcome::Ok;
    QString title; ///< of the crash, or of what stopped the boot; empty if there is none
    QStringList alternatives;
    QString type;   ///< crash type: KASAN-READ, WARNING, HANG, ...
    QString reason; ///< how the run ended, a sentence
    QString report; ///< the crash's part of the console
    /// QEMU's as it ran, for the record: what it names was the run's own and is gone, and it waits for a monitor. What
    /// works when pasted is made when asked for: conductor::runByHand().
    QString command;
    /// SHA-256 of what was brought into the guest, 64 hex digits: of the initramfs, or with a disk image of what its
    /// agent read (machine::guestInput()); empty if unknown.
    QString guestHash;
    qint64 consoleLine = -1; ///< line of the console where the report begins, from 0
    qint64 bootMilliseconds = -1;
    qint64 milliseconds = 0;
    bool inferred = false; ///< of an imported log that does not tell this run from others: see LogImported::inferred
    bool operator==(const RunEnded &) const = default;
};

/// One of SessionCreated::releases is without the bug; the range from the bad end down to it came into the session file
/// with this event. It is the good end for as long as its runs and judgements say so, and no later one was found.
struct GoodEndFound {
    Release release;
    bool operator==(const GoodEndFound &) const = default;
};

/// The culprit was reverted on the newest end of the range, to see whether the bug is gone there (where a fix is
/// sought: whether it is back). The commit is in no repository but a cache of ours; whoever makes it again gets the
/// same.
struct RevertMade {
    ObjectId culprit;
    ObjectId tip;     ///< SessionState::newestEnd(), the parent of `commit`
    ObjectId commit;  ///< null: there is none
    QString obstacle; ///< why there is none, a clause: "it conflicts with what came later in fs/exec.c"; else empty
    bool operator==(const RevertMade &) const = default;
};

/// How suspicious the commits of the range are by what they change, before any of them is tested.
struct CommitsWeighed {
    struct Group {
        int permille = 1000; ///< weight against a commit that nothing is said of
        QString reason;      ///< said of a commit: "touches fs/exec.c, where the crash is"
        QString commits;     ///< their positions in the range, from 0, ascending: "0,3-17"
        bool operator==(const Group &) const = default;
    };
    QList<Group> groups;
    bool operator==(const CommitsWeighed &) const = default;
};

/// The report of a crashed run, read with the debug information of its kernel.
struct ReportRead {
    RunId run;
    QString report; ///< with source positions, see crash::Symbolizer; empty if none were found
    QString code;   ///< the code at fault, disassembled; may be empty
    QString guilty; ///< source file to ask maintainers about, relative to the tree; may be empty
    QString note;   ///< what could not be done and why; mostly empty
    bool operator==(const ReportRead &) const = default;
};

/// Who should hear of a culprit.
struct RecipientsFound {
    struct Recipient {
        QString address;       ///< name@host
        QString name;          ///< may be empty
        QString reason;        ///< "author, signed off", "maintainer: EXT4 FILE SYSTEM"
        bool isCopied = false; ///< Cc, not To
        bool operator==(const Recipient &) const = default;
    };
    ObjectId culprit;
    QStringList files; ///< whose maintainers were asked for
    QList<Recipient> recipients;
    QString note; ///< why there may be more; mostly empty
    bool operator==(const RecipientsFound &) const = default;
};

/// The session was not made by this program's builds and runs but read from another one's log; the builds and runs that
/// the log tells of follow as events of their own.
struct LogImported {
    /// What the log itself says of a revision, in the order of its tests.
    struct Told {
        ObjectId revision;
        Verdict verdict = Verdict::Undecided; ///< good: the bug is absent, whatever word the log has for that
        QString word;                         ///< the log's own
        QString sentence;                     ///< what the log says beside it, empty if nothing
        bool pretended = false;               ///< not by the revision's runs, which say nothing of the bug
        bool operator==(const Told &) const = default;
    };
    /// Commits that the log counts and does not name.
    struct Hidden {
        int position = 0; ///< of the commit of the range that they stand right before, from 0
        qint64 commits = 0;
        bool operator==(const Hidden &) const = default;
    };
    QString format;             ///< "syz" or "git"
    QString name;               ///< of the file, without folders; empty if it had none
    LogId log;                  ///< the log as it was, every byte
    QString answer;             ///< the line in which the log names its culprit, or why it has none
    QString totals;             ///< the line in which it counts its tests and their time, empty if there is none
    ObjectId culprit;           ///< the log's; null if it names none
    QString cut;                ///< where the log ends too early, a sentence; empty if it is whole
    QStringList inferred;       ///< what the log leaves out and is taken for granted here, sentences
    QStringList contradictions; ///< where the log disagrees with itself, sentences
    QList<Told> told;
    QList<Hidden> hidden; ///< ascending; empty if the range is the true one, from a kernel tree
    bool operator==(const LogImported &) const = default;
};

// Judgements: what a person decided.

/// Overrules the verdict of a revision; no verdict: takes an earlier judgement back to the automatic one.
struct VerdictJudged {
    ObjectId revision;
    std::optional<Verdict> verdict;
    QString note;
    QString author;
    /// 0: sure. Else good or bad is only thought, and counts as evidence with these odds to 1 that it is right.
    int odds = 0;
    bool operator==(const VerdictJudged &) const = default;
};

struct OutcomeJudged {
    RunId run;
    std::optional<Outcome> outcome;
    QString note;
    QString author;
    bool operator==(const OutcomeJudged &) const = default;
};

struct TitleJudged {
    QString title;
    std::optional<Relevance> relevance;
    QString note;
    QString author;
    bool operator==(const TitleJudged &) const = default;
};

/// Wants `runs` more runs of a revision.
struct RetestAsked {
    ObjectId revision;
    int runs = 0;
    QString note;
    QString author;
    bool operator==(const RetestAsked &) const = default;
};

/// None of these revisions is to be tested: what `git bisect skip A..B` says one by one.
struct RangeSkipped {
    static constexpr qsizetype mostRevisions = 5'000;
    QString range;             ///< as the person named it: "v6.1..v6.2"
    QList<ObjectId> revisions; ///< not empty
    QString note;
    QString author;
    bool operator==(const RangeSkipped &) const = default;
};

/// Takes the judgement `target` back; a target that is itself an Undone brings its judgement back (redo).
struct Undone {
    EventSeq target;
    QString author;
    bool operator==(const Undone &) const = default;
};

using Payload =
    std::variant<SessionCreated, EngineStarted, EngineStopped, ConfigMade, BuildStarted, BuildEnded, RunStarted,
                 RunEnded, GoodEndFound, RevertMade, CommitsWeighed, ReportRead, RecipientsFound, LogImported,
                 VerdictJudged, OutcomeJudged, TitleJudged, RetestAsked, RangeSkipped, Undone>;

struct Event {
    EventSeq seq;
    qint64 time = 0; ///< ms since 1970, UTC
    Payload payload;
    bool operator==(const Event &) const = default;
};

/// The `kind` column: "session-created", "run-ended", ...
[[nodiscard]] QString kindOf(const Payload &payload);
[[nodiscard]] bool isJudgement(const Payload &payload); ///< Undone too

/// The `payload` column: one JSON object. Unknown members are ignored, missing ones take their defaults, what is of the
/// wrong type or out of bounds is an error.
[[nodiscard]] QByteArray toJson(const Payload &payload);
[[nodiscard]] Result<Payload> payloadFromJson(const QString &kind, const QByteArray &json);

/// One line for the activity log: "run 12 of a1b2c3d4e5f6 crashed: KASAN: ..."; plain text.
[[nodiscard]] QString describe(const Payload &payload);

} // namespace culprit::session
