// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/allruns.h"
#include "engine/exchange/facts.h"
#include "engine/exchange/loglines.h"
#include "engine/exchange/logreaders.h"
#include "engine/exchange/logtext.h"

#include <algorithm>
#include <array>
#include <span>

namespace culprit::exchange
{

using session::Find;
using session::Outcome;
using session::Verdict;

namespace
{

constexpr std::size_t mostTests = 150; // in the hours that syzbot takes there are not half as many
constexpr std::size_t mostRunsOfTest = 1000;
constexpr std::size_t mostRuns = 20'000;
constexpr qsizetype mostCauseLines = 20;
constexpr qsizetype mostReportBytes = 1 << 20;

struct RunForm {
    QByteArrayView prefix;
    Outcome outcome;
};

constexpr std::array runForms{
    RunForm{"crashed: ", Outcome::Crashed},
    RunForm{"ignore: ", Outcome::Crashed}, // of something else than the bug, as that rule has it
    RunForm{"boot failed: ", Outcome::BootFailed},
    RunForm{"basic kernel testing failed: ", Outcome::TestFailed},
    RunForm{"infra problem: ", Outcome::InfraFailed},
    RunForm{"failed: ", Outcome::InfraFailed},
};

std::optional<LoggedRun> runFrom(QByteArrayView text)
{
    if (text == "OK") {
        return LoggedRun{};
    }
    for (const RunForm &form : runForms) {
        if (const auto rest = after(text, form.prefix)) {
            const bool isTitle = form.outcome != Outcome::InfraFailed;
            return LoggedRun{form.outcome, isTitle ? plain(*rest) : QString(), isTitle ? QString() : plain(*rest)};
        }
    }
    return std::nullopt;
}

bool beginsWithAny(QByteArrayView line, std::span<const QByteArrayView> prefixes)
{
    return std::ranges::any_of(prefixes, [line](QByteArrayView prefix) { return line.startsWith(prefix); });
}

/// Lines of the search for a smaller config; tests after them are not of the session's config.
constexpr std::array<QByteArrayView, 8> smallerConfig{
    "check whether we can drop unnecessary instrumentation",
    "disabling configs for [",
    "kconfig minimization: ",
    "split chunk",
    "testing without sub-chunk ",
    "testing base config",
    "trying half: ",
    "base config crashes",
};

constexpr std::array<QByteArrayView, 3> configIsSettled{"picked [", "determining the merge base between ",
                                                        "minimized to "};

/// How a bisection ends that names no commit.
constexpr std::array<QByteArrayView, 9> endings{
    "error: ",
    "the crash already happened on the oldest tested release",
    "the crash still happens on HEAD",
    "oldest tested release already had the bug",
    "crash still not fixed",
    "HEAD had kernel build, boot or test errors",
    "reproducer does not crash the merge base",
    "bisection is inconclusive, the first bad commit could be any of",
    "bisection is inconclusive, the first good commit could be any of",
};

/// Said of the verdict of the test before.
constexpr std::array<QByteArrayView, 5> remarks{
    "unable to determine the verdict: ", "false negative chance: ", "reproducer seems to be flaky",
    "repro testing failure: ",           "representative crash: ",
};

/// Neither a fact of this session nor a piece of a build failure.
constexpr std::array<QByteArrayView, 12> passedOver{
    "building syzkaller on ", "recipients (",       "commit msg: ", "culprit signature: ", "parent  signature: ",
    "parent commit ",         "accumulated error ", "fetch ",       "rewritten ",          "failed to detect ",
    "reproducer is flaky",    "Reproducer flagged",
};

class SyzLogReader final
{
public:
    BisectLog read(const QByteArray &bytes)
    {
        LogLines lines(bytes);
        while (const auto line = lines.next()) {
            if (!lines.ended() && m_log.answer.isEmpty()) {
                m_cut = QStringLiteral("The log ends in the middle of line %1").arg(lines.number());
                break;
            }
            if (const auto title = after(*line, "crash: "); title && !m_log.answer.isEmpty()) {
                // From here to the end stands a console, which may hold any line.
                m_log.crashTitle = plain(*title);
                m_log.report = QString::fromUtf8(lines.rest().first(std::min(lines.rest().size(), mostReportBytes)));
                break;
            }
            take(*line);
            if (isFull()) {
                m_cut = QStringLiteral("The log holds more than %1 tests or %2 runs, so that what comes after line %3 "
                                       "is left out")
                            .arg(mostTests)
                            .arg(mostRuns)
                            .arg(lines.number());
                break;
            }
        }
        if (m_cut.isEmpty() && m_log.answer.isEmpty()) {
            m_cut = QStringLiteral("The log ends at line %1").arg(lines.number());
        }
        finish();
        return std::move(m_log);
    }

private:
    [[nodiscard]] bool isFix() const { return m_log.find == Find::Fix; }
    [[nodiscard]] bool isFull() const { return m_log.tests.size() >= mostTests || m_runs >= mostRuns; }
    [[nodiscard]] LoggedTest *test() { return m_inTest ? &m_log.tests.back() : nullptr; }

