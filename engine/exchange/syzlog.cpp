// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"
#include "engine/session/forks.h"

#include <algorithm>
#include <cmath>

namespace culprit::exchange
{

using session::Find;
using session::Outcome;
using session::Relevance;
using session::Verdict;

namespace
{

/// As Go prints a duration of whole milliseconds: "4h45m35.034s", "250ms", "0s".
QString goDuration(qint64 milliseconds)
{
    if (milliseconds <= 0) {
        return QStringLiteral("0s");
    }
    if (milliseconds < 1000) {
        return QStringLiteral("%1ms").arg(milliseconds);
    }
    QString text;
    const qint64 minutes = milliseconds / 60'000;
    if (minutes >= 60) {
        text += QStringLiteral("%1h").arg(minutes / 60);
    }
    if (minutes > 0) {
        text += QStringLiteral("%1m").arg(minutes % 60);
    }
    return text + QString::number(static_cast<double>(milliseconds % 60'000) / 1000, 'g', 6) + u's';
}

class SyzLog final
{
public:
    SyzLog(const SessionState &state, const Conclusion &conclusion)
        : m_state(state), m_conclusion(conclusion), m_isFix(state.setup().kernel.find == Find::Fix)
    {
    }

    QString text()
    {
        begin();
        for (const RevisionState *revision : inOrder(m_state)) {
            const bool isToldElsewhere = isEnd(m_state, revision->id) || m_releases.contains(revision->id);
            // syzkaller reverts no culprit, and readers of its logs know of no such test.
            if (!isToldElsewhere && m_state.revertThatMade(revision->id) == nullptr) {
                step(*revision);
            }
        }
        end();
        return m_text;
    }

private:
    void begin();
    void releases();
    void step(const RevisionState &revision);
    void end();
    void test(const RevisionState &revision);
    void runs(const RevisionState &revision);
    void doubt(const RevisionState &revision);
    void crash();
    [[nodiscard]] QString runText(const RunState &run) const;

    void line(const QString &text = {}) { m_text += text + u'\n'; }

    const SessionState &m_state;
    const Conclusion &m_conclusion;
    bool m_isFix;
    ObjectId m_lastBad = m_state.created.bad;
    QList<ObjectId> m_releases; ///< told of before the search begins
    QString m_text;
    double m_chance = 1; ///< that a run of a bad revision hits the bug; section "confidence" of syzkaller's rules
    double m_confidence = 1;
};

void SyzLog::begin()
{
    const ObjectId &bad = m_state.created.bad;
    line((m_isFix ? QStringLiteral("bisecting fixing commit since ")
                  : QStringLiteral("bisecting cause commit starting from ")) +
         hexOf(bad));
    line(QStringLiteral("ensuring issue is reproducible on original commit ") + hexOf(bad));
    line();
    if (const RevisionState *revision = m_state.revision(bad)) {
        test(*revision);
        const int conclusive = revision->tally.target + revision->tally.ok;
        m_chance = conclusive > 0 ? static_cast<double>(revision->tally.target) / conclusive : 1;
    }
    releases();
    QString goods;
    for (const ObjectId &good : m_state.created.goods) {
        goods += u' ' + hexOf(good);
        const RevisionState *revision = m_state.revision(good);
        if (revision == nullptr || m_releases.contains(good)) {
            continue;
        }
        const history::CommitInfo *info = m_state.commit(good);
        if (m_isFix) {
            line(QStringLiteral("testing current HEAD ") + hexOf(good));
        } else if (info != nullptr && !info->tags.empty()) {
            line(QStringLiteral("testing release ") + plainLine(QString::fromStdString(info->tags.front())));
        }
        test(*revision);
    }
    if (!m_state.seeksGoodEnd()) {
        line(QStringLiteral("# git bisect start") +
             (m_isFix ? goods + u' ' + hexOf(bad) : u' ' + hexOf(m_lastBad) + goods));
    }
}

/// Those that were tested on the way back to a good end; a bad one is where the search begins, as syzkaller does it.
void SyzLog::releases()
{
    for (const session::Release &release : m_state.created.releases) {
        const RevisionState *revision = m_state.revision(release.commit);
        if (revision == nullptr || revision->verdict() == Verdict::Undecided) {
            continue;
        }
        m_releases += release.commit;
        line(QStringLiteral("testing release ") + plainLine(release.tag));
        test(*revision);
        if (revision->verdict() == Verdict::Bad) {
            m_lastBad = release.commit;
        }
        if (m_state.created.goods.contains(release.commit)) {
            return;
        }
    }
}

void SyzLog::step(const RevisionState &revision)
{
    if (revision.builds.empty() && revision.runs.empty() && revision.verdict() == Verdict::Undecided) {
        return;
    }
    line(u'[' + hexOf(revision.id) + QStringLiteral("] ") + subjectOf(m_state, revision.id));
    line();
    test(revision);
    if (isFork(m_state, revision.id)) {
        return;
    }
    const session::Tally &tally = revision.tally;
    switch (session::Forks(m_state).counted(revision)) {
    case Verdict::Bad:
        if (tally.target > 0) {
            const double ratio = static_cast<double>(tally.target) / (tally.target + tally.ok);
            m_chance = std::min(m_chance, (m_chance + ratio) / 2);
        }
        line(QStringLiteral("# git bisect %1 ").arg(m_isFix ? QStringLiteral("good") : QStringLiteral("bad")) +
             hexOf(revision.id));
        break;
    case Verdict::Good: {
        const double miss = std::pow(1 - m_chance, tally.ok);
        m_confidence *= 1 - miss;
        line(QStringLiteral("false negative chance: %1").arg(miss, 0, 'f', 3));
        line(QStringLiteral("# git bisect %1 ").arg(m_isFix ? QStringLiteral("bad") : QStringLiteral("good")) +
             hexOf(revision.id));
        break;
    }
    case Verdict::Skip:
        line(QStringLiteral("# git bisect skip ") + hexOf(revision.id));
        break;
    case Verdict::Undecided:
        break;
    }
}

void SyzLog::test(const RevisionState &revision)
{
    const session::BuildState *built = m_state.builtBy(revision.id);
    const QString compiler = built != nullptr ? plainLine(built->ended->compiler) : QString();
    const QString family = compiler.contains(QStringLiteral("clang")) ? QStringLiteral("clang") : QStringLiteral("gcc");
    line(QStringLiteral("testing commit %1 ").arg(hexOf(revision.id)) + family);
    if (!compiler.isEmpty()) {
        line(QStringLiteral("compiler: ") + compiler);
    }
    if (built != nullptr && !built->ended->signature.isEmpty()) {
        line(QStringLiteral("kernel signature: ") + plainLine(built->ended->signature));
    }
    if (built == nullptr && !revision.builds.empty()) {
        const session::BuildState &last = m_state.builds.at(revision.builds.back());
        if (last.outcome() == session::BuildOutcome::Failed) {
            line(QStringLiteral("failed building %1: ").arg(hexOf(revision.id)) + plainLine(last.ended->cause));
        }
    }
    runs(revision);
    doubt(revision);
}

void SyzLog::runs(const RevisionState &revision)
{
    QStringList texts;
    for (const RunState *run : endedRuns(m_state, revision)) {
        texts += runText(*run);
    }
    if (texts.size() > 1 && texts.count(texts.first()) == texts.size()) {
        line(QStringLiteral("all runs: ") + texts.first());
    } else {
        for (qsizetype i = 0; i < texts.size(); ++i) {
            line(QStringLiteral("run #%1: ").arg(i) + texts[i]);
        }
    }
    if (const RunState *crash = m_state.representativeHit(revision.id)) {
        const QString type = crash->ended->type.isEmpty() ? QStringLiteral("UNKNOWN") : plainLine(crash->ended->type);
        line(QStringLiteral("representative crash: ") + plainLine(crash->ended->title) + QStringLiteral(", types: [") +
             type + u']');
    }
}

void SyzLog::doubt(const RevisionState &revision)
{
    const session::Tally &tally = revision.tally;
    if (revision.verdict() == Verdict::Skip && tally.ended() > 0) {
        const int total = std::max(tally.ended(), revision.runsWanted);
        const int good = m_state.flaky ? total * 3 / 4 : total / 2;
        line(QStringLiteral(
                 "unable to determine the verdict: %1 good runs (wanted %2), for bad wanted %3 in total, got %4")
                 .arg(tally.ok)
                 .arg(good)
                 .arg(total / 2)
                 .arg(tally.ok + tally.target));
    }
}

QString SyzLog::runText(const RunState &run) const
{
    const QString title =
        run.ended ? plainLine(run.ended->title.isEmpty() ? run.ended->reason : run.ended->title) : QString();
    switch (run.outcome()) {
    case Outcome::Ok:
        return QStringLiteral("OK");
    case Outcome::Crashed: {
        const auto found = run.ended ? m_state.titles.find(run.ended->title) : m_state.titles.end();
        const bool isUnrelated = found != m_state.titles.end() && found->second.relevance() == Relevance::Unrelated;
        return (isUnrelated ? QStringLiteral("ignore: ") : QStringLiteral("crashed: ")) + title;
    }
    case Outcome::BootFailed:
        return QStringLiteral("boot failed: ") + title;
    case Outcome::TestFailed:
        return QStringLiteral("basic kernel testing failed: ") + title;
    case Outcome::InfraFailed:
        return QStringLiteral("infra problem: ") + title;
    case Outcome::Running:
    case Outcome::Cancelled:
        break;
    }
    return {};
}

void SyzLog::end()
{
    if (!m_conclusion.finished && !m_conclusion.culprit) {
        return;
    }
    line(QStringLiteral("accumulated error probability: %1").arg(1 - m_confidence, 0, 'f', 2));
    if (m_state.flaky) {
        line(QStringLiteral("reproducer is flaky (%1 repro chance estimate)").arg(m_chance, 0, 'f', 2));
    }
    const auto tested = std::ranges::count_if(m_state.revisions, [this](const auto &item) {
        return !endedRuns(m_state, item.second).empty() && m_state.revertThatMade(item.first) == nullptr;
    });
    line(QStringLiteral("revisions tested: %1, total time: %2 (build: %3, test: %4)")
             .arg(QString::number(tested), goDuration(m_state.lastAt - m_state.createdAt),
                  goDuration(buildMilliseconds(m_state)), goDuration(runMilliseconds(m_state))));
    if (m_conclusion.culprit) {
        line(QStringLiteral("first %1 commit: ").arg(m_isFix ? QStringLiteral("good") : QStringLiteral("bad")) +
             hexOf(*m_conclusion.culprit) + u' ' + subjectOf(m_state, *m_conclusion.culprit));
        crash();
    } else if (!m_conclusion.candidates.empty()) {
        line(QStringLiteral("bisection is inconclusive, the first bad commit could be any of:"));
        for (const ObjectId &id : m_conclusion.candidates) {
            line(hexOf(id));
        }
    }
}

void SyzLog::crash()
{
    const RunState *run = m_isFix ? nullptr : m_state.representativeHit(*m_conclusion.culprit);
    if (run != nullptr) {
        line(QStringLiteral("crash: ") + plainLine(run->ended->title));
        m_text += run->reportText();
        if (!m_text.endsWith(u'\n')) {
            line();
        }
    }
}

} // namespace

QString syzLog(const SessionState &state, const Conclusion &conclusion)
{
    return SyzLog(state, conclusion).text();
}

} // namespace culprit::exchange
