// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/crashtext.h"
#include "engine/exchange/htmlstyle.h"
#include "engine/exchange/logaudit.h"
#include "engine/exchange/statements.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;
using session::Verdict;

namespace
{

/// Foreign text as one line of HTML.
QString html(const QString &text)
{
    QString line = plainLine(text);
    std::ranges::replace_if(line, [](QChar c) { return c.isNonCharacter(); }, QChar(QChar::ReplacementCharacter));
    return line.toHtmlEscaped();
}

QString htmlLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        lines += html(line);
    }
    return lines.join(u'\n').trimmed();
}

QString verdictCell(const session::Setup::Kernel &kernel, const RevisionState &revision)
{
    const auto signOf = [](Verdict verdict) {
        switch (verdict) {
        case Verdict::Good:
            return u"✓"_s;
        case Verdict::Bad:
            return u"✗"_s;
        case Verdict::Skip:
            return u"/"_s;
        case Verdict::Undecided:
            break;
        }
        return u"&nbsp;"_s;
    };
    const bool isOverruled = revision.judged && *revision.judged != revision.automatic;
    return u"<td class=\"verdict\"><span class=\"%1\"><span class=\"mark\" aria-hidden=\"true\">%2</span>%3</span>%4</td>"_s
        .arg(word(revision.verdict()), signOf(revision.verdict()), kernel.word(revision.verdict()),
             isOverruled ? u" <s class=\"quiet\">%1</s>"_s.arg(kernel.word(revision.automatic)) : QString());
}

QString countCell(int count)
{
    return u"<td class=\"count\">%1</td>"_s.arg(count);
}

class HtmlReport final
{
public:
    explicit HtmlReport(const Source &source) : m_state(source.state), m_conclusion(source.conclusion) {}

    QString text()
    {
        const RunState *crash = shownCrash(m_state, m_conclusion.culprit);
        const QString asked = m_state.setup().test.title;
        const QString title = html(!asked.isEmpty() ? asked : crash != nullptr ? crash->ended->title : QString());
        const QString heading = title.trimmed().isEmpty() ? u"Bisection"_s : title;
        line(u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%1</title>\n"
             "<style>%2</style>\n</head>\n<body>\n<main>\n<h1>%1</h1>"_s.arg(heading, htmlStyle));
        conclusion();
        block(u"What the log says"_s, logReport(m_state));
        revisions();
        culpritAndParents();
        titles();
        block(u"The crash"_s, crash == nullptr ? QString() : crashText(m_state, *crash));
        recipients();
        machine();
        block(u"git bisect log"_s, gitLog(m_state, m_conclusion));
        line(u"</main>\n</body>\n</html>"_s);
        return m_text;
    }

private:
    void line(const QString &text) { m_text += text + u'\n'; }
    void heading(const QString &text) { line(u"<h2>%1</h2>"_s.arg(text)); }
    void list(const QStringList &items);
    void table(const QString &heads, const QStringList &rows);
    void block(const QString &title, const QString &text);
    void conclusion();
    void revisions();
    [[nodiscard]] QString row(const RevisionState &revision) const;
    void culpritAndParents();
    void titles();
    void recipients();
    void machine();
    [[nodiscard]] QString commit(const ObjectId &id) const
    {
        return u"<code title=\"%1\">%2</code> %3"_s.arg(hexOf(id), shortHexOf(id), html(subjectOf(m_state, id)));
    }

    const SessionState &m_state;
    const Conclusion &m_conclusion;
    QString m_text;
};

void HtmlReport::list(const QStringList &items)
{
    if (!items.isEmpty()) {
        line(u"<ul>\n<li>%1</li>\n</ul>"_s.arg(items.join(u"</li>\n<li>"_s)));
    }
}

void HtmlReport::table(const QString &heads, const QStringList &rows)
{
    line(u"<div class=\"scroll\">\n<table>\n<thead>\n<tr>%1</tr>\n</thead>\n<tbody>"_s.arg(heads));
    for (const QString &row : rows) {
        line(u"<tr>%1</tr>"_s.arg(row));
    }
    line(u"</tbody>\n</table>\n</div>"_s);
}

void HtmlReport::block(const QString &title, const QString &text)
{
    if (!text.isEmpty()) {
        heading(title);
        line(u"<pre>%1</pre>"_s.arg(htmlLines(text)));
    }
}

void HtmlReport::conclusion()
{
    const Headline headline = headlineOf(m_state, m_conclusion);
    line(u"<div class=\"answer\">\n<p>%1</p>"_s.arg(html(headline.sentence)));
    QStringList commits;
    for (const ObjectId &id : headline.commits) {
        commits += commit(id);
    }
    list(commits);
    for (const QString &sentence : {headline.standing, headline.reason}) {
        if (!sentence.isEmpty()) {
            line(u"<p>%1</p>"_s.arg(html(sentence)));
        }
    }
    line(u"</div>"_s);
}