    void take(QByteArrayView line)
    {
        if (line.isEmpty()) {
            return;
        }
        const bool known = takeBeginning(line) || takeTest(line) || takeGit(line) || takeGuard(line) || takeEnd(line) ||
                           beginsWithAny(line, passedOver);
        if (known) {
            return;
        }
        if (beginsWithAny(line, smallerConfig)) {
            m_smallerConfig = true;
        } else if (beginsWithAny(line, configIsSettled)) {
            m_smallerConfig = false;
        } else if (LoggedTest *current = test(); current != nullptr && current->runs.empty() &&
                                                 !m_all.isOf(m_log.tests.size() - 1) && !m_afterGit &&
                                                 m_causeLines < mostCauseLines) {
            // The bare lines of a build's errors.
            addCause(*current, line);
        }
    }

    bool takeBeginning(QByteArrayView line)
    {
        if (const auto cause = after(line, "bisecting cause commit starting from ")) {
            begin(*cause, Find::Cause);
        } else if (const auto fix = after(line, "bisecting fixing commit since ")) {
            begin(*fix, Find::Fix);
        } else if (line.startsWith("ensuring issue is reproducible on original commit ") ||
                   line.contains(" starts bisection ")) {
            m_all.isOf2022 = true;
        } else {
            return false;
        }
        return true;
    }

    void begin(QByteArrayView rest, Find find)
    {
        const auto start = commitAtFront(rest);
        if (!start || !m_log.start.isNull()) {
            return;
        }
        m_log.find = find;
        m_log.start = *start;
        place(*start, find == Find::Fix ? Side::Old : Side::New, LoggedStep::Kind::Older, {});
    }

    bool takeTest(QByteArrayView line)
    {
        if (const auto release = after(line, "testing release ")) {
            m_smallerConfig = false;
            m_tag = plain(*release);
            m_role = Role::Release;
        } else if (const auto head = after(line, "testing current HEAD ")) {
            m_smallerConfig = false;
            m_role = Role::Head;
        } else if (const auto commit = after(line, "testing commit "); commit && commitAtFront(*commit)) {
            beginTest(*commitAtFront(*commit), afterCommit(*commit));
        } else if (const auto compiler = after(line, "compiler: ")) {
            m_all.isOf2021 = true;
            if (LoggedTest *current = test()) {
                current->compiler = plain(*compiler);
            }
        } else if (const auto signature = after(line, "kernel signature: ")) {
            if (LoggedTest *current = test()) {
                current->signature = plain(*signature);
            }
        } else if (const auto failure = after(line, "failed building ")) {
            if (LoggedTest *current = test()) {
                addCause(*current, afterColon(*failure));
            }
        } else {
            return takeRuns(line) || takeRemark(line);
        }
        return true;
    }

