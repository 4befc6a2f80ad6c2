// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/exchange/bisected.h"

#include <QProcess>
#include <QTest>

using namespace culprit;
using namespace culprit::test;
using namespace Qt::StringLiterals;

namespace
{

const QString evil = u"</title></style></pre><script>alert(1)</script> &amp; \"'> \n\x1b[2J \u202e\ufffe <!-- ü"_s;

/// What tidy finds wrong with a page; empty: nothing.
QByteArray complaintsOn(const QString &page)
{
    QProcess tidy;
    tidy.start(u"tidy"_s, {u"-quiet"_s, u"-errors"_s, u"-utf8"_s});
    tidy.write(page.toUtf8());
    tidy.closeWriteChannel();
    const bool ended = tidy.waitForFinished();
    const QByteArray said = tidy.readAllStandardError();
    return ended && tidy.exitCode() == 0 ? said : said + "\ntidy failed: " + tidy.errorString().toUtf8();
}

void findRecipients(Bisected &bisected, const QString &text)
{
    RecipientsFound found;
    found.culprit = bisected.id(guilty);
    found.recipients = {{u"a@example.org"_s, text, text, false}};
    found.note = text;
    bisected.happen(found);
}

} // namespace

class HtmlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tidyHasNoComplaint_data();
    void tidyHasNoComplaint();
    void pageSaysWhatMatters();
    void foreignTextIsText();
    void nothingComesFromOutside();
    void unfinishedSession();
};

void HtmlTest::tidyHasNoComplaint_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fix");
    QTest::newRow("cause") << bug << false;
    QTest::newRow("fix") << bug << true;
    QTest::newRow("hostile") << evil << false;
}

void HtmlTest::tidyHasNoComplaint()
{
    QFETCH(QString, text);
    QFETCH(bool, fix);
    Bisected bisected(fix ? Find::Fix : Find::Cause, text);
    bisected.setSubject(12, text.toStdString());
    bisected.conclusion.reason = text;
    findRecipients(bisected, text);
    bisected.happen(VerdictJudged{bisected.id(12), Verdict::Good, text, {}, 0});
    bisected.happen(TitleJudged{noise, Relevance::Unrelated, text, {}});
    QCOMPARE(complaintsOn(bisected.as("html")), QByteArray());
}

void HtmlTest::pageSaysWhatMatters()
{
    Bisected bisected(Find::Cause);
    findRecipients(bisected, u"Ann"_s);
    bisected.happen(VerdictJudged{bisected.id(12), Verdict::Good, u"seen before"_s, {}, 0});
    const QString page = bisected.as("html");
    const QString hash = bisected.hash(guilty);
    for (const QString &text :
         {u"<title>KASAN: use-after-free Read in f</title>"_s, u"<p>The bug was introduced by commit</p>"_s,
          u"<li><code title=\"%1\">%2</code> commit 9</li>"_s.arg(hash, hash.first(12)), u"<p>Confirmed: it and"_s,
          u"<p>One is left.</p>"_s,
          u"<span class=\"bad\"><span class=\"mark\" aria-hidden=\"true\">✗</span>bad</span></td>"
          "<td class=\"count\">6</td><td class=\"count\">4</td><td class=\"count\">0</td><td class=\"wide\">commit 9"_s,
          u"good</span> <s class=\"quiet\">bad</s></td>"_s, u"* judged by hand, the runs say bad: seen before"_s,
          u">skip</span>"_s, u"<td>unrelated</td>"_s, u"BUG: KASAN\nCall Trace:</pre>"_s,
          u"To: Ann &lt;a@example.org&gt;"_s, u"QEMU: QEMU emulator version 10.0"_s,
          u"first event: 2023-11-14 22:13, last event:"_s, u"Parent <code title=\"%1\">"_s.arg(bisected.hash(8)),
          u"\n# first bad commit: [%1] commit 9</pre>"_s.arg(hash)}) {
        QVERIFY2(page.contains(text), qPrintable(text + u'\n' + page));
    }
}

void HtmlTest::foreignTextIsText()
{
    Bisected bisected(Find::Cause, evil);
    bisected.setSubject(guilty, evil.toStdString());
    findRecipients(bisected, evil);
    const QString page = bisected.as("html");
    QVERIFY(!page.contains(u"<script"_s) && !page.contains(u"<!--"_s));
    QVERIFY(page.contains(
        u"&lt;/title&gt;&lt;/style&gt;&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &quot;"_s));
    QCOMPARE(page.count(u"</title>"_s), 1);
    QVERIFY(!page.contains(QChar(0x202e)) && !page.contains(QChar(0xfffe)) && !page.contains(QChar(0x1b)));
}

void HtmlTest::nothingComesFromOutside()
{
    const QString page = Bisected(Find::Cause).as("html");
    for (const QString &text : {u"http"_s, u"src="_s, u"href="_s, u"url("_s, u"@import"_s, u"<script"_s, u"<link"_s}) {
        QVERIFY2(!page.contains(text), qPrintable(text));
    }
    QVERIFY(page.contains(u"@media (prefers-color-scheme: dark)"_s));
}

void HtmlTest::unfinishedSession()
{
    Bisected bisected(Find::Cause);
    bisected.conclusion = {};
    bisected.conclusion.phase = u"Bisect"_s;
    QVERIFY(
        bisected.as("html").contains(u"<p>The search is not over (phase: Bisect); 0 commits are still suspect.</p>"_s));
    QCOMPARE(complaintsOn(bisected.as("html")), QByteArray());
    bisected.conclusion.finished = true;
    bisected.conclusion.candidates = {bisected.id(11), bisected.id(12)};
    QVERIFY(bisected.as("html").contains(
        u"it is one of 2 commits:</p>\n<ul>\n<li><code title=\"%1\">"_s.arg(bisected.hash(11))));
    bisected.state = {};
    bisected.conclusion = {};
    QCOMPARE(complaintsOn(bisected.as("html")), QByteArray());
}

QTEST_GUILESS_MAIN(HtmlTest)
#include "htmltest.moc"
