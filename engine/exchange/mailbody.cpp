// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/mailbody.h"

#include "engine/exchange/crashtext.h"
#include "engine/exchange/mailmessage.h"

#include <algorithm>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

constexpr qsizetype width = 75;
constexpr qsizetype mostCrashLines = 120;
constexpr QChar glue = QChar::Nbsp; ///< stands for a blank where no line may end

QString glued(QString text)
{
    return text.replace(u' ', glue);
}

} // namespace

QString MailBody::text()
{
    greeting();
    ends();
    culpritAndParents();
    ways();
    machine();
    crash();
    commands();
    return m_text;
}

void MailBody::line(const QString &text)
{
    m_text += text.left(longestMailLine) + u'\n';
}

/// Commits that a sentence names stay whole.
QString MailBody::unbroken(const QString &text) const
{
    QString whole = plainLine(text);
    for (const auto &[id, revision] : m_state.revisions) {
        if (const QString name = cited(m_state, id); name.contains(u' ')) {
            whole.replace(name, glued(name));
        }
    }
    return whole;
}

void MailBody::wrapped(const QString &text, const QString &first, const QString &next)
{
    QString current = first;
    bool isEmpty = true;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!isEmpty && current.size() + 1 + word.size() > width) {
            line(current.replace(glue, u' '));
            current = next;
            isEmpty = true;
        }
        current += (isEmpty ? QString() : u" "_s) + word;
        isEmpty = false;
    }
    line(current.replace(glue, u' '));
}

QString MailBody::named(const ObjectId &id) const
{
    const history::CommitInfo *commit = m_state.commit(id);
    return commit != nullptr && !commit->tags.empty() ? plainLine(QString::fromStdString(commit->tags.front()))
                                                      : glued(cited(m_state, id));
}

QString MailBody::runsOf(const ObjectId &id) const
{
    const Counts counts = countsOf(m_state, id);
    QString text = countsText(counts);
    if (counts.twin) {
        text += u", of %1, which is the very same kernel"_s.arg(named(*counts.twin));
    }
    if (const auto miss = chanceOfMiss(m_state, m_answer, counts)) {
        text += u" (chance of a miss: %1)"_s.arg(*miss, 0, 'g', 1);
    }
    const RevisionState *revision = m_state.revision(id);
    if (revision != nullptr && revision->judged) {
        text += u"; judged %1 by hand"_s.arg(word(*revision->judged));
    }
    return text;
}

void MailBody::greeting()
{
    line(u"Hi,"_s);
    line();
    line(m_answer.isFix ? u"a bisection with builds and boots found the commit that fixed this bug:"_s
                        : u"a bisection with builds and boots found the commit that brought this bug:"_s);
    line();
    line(u"  "_s + (m_answer.title.isEmpty() ? u"(the session has no title for it)"_s : m_answer.title));
    line();
    line(u"The commit is"_s);
    line();
    line(u"  "_s + uniquelyCited(m_state, m_answer.culprit));
    line();
    if (m_state.imported) {
        item(u"the runs are those of an imported %1 log%2, not of a machine of the sender"_s.arg(
            m_state.imported->format == u"git" ? u"git bisect"_s : u"syzbot"_s,
            m_state.imported->name.isEmpty() ? QString() : u" ("_s + plainLine(m_state.imported->name) + u')'));
    }
}

void MailBody::ends()
{
    if (m_answer.isFix) {
        end(m_state.created.bad, true);
    }
    for (const ObjectId &good : m_state.created.goods) {
        end(good, false);
    }
    if (!m_answer.isFix) {
        end(m_state.created.bad, true);
    }
}

void MailBody::end(const ObjectId &id, bool hasBug)
{
    item(u"%1 %2: %3"_s.arg(named(id), hasBug ? u"has the bug"_s : u"does not have the bug"_s, runsOf(id)));
}