    /// "HASH: text"
    static QByteArrayView afterColon(QByteArrayView text)
    {
        const qsizetype colon = text.indexOf(':');
        return colon < 0 ? QByteArrayView() : text.sliced(colon + 1).trimmed();
    }

    bool takeRuns(QByteArrayView line)
    {
        if (const auto all = after(line, "all runs: ")) {
            if (const auto run = runFrom(*all); run && test() != nullptr) {
                test()->buildFailure.clear();
                m_all.add(m_log.tests.size() - 1, *run);
            }
            return true;
        }
        const auto one = after(line, "run #");
        const qsizetype colon = one ? one->indexOf(": ") : -1;
        if (colon < 0) {
            return false;
        }
        const auto run = runFrom(one->sliced(colon + 2));
        if (LoggedTest *current = test(); run && current != nullptr && current->runs.size() < mostRunsOfTest) {
            current->buildFailure.clear(); // the unknown lines before were none
            current->runs.push_back(*run);
            ++m_runs;
        }
        return true;
    }

    bool takeRemark(QByteArrayView line)
    {
        if (!beginsWithAny(line, remarks)) {
            return false;
        }
        if (LoggedTest *current = test()) {
            addSentence(current->remarks, plain(line));
            m_all.remark(m_log.tests.size() - 1, line);
        }
        return true;
    }

    void addCause(LoggedTest &current, QByteArrayView line)
    {
        ++m_causeLines;
        const QString text = plain(line);
        current.buildFailure += (current.buildFailure.isEmpty() || text.isEmpty() ? QString() : QStringLiteral("\n"));
        current.buildFailure += text;
    }

    enum class Role { Plain, Release, Head, Guard };

    void beginTest(const ObjectId &id, QByteArrayView rest)
    {
        LoggedTest test;
        test.revision = id;
        test.otherConfig = m_smallerConfig;
        if (const auto compiler = after(rest, "with ")) {
            test.compiler = plain(*compiler);
        }
        m_log.tests.push_back(test);
        m_inTest = true;
        m_afterGit = false;
        m_causeLines = 0;
        if (m_role == Role::Release) {
            m_log.tags.emplace(id, m_tag);
            m_releases.push_back(id);
            place(id, Side::Neither, LoggedStep::Kind::Older, {});
        } else if (m_role == Role::Head) {
            m_head = id;
        } else if (m_role == Role::Plain && m_log.start.isNull()) {
            m_log.start = id;
            place(id, Side::New, LoggedStep::Kind::Older, {});
        }
        m_role = Role::Plain;
    }

    bool takeGit(QByteArrayView line)
    {
        if (const auto start = after(line, "# git bisect start ")) {
            beginBisection(*start);
        } else if (const auto verdict = after(line, "# git bisect ")) {
            takeVerdict(*verdict);
        } else if (line.startsWith("Bisecting: ")) {
            m_left = line.contains(" left to test") ? numberIn(line) : std::nullopt;
        } else if (const auto commit = bracketedCommit(line)) {
            m_log.subjects.insert_or_assign(commit->id, commit->subject);
            m_next = commit->id;
            m_nextLeft = std::exchange(m_left, std::nullopt);
        } else if (const auto found = commitAtFront(line); found && line.size() == 40) {
            if (m_listing && m_log.candidates.size() < qsizetype{mostTests} && !m_log.candidates.contains(*found)) {
                m_log.candidates += *found;
            }
            return m_listing;
        } else if (line.startsWith("There are only 'skip'ped commits left to test")) {
            m_listing = true;
        } else if (found && line.contains("is the first ")) {
            m_afterGit = true;
        } else {
            return false;
        }
        m_afterGit = true;
        return true;
    }

