// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/crashtext.h"
#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"
#include "engine/exchange/logaudit.h"

#include "engine/session/doubt.h"
#include "engine/session/imported.h"
#include "engine/session/quantities.h"

#include <algorithm>

namespace culprit::exchange
{

using session::Find;
using session::Verdict;

namespace
{

QString column(int value)
{
    return QString::number(value).rightJustified(6);
}

QString minutes(qint64 milliseconds)
{
    return session::durationText(std::chrono::seconds(std::max<qint64>(0, milliseconds) / 1000));
}

class TextReport final
{
public:
    TextReport(const SessionState &state, const Conclusion &conclusion) : m_state(state), m_conclusion(conclusion) {}

    QString text()
    {
        verdict();
        log();
        revisions();
        confirmation();
        crash();
        recipients();
        skipped();
        titles();
        machine();
        heading(QStringLiteral("git bisect log"));
        m_text += gitLog(m_state, m_conclusion);
        return m_text;
    }

private:
    void line(const QString &text = {}) { m_text += text + u'\n'; }
    void heading(const QString &text)
    {
        line();
        line(text);
        line(QString(text.size(), u'-'));
    }
    void verdict();
    void log();
    void revisions();
    void revision(const RevisionState &revision);
    void confirmation();
    void crash();
    void recipients();
    void skipped();
    void titles();
    void machine();

