// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/crashtext.h"
#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"
#include "engine/exchange/logaudit.h"
#include "engine/exchange/statements.h"

#include "engine/session/doubt.h"

namespace culprit::exchange
{

using session::Verdict;

namespace
{

QString column(int value)
{
    return QString::number(value).rightJustified(6);
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
    [[nodiscard]] qsizetype verdictWidth() const
    {
        const session::Terms &terms = m_state.setup().kernel.terms;
        return std::max({qsizetype(9), terms.older.size() + 1, terms.newer.size() + 1});
    }
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
    const Headline headline = headlineOf(m_state, m_conclusion);
    line(headline.sentence);
    if (!headline.commits.empty()) {
        line();
        for (const ObjectId &id : headline.commits) {
            line(QStringLiteral("    ") + cited(m_state, id));
        }
    }
    if (!headline.standing.isEmpty()) {
        line();
        line(headline.standing);
    }
    if (!headline.reason.isEmpty()) {
        line(headline.reason);
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
    line(QStringLiteral("commit        ") + QStringLiteral("verdict ").leftJustified(verdictWidth()) +
         QStringLiteral("   hits    ok other  subject"));
    for (const RevisionState *tested : testedRevisions(m_state)) {
        revision(*tested);
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
    line(shortHexOf(revision.id) + QStringLiteral("  ") +
         (m_state.setup().kernel.word(revision.verdict()) + mark).leftJustified(verdictWidth()) + column(tally.target) +
         column(tally.ok) + column(tally.other + tally.boot + tally.infra) + QStringLiteral("  ") +
         subjectOf(m_state, revision.id));
    for (const QString &remark : remarksOn(m_state, revision)) {
        line(QStringLiteral("              ") + remark);
    }
}

void TextReport::confirmation()
{
    if (!m_conclusion.culprit) {
        return;
    }
    heading(QStringLiteral("Culprit and parents"));
    const auto say = [this](const QString &what, const ObjectId &id) {
        line(what + cited(m_state, id));
        line(QStringLiteral("    ") + standingOf(m_state, id));
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
    if (const RevertLines revert = revertLinesOf(m_state, *m_conclusion.culprit); !revert.heading.isEmpty()) {
        line(QStringLiteral("revert  ") + revert.heading);
        line(QStringLiteral("    ") + revert.standing);
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
                line((copied ? QStringLiteral("Cc: ") : QStringLiteral("To: ")) + mailboxOf(recipient) +
                     QStringLiteral("  (") + plainLine(recipient.reason) + u')');
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
    for (const session::TitleState *title : titlesByRuns(m_state)) {
        line(word(title->relevance()).leftJustified(10) + QStringLiteral(" %1 runs  ").arg(title->runs, 4) +
             plainLine(title->title));
        line(QStringLiteral("    ") + reasonOf(*title));
    }
}

void TextReport::machine()
{
    heading(QStringLiteral("Machine and time"));
    for (const QString &sentence : machineLines(m_state, m_conclusion.culprit)) {
        line(sentence);
    }
}

} // namespace

QString textReport(const SessionState &state, const Conclusion &conclusion)
{
    return TextReport(state, conclusion).text();
}

} // namespace culprit::exchange