    void beginBisection(QByteArrayView ends)
    {
        m_smallerConfig = false;
        LoggedStep step;
        step.kind = LoggedStep::Kind::Begin;
        for (QByteArrayView rest = ends.trimmed(); const auto id = commitAtFront(rest); rest = afterCommit(rest)) {
            if (step.revision.isNull()) {
                step.revision = *id;
            } else if (step.olds.size() < 100) {
                step.olds += *id;
            }
        }
        if (step.revision.isNull()) {
            return;
        }
        judgeStart();
        judgeReleases(step.revision);
        judge(step.revision, Side::New, {});
        for (const ObjectId &old : std::as_const(step.olds)) {
            judge(old, Side::Old, {});
        }
        m_log.steps.push_back(step);
        m_begun = true;
    }

    /// The walk from release to release has no verdict lines: those before the last bad one were bad or could not be
    /// tested.
    void judgeReleases(const ObjectId &lastBad)
    {
        for (const ObjectId &release : m_releases) {
            const bool hit = std::ranges::any_of(m_log.tests, [&](const LoggedTest &test) {
                return test.revision == release &&
                       std::ranges::contains(test.runs, Outcome::Crashed, &LoggedRun::outcome);
            });
            judge(release, release == lastBad || hit ? Side::New : Side::Neither, {});
        }
    }

    void takeVerdict(QByteArrayView text)
    {
        const qsizetype space = text.indexOf(' ');
        const auto id = space < 0 ? std::nullopt : commitAtFront(text.sliced(space + 1));
        const QByteArrayView word = text.first(std::max<qsizetype>(0, space));
        if (!id || (word != "good" && word != "bad" && word != "skip")) {
            return;
        }
        const Side side = word == "bad" ? Side::New : word == "good" ? Side::Old : Side::Neither;
        const bool tested = std::ranges::contains(m_log.tests, *id, &LoggedTest::revision);
        if (!tested && side != Side::Neither) {
            addSentence(
                m_log.contradictions,
                QStringLiteral("The log says %1 of %2, which it does not test.").arg(plain(word), shortHexOf(*id)));
        }
        if (LoggedTest *current = test(); side == Side::Neither && current != nullptr && current->revision == *id &&
                                          current->runs.empty() && current->buildFailure.isEmpty() &&
                                          !m_all.isOf(m_log.tests.size() - 1)) {
            current->buildFailure = QStringLiteral("the log does not say why");
        }
        judge(*id, side, plain(word));
        place(*id, side, LoggedStep::Kind::Judge, m_next == *id ? m_nextLeft : std::nullopt);
        m_next.reset();
        m_inTest = false;
        m_pretended = false;
    }

    /// word: empty for what the log says only by how it goes on.
    void judge(const ObjectId &id, Side side, const QString &word)
    {
        LoggedVerdict verdict;
        verdict.revision = id;
        verdict.side = side;
        verdict.verdict = side == Side::Neither            ? Verdict::Skip
                          : (side == Side::New) != isFix() ? Verdict::Bad
                                                           : Verdict::Good;
        verdict.word = !word.isEmpty()         ? word
                       : side == Side::Neither ? QStringLiteral("skip")
                       : side == Side::New     ? QStringLiteral("bad")
                                               : QStringLiteral("good");
        const auto found = std::ranges::find_if(m_log.tests, [&](const LoggedTest &test) {
            return test.revision == id && !test.otherConfig && !test.remarks.isEmpty();
        });
        if (found != m_log.tests.end()) {
            verdict.sentence = found->remarks.join(QStringLiteral("; "));
        }
        if (m_pretended && side == Side::Old && !word.isEmpty()) {
            verdict.pretended = true;
            verdict.sentence = QStringLiteral("the bug was not introduced yet; pretend that kernel crashed");
        }
        addVerdict(m_log, verdict);
    }

    void place(const ObjectId &id, Side side, LoggedStep::Kind kind, std::optional<qint64> newer)
    {
        LoggedStep step;
        step.kind = kind;
        step.revision = id;
        step.side = side;
        step.newer = newer;
        m_log.steps.push_back(step);
    }