    const SessionState &m_state;
    const Conclusion &m_conclusion;
    QString m_text;
};

void TextReport::verdict()
{
    const bool isFix = m_state.setup().kernel.find == Find::Fix;
    const QString what =
        isFix ? QStringLiteral("The bug was fixed by commit") : QStringLiteral("The bug was introduced by commit");
    if (m_conclusion.culprit) {
        line(what + QStringLiteral("\n\n    ") + cited(m_state, *m_conclusion.culprit));
        line();
        line(m_conclusion.confirmed
                 ? QStringLiteral("Confirmed: it and its parents were tested themselves.")
                 : QStringLiteral("Not confirmed: it or a parent could not be tested to the asked confidence."));
    } else if (m_conclusion.finished) {
        line(QStringLiteral("The search ended without one culprit; it is one of %1 commits:")
                 .arg(m_conclusion.candidates.size()));
        line();
        for (const ObjectId &id : m_conclusion.candidates) {
            line(QStringLiteral("    ") + cited(m_state, id));
        }
    } else {
        qint64 commits = 0;
        for (const ObjectId &id : m_conclusion.candidates) {
            commits += session::commitsBehind(m_state, id);
        }
        line(QStringLiteral("The search is not over (phase: %1); %2 commits are still suspect.")
                 .arg(m_conclusion.phase, QString::number(commits)));
    }
    if (!m_conclusion.reason.isEmpty()) {
        line(plainLine(m_conclusion.reason));
    }
}

void TextReport::log()
{
    if (m_state.imported) {
        heading(QStringLiteral("What the log says"));
        m_text += logReport(m_state);
    }
}

void TextReport::revisions()
{
    heading(QStringLiteral("Revisions, in the order of their tests"));
    line(QStringLiteral("commit        verdict    hits    ok other  subject"));
    for (const RevisionState *tested : inOrder(m_state)) {
        const bool isOnlyBuilt =
            tested->runs.empty() && !tested->judged && tested->automatic == session::Verdict::Undecided;
        if (!isOnlyBuilt) {
            revision(*tested);
        }
    }
    line();
    line(QStringLiteral(
        "hits: runs that crashed with the bug; other: crashed otherwise, did not boot, or failed outside the kernel."));
    if (m_state.flaky) {
        line(QStringLiteral("The bug shows in less than half of the runs; later revisions got twice as many."));
    }
}

void TextReport::revision(const RevisionState &revision)
{
    const session::Tally &tally = revision.tally;
    const QString mark = revision.judged ? QStringLiteral("*") : QStringLiteral(" ");
    line(shortHexOf(revision.id) + QStringLiteral("  ") + (word(revision.verdict()) + mark).leftJustified(9) +
         column(tally.target) + column(tally.ok) + column(tally.other + tally.boot + tally.infra) +
         QStringLiteral("  ") + subjectOf(m_state, revision.id));
    if (revision.thought) {
        line(QStringLiteral("              somebody thinks it %1, %2 to 1")
                 .arg(word(revision.thought->verdict))
                 .arg(revision.thought->odds) +
             (revision.note.isEmpty() ? QString() : QStringLiteral(": ") + plainLine(revision.note)));
    }
    if (std::ranges::any_of(endedRuns(m_state, revision), [](const RunState *run) { return run->ended->inferred; })) {
        line(QStringLiteral("              the log does not say how many runs there were"));
    }
    if (revision.judged) {
        const QString note = revision.note.isEmpty() ? QString() : QStringLiteral(": ") + plainLine(revision.note);
        line(QStringLiteral("              * judged by hand, the runs say %1").arg(word(revision.automatic)) + note);
    }
}

void TextReport::confirmation()
{
    if (!m_conclusion.culprit) {
        return;
    }
    heading(QStringLiteral("Culprit and parents"));
    const auto say = [this](const QString &what, const ObjectId &id) {
        const RevisionState *tested = m_state.revision(id);
        line(what + cited(m_state, id));
        line(QStringLiteral("    ") +
             (tested == nullptr ? QStringLiteral("not tested")
                                : word(tested->verdict()) + QStringLiteral(": ") + plainLine(tested->reason)));
    };
    say(QStringLiteral("culprit "), *m_conclusion.culprit);
    if (const auto suspicion = session::suspicionOf(m_state, *m_conclusion.culprit)) {
        line(QStringLiteral("    before any test its chance was x%1, because it %2")
                 .arg(suspicion->factor, 0, 'g', 2)
                 .arg(plainLine(suspicion->reason)));
    }
    const Parents parents = parentsOf(m_state, *m_conclusion.culprit);
    for (const ObjectId &parent : parents.known) {
        say(QStringLiteral("parent  "), parent);
    }
    if (parents.outside > 0) {
        line(QStringLiteral("Parents outside the range: %1").arg(parents.outside));
    }
}

void TextReport::crash()
{
    const RunState *hit = shownCrash(m_state, m_conclusion.culprit);
    if (const QString text = hit == nullptr ? QString() : crashText(m_state, *hit); !text.isEmpty()) {
        heading(QStringLiteral("The crash"));
        m_text += text;
    }
}

void TextReport::recipients()
{
    const session::RecipientsFound *found = recipientsOf(m_state, m_conclusion.culprit);
    if (found == nullptr) {
        return;
    }
    heading(QStringLiteral("Who should hear of it"));
    for (const bool copied : {false, true}) {
        for (const auto &recipient : found->recipients) {
            if (recipient.isCopied == copied) {
                const QString name = plainLine(recipient.name);
                const QString address = plainLine(recipient.address);
                line((copied ? QStringLiteral("Cc: ") : QStringLiteral("To: ")) +
                     (name.isEmpty() ? address : name + QStringLiteral(" <") + address + u'>') + QStringLiteral("  (") +
                     plainLine(recipient.reason) + u')');
            }
        }
    }
    if (!found->note.isEmpty()) {
        line(plainLine(found->note));
    }
}

void TextReport::skipped()
{
    bool any = false;
    for (const RevisionState *revision : inOrder(m_state)) {
        if (revision->verdict() != Verdict::Skip) {
            continue;
        }
        if (!any) {
            heading(QStringLiteral("Skipped"));
        }
        any = true;
        line(cited(m_state, revision->id));
        line(QStringLiteral("    ") + plainLine(revision->judged ? revision->note : revision->reason));
    }
}

void TextReport::titles()
{
    if (m_state.titles.empty()) {
        return;
    }
    heading(QStringLiteral("Crash titles"));
    std::vector<const session::TitleState *> sorted;
    for (const auto &[name, title] : m_state.titles) {
        sorted.push_back(&title);
    }
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &session::TitleState::runs);
    for (const session::TitleState *title : sorted) {
        line(word(title->relevance()).leftJustified(10) + QStringLiteral(" %1 runs  ").arg(title->runs, 4) +
             plainLine(title->title));
        const QString reason =
            title->judged ? QStringLiteral("Judged by hand. By the rules %1: ").arg(word(title->automatic)) : QString();
        line(QStringLiteral("    ") + reason + plainLine(title->reason));
    }
}

void TextReport::machine()
{
    heading(QStringLiteral("Machine and time"));
    if (m_state.engine) {
        line(QStringLiteral("host: ") + plainLine(m_state.engine->host));
        line(QStringLiteral("QEMU: ") + plainLine(m_state.engine->qemu));
        line(QStringLiteral("accelerator: ") + plainLine(m_state.engine->accelerator) + QStringLiteral(", ") +
             plainLine(m_state.engine->reason));
        for (const QString &note : m_state.engine->notes) {
            line(plainLine(note));
        }
    }
    line(QStringLiteral("program: ") + plainLine(m_state.created.program));
    if (m_state.config) {
        line(QStringLiteral("config: made by %1 of %2. %3")
                 .arg(plainLine(m_state.config->start), shortHexOf(m_state.config->revision),
                      plainLine(m_state.config->notes.join(u' '))));
    }
    if (const QString compiler = compilerOf(m_state, m_conclusion.culprit); !compiler.isEmpty()) {
        line(QStringLiteral("compiler: ") + compiler);
    }
    for (const auto &[sentence, builds] : appliedTo(m_state)) {
        line(QStringLiteral("%1 of %2 builds: %3")
                 .arg(QString::number(builds), QString::number(m_state.builds.size()), sentence));
    }
    if (m_state.imported) {
        return; // the log has no times but its own sum
    }
    line(QStringLiteral("builds: %1 in %2, runs: %3 in %4 (many at once), from first to last event: %5")
             .arg(QString::number(m_state.builds.size()), minutes(buildMilliseconds(m_state)),
                  QString::number(m_state.runs.size()), minutes(runMilliseconds(m_state)),
                  minutes(m_state.lastAt - m_state.createdAt)));
}

} // namespace

QString textReport(const SessionState &state, const Conclusion &conclusion)
{
    return TextReport(state, conclusion).text();
}

} // namespace culprit::exchange