void MailBody::culpritAndParents()
{
    item((m_answer.isFix ? u"the fix, tested itself: "_s : u"the culprit, tested itself: "_s) +
         runsOf(m_answer.culprit));
    for (const ObjectId &parent : m_answer.parents.known) {
        item(u"its parent %1: %2"_s.arg(glued(cited(m_state, parent)), runsOf(parent)));
    }
    if (m_answer.parents.outside > 0) {
        item(m_answer.parents.outside == 1
                 ? u"a parent lies before the range that was searched"_s
                 : u"%1 parents lie before the range that was searched"_s.arg(m_answer.parents.outside));
    }
    if (!m_conclusion.reason.isEmpty()) {
        item(unbroken(m_conclusion.reason));
    }
}

/// What was done to builds and revisions that a reader would want to know of.
void MailBody::ways()
{
    const std::map<QString, int> applied = appliedTo(m_state);
    if (applied.empty()) {
        item(u"fix-ups and changed options of builds on the way: none"_s);
    }
    for (const auto &[sentence, builds] : applied) {
        item(u"%1 of %2 builds: %3"_s.arg(QString::number(builds), QString::number(m_state.builds.size()), sentence));
    }
    bool anySkipped = false;
    for (const RevisionState *revision : inOrder(m_state)) {
        const bool isSkipped = revision->verdict() == Verdict::Skip;
        anySkipped = anySkipped || isSkipped;
        if (isSkipped || revision->judged) {
            const QString note = revision->note.isEmpty() ? u"without a note"_s : unbroken(revision->note);
            const QString what =
                isSkipped ? u"skipped"_s : u"judged "_s + m_state.setup().kernel.word(revision->verdict());
            item(u"%1: %2, %3"_s.arg(revision->judged ? what + u" by hand"_s : what,
                                     glued(cited(m_state, revision->id)),
                                     revision->judged ? note : unbroken(revision->reason)));
        }
    }
    if (!anySkipped) {
        item(u"skipped revisions: none"_s);
    }
    for (const auto &[name, title] : m_state.titles) {
        if (title.relevance() == session::Relevance::Target && plainLine(name) != m_answer.title) {
            item(u"crashes of another title count as the bug too (%1 runs): %2"_s.arg(QString::number(title.runs),
                                                                                      plainLine(name)));
        }
    }
}

void MailBody::machine()
{
    if (const QString reproducer = reproducerName(m_state); !reproducer.isEmpty()) {
        item(u"reproducer: "_s + reproducer);
    }
    const QString compiler = compilerOf(m_state, m_answer.culprit);
    if (!compiler.isEmpty()) {
        item(u"compiler: "_s + compiler);
    }
    if (const QString machine = machineText(m_state); !machine.isEmpty()) {
        item(machine);
    }
    line();
}

void MailBody::crash()
{
    const RunState *hit = shownCrash(m_state, m_answer.culprit);
    const QString text = hit == nullptr ? QString() : crashText(m_state, *hit);
    if (text.isEmpty()) {
        return;
    }
    line(hit->read && !hit->read->report.isEmpty() ? u"The crash, decoded:"_s : u"The crash:"_s);
    line();
    const QList<QStringView> lines = QStringView(text).trimmed().split(u'\n');
    for (const QStringView each : lines.first(std::min(lines.size(), mostCrashLines))) {
        line(each.isEmpty() ? QString() : u"  "_s + each.toString());
    }
    if (lines.size() > mostCrashLines) {
        line(u"  [%1 more lines]"_s.arg(lines.size() - mostCrashLines));
    }
    line();
}

void MailBody::commands()
{
    if (!m_attached.isEmpty()) {
        line(u"Attached: "_s + m_attached.join(u", "_s) + u'.');
        line();
    }
    if (m_answer.isFix) {
        line(u"#regzbot fix: "_s + uniquelyCited(m_state, m_answer.culprit));
    } else {
        // A part of it would name no commit.
        if (const QString fixes = fixesLine(m_state, m_answer.culprit); fixes.size() <= longestMailLine) {
            line(u"A commit that repairs it could carry"_s);
            line();
            line(fixes);
            line();
        }
        line(u"#regzbot introduced: "_s + uniqueHexOf(m_state, m_answer.culprit));
        if (!m_answer.title.isEmpty()) {
            line(u"#regzbot title: "_s + m_answer.title);
        }
    }
}

} // namespace culprit::exchange