QString HtmlReport::row(const RevisionState &revision) const
{
    const session::Tally &tally = revision.tally;
    QString remarks;
    for (const QString &remark : remarksOn(m_state, revision)) {
        remarks += u"<br><span class=\"quiet\">%1</span>"_s.arg(html(remark));
    }
    if (revision.verdict() == Verdict::Skip && !revision.judged) {
        remarks += u"<br><span class=\"quiet\">%1</span>"_s.arg(html(revision.reason));
    }
    return u"<td><code title=\"%1\">%2</code></td>"_s.arg(hexOf(revision.id), shortHexOf(revision.id)) +
           verdictCell(m_state.setup().kernel, revision) + countCell(tally.target) + countCell(tally.ok) +
           countCell(tally.other + tally.boot + tally.infra) +
           u"<td class=\"wide\">%1%2</td>"_s.arg(html(subjectOf(m_state, revision.id)), remarks);
}

void HtmlReport::revisions()
{
    QStringList rows;
    for (const RevisionState *revision : testedRevisions(m_state)) {
        rows += row(*revision);
    }
    if (rows.isEmpty()) {
        return;
    }
    heading(u"Revisions, in the order of their tests"_s);
    table(u"<th scope=\"col\">Commit</th><th scope=\"col\">Verdict</th><th scope=\"col\" class=\"count\">Hits</th>"
          "<th scope=\"col\" class=\"count\">OK</th><th scope=\"col\" class=\"count\">Other</th>"
          "<th scope=\"col\">Subject</th>"_s,
          rows);
    line(u"<p class=\"quiet\">Hits: runs that crashed with the bug. Other: crashed otherwise, did not boot, or failed "
         "outside the kernel. A verdict that was judged by hand stands before the one of the runs.</p>"_s);
}

void HtmlReport::culpritAndParents()
{
    if (!m_conclusion.culprit) {
        return;
    }
    heading(u"Culprit and parents"_s);
    const auto said = [this](const QString &what, const ObjectId &id) {
        return u"%1 %2<br><span class=\"quiet\">%3</span>"_s.arg(what, commit(id), html(standingOf(m_state, id)));
    };
    const Parents parents = parentsOf(m_state, *m_conclusion.culprit);
    QStringList items{said(u"Culprit"_s, *m_conclusion.culprit)};
    for (const ObjectId &parent : parents.known) {
        items += said(u"Parent"_s, parent);
    }
    if (parents.outside > 0) {
        items += u"Parents outside the range: %1"_s.arg(parents.outside);
    }
    if (const RevertLines revert = revertLinesOf(m_state, *m_conclusion.culprit); !revert.heading.isEmpty()) {
        items += u"Revert %1<br><span class=\"quiet\">%2</span>"_s.arg(html(revert.heading), html(revert.standing));
    }
    list(items);
}

void HtmlReport::titles()
{
    QStringList rows;
    for (const session::TitleState *title : titlesByRuns(m_state)) {
        rows += u"<td>%1</td>"_s.arg(word(title->relevance())) + countCell(title->runs) +
                u"<td class=\"wide\">%1<br><span class=\"quiet\">%2</span></td>"_s.arg(html(title->title),
                                                                                       html(reasonOf(*title)));
    }
    if (!rows.isEmpty()) {
        heading(u"Crash titles"_s);
        table(u"<th scope=\"col\">Relevance</th><th scope=\"col\" class=\"count\">Runs</th>"
              "<th scope=\"col\">Title</th>"_s,
              rows);
    }
}

void HtmlReport::recipients()
{
    const session::RecipientsFound *found = recipientsOf(m_state, m_conclusion.culprit);
    if (found == nullptr) {
        return;
    }
    heading(u"Who should hear of it"_s);
    QStringList items;
    for (const bool copied : {false, true}) {
        for (const auto &recipient : found->recipients) {
            if (recipient.isCopied == copied) {
                items += u"%1: %2 <span class=\"quiet\">(%3)</span>"_s.arg(
                    copied ? u"Cc"_s : u"To"_s, html(mailboxOf(recipient)), html(recipient.reason));
            }
        }
    }
    list(items);
    if (!found->note.isEmpty()) {
        line(u"<p>%1</p>"_s.arg(html(found->note)));
    }
}

void HtmlReport::machine()
{
    heading(u"Machine and time"_s);
    QStringList items;
    for (const QString &sentence : machineLines(m_state, m_conclusion.culprit)) {
        items += html(sentence);
    }
    if (!m_state.imported && m_state.createdAt > 0) {
        const auto at = [](qint64 time) {
            return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::UTC).toString(u"yyyy-MM-dd hh:mm"_s);
        };
        items += u"first event: %1, last event: %2 (UTC)"_s.arg(at(m_state.createdAt), at(m_state.lastAt));
    }
    list(items);
}

} // namespace

QByteArray htmlExport(const Source &source)
{
    return HtmlReport(source).text().toUtf8();
}

} // namespace culprit::exchange