    /// Of a search for a fix: whether a revision has the bug at all.
    bool takeGuard(QByteArrayView line)
    {
        if (line.startsWith("the bug was not introduced yet; pretend that kernel crashed")) {
            m_pretended = true;
        } else if (line.startsWith("no existing result, test the revision") ||
                   line.contains(" is a merge base, check if it has the bug")) {
            m_role = Role::Guard;
        } else {
            return line.startsWith("determine whether the revision contains the guilty commit") ||
                   line.startsWith("checking the merge base ") ||
                   (line.startsWith("revision ") && line.contains(" crashed and is reachable"));
        }
        return true;
    }

    bool takeEnd(QByteArrayView line)
    {
        if (line.startsWith("revisions tested: ")) {
            m_log.totals = plain(line);
            m_inTest = false;
            return true;
        }
        for (const QByteArrayView prefix : {"first bad commit: ", "first good commit: "}) {
            if (const auto rest = after(line, prefix); rest && commitAtFront(*rest)) {
                m_log.culprit = *commitAtFront(*rest);
                if (const QString subject = plain(afterCommit(*rest)); !subject.isEmpty()) {
                    m_log.subjects.insert_or_assign(m_log.culprit, subject);
                }
                m_log.answer = plain(line);
                return true;
            }
        }
        if (beginsWithAny(line, endings)) {
            m_log.answer = plain(line);
            m_listing = line.contains("could be any of");
            return true;
        }
        return false;
    }

    void finish()
    {
        m_all.expand(m_log);
        if (!m_releases.empty() || m_head) {
            judgeStart();
        }
        // What was under test when the log ended has its place too.
        if (m_next && m_begun && m_log.culprit != *m_next &&
            std::ranges::contains(m_log.tests, *m_next, &LoggedTest::revision)) {
            place(*m_next, Side::Neither, LoggedStep::Kind::Judge, m_nextLeft);
        }
        if (!m_cut.isEmpty()) {
            m_log.cut = m_cut + (m_log.tests.empty() ? QStringLiteral(", before any test.")
                                                     : QStringLiteral(", after %1 tests; the last is of %2.")
                                                           .arg(m_log.tests.size())
                                                           .arg(shortHexOf(m_log.tests.back().revision)));
        }
        const auto others = std::ranges::count(m_log.tests, true, &LoggedTest::otherConfig);
        if (others > 0) {
            addSentence(m_log.inferred, QStringLiteral("%1 tests of smaller configs are left out: they say what the "
                                                       "config needs, not what the revision has.")
                                            .arg(others));
        }
        if (m_log.find == Find::Fix && m_head && !m_begun) {
            LoggedStep step;
            step.kind = LoggedStep::Kind::Begin;
            step.revision = *m_head;
            step.olds = {m_log.start};
            m_log.steps.push_back(step);
        }
    }

    /// That the log went on from its start says that it saw the bug there.
    void judgeStart()
    {
        if (!m_log.start.isNull() && !std::ranges::contains(m_log.verdicts, m_log.start, &LoggedVerdict::revision)) {
            judge(m_log.start, isFix() ? Side::Old : Side::New, {});
        }
    }

    BisectLog m_log;
    AllRuns m_all;
    QString m_cut;
    QString m_tag; ///< of the release whose test comes next
    Role m_role = Role::Plain;
    std::vector<ObjectId> m_releases; ///< in the order of their tests, newest first
    std::optional<ObjectId> m_head;
    std::optional<ObjectId> m_next; ///< what git checked out last
    std::optional<qint64> m_left;   ///< as git says before the commit
    std::optional<qint64> m_nextLeft;
    qsizetype m_causeLines = 0;
    std::size_t m_runs = 0;
    bool m_inTest = false;
    bool m_afterGit = false;
    bool m_smallerConfig = false;
    bool m_listing = false; ///< candidates, one hash a line
    bool m_pretended = false;
    bool m_begun = false;
};

} // namespace

BisectLog readSyzLog(const QByteArray &bytes)
{
    return SyzLogReader().read(bytes);
}

} // namespace culprit::exchange
