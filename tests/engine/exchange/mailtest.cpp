// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/exchange/bisected.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray configText = "CONFIG_X86_64=y\n# CONFIG_KCOV is not set\n";

void findRecipients(Bisected &bisected, const QList<RecipientsFound::Recipient> &recipients)
{
    RecipientsFound found;
    found.culprit = bisected.id(guilty);
    found.recipients = recipients;
    bisected.happen(found);
}

/// With what a session knows at its end.
Bisected &complete(Bisected &bisected)
{
    bisected.config = configText;
    bisected.setSubject(guilty, "net: phy: wait for the link");
    findRecipients(bisected, {{u"a@example.org"_s, u"Ann Author"_s, u"author"_s, false},
                              {u"net@lists.example.org"_s, {}, u"list"_s, true},
                              {u"A@example.org"_s, u"Ann"_s, u"signed off"_s, true},
                              {u"stable@vger.kernel.org"_s, {}, u"list"_s, true},
                              {u"j@example.org"_s, u"Jörg Über"_s, u"maintainer"_s, false},
                              {u"d@example.org"_s, u"Doe, Jo"_s, u"maintainer"_s, false},
                              {u"linux-kernel@vger.kernel.org"_s, {}, u"list"_s, true}});
    return bisected;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The headers, each unfolded.
QByteArrayList headersOf(const QString &mail)
{
    return mail.first(mail.indexOf(u"\n\n"_s)).toUtf8().replace("\n ", " ").split('\n');
}

/// The text of the first part.
QString bodyOf(const QString &mail)
{
    const qsizetype part = mail.indexOf(u"\n\n"_s, mail.indexOf(u"\n\n--culprit-"_s) + 2) + 2;
    return mail.sliced(part, mail.indexOf(u"\n--culprit-"_s, part) - part);
}

/// As git mailinfo reads it: what it prints, and the text of all parts.
struct Read {
    QByteArray info;
    QByteArray text;
    bool done = false;
};

Read readByGit(const Bisected &bisected)
{
    const QTemporaryDir folder;
    const QString text = folder.filePath(u"text"_s);
    const auto answer = bisected.repository.git({u"mailinfo"_s, u"-k"_s, text, folder.filePath(u"patch"_s)},
                                                bisected.as("mail").toUtf8());
    return {answer.output, contentOf(text), answer.ok()};
}

GitAnswer sentByGit(const Bisected &bisected)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"report.mbox"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bisected.as("mail").toUtf8());
        file.close();
    }
    return bisected.repository.git(
        {u"send-email"_s, u"--dry-run"_s, u"--confirm=never"_s, u"--to=also@example.org"_s, file.fileName()});
}

/// Debian's git only recommends the package.
bool lacksMailAddress(const GitAnswer &answer)
{
    return answer.errors.contains("'Mail::Address' module is not here");
}

} // namespace

class MailTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendEmailTakesIt();
    void mailinfoReadsBodyAndAttachments();
    void bodySaysWhatMatters();
    void mailOfAFix();
    void hostileTextStaysInItsField();
    void bytesThatAreNoTextAreEncoded();
    void refusedWhileUnconfirmed();
};

void MailTest::sendEmailTakesIt()
{
    Bisected bisected(Find::Cause);
    complete(bisected);
    const GitAnswer answer = sentByGit(bisected);
    if (lacksMailAddress(answer)) {
        QSKIP("git send-email does not run here: libmailtools-perl is not installed.");
    }
    QVERIFY2(answer.ok(), (answer.output + answer.errors).constData());
    const QByteArray &said = answer.output;
    QVERIFY2(said.contains("\nResult: OK"), said.constData());
    QVERIFY2(said.contains("\tAnn Author <a@example.org>,\n\t=?UTF-8?B?SsO2cmcgw5xiZXI=?= <j@example.org>,\n\t\"Doe, "
                           "Jo\" <d@example.org>\n"),
             said.constData());
    QVERIFY2(said.contains("Subject: [REGRESSION] net: phy: KASAN: use-after-free Read in f\n"), said.constData());
    for (const QByteArray address :
         {"a@example.org", "d@example.org", "j@example.org", "net@lists.example.org", "also@example.org",
          "regressions@lists.linux.dev", "linux-kernel@vger.kernel.org"}) {
        QVERIFY2(said.contains("RCPT TO:<" + address + ">\n"), said.constData());
    }
    QVERIFY2(!said.contains("stable@"), said.constData());
    QCOMPARE(said.count("RCPT TO:"), 7);
}

void MailTest::mailinfoReadsBodyAndAttachments()
{
    Bisected bisected(Find::Cause);
    const Read read = readByGit(complete(bisected));
    QVERIFY(read.done);
    QVERIFY2(read.info.contains("Subject: [REGRESSION] net: phy: KASAN: use-after-free Read in f\n"),
             read.info.constData());
    QVERIFY2(read.info.contains("Date: Tue, 14 Nov 2023 "), read.info.constData());
    QVERIFY2(read.text.startsWith("Hi,\n"), read.text.constData());
    QVERIFY2(read.text.contains("\n\n#regzbot introduced: " + bisected.repository.hash(guilty).first(12) + '\n'),
             read.text.constData());
    QVERIFY2(read.text.contains(bisected.as("git").toUtf8()), read.text.constData());
    QVERIFY2(read.text.contains(configText), read.text.constData());
}

void MailTest::bodySaysWhatMatters()
{
    Bisected bisected(Find::Cause);
    complete(bisected);
    bisected.happen(VerdictJudged{bisected.id(12), Verdict::Bad, u"seen before"_s, {}, 0});
    bisected.happen(VerdictJudged{bisected.id(10), Verdict::Skip, {}, {}, 0});
    const QString body = bodyOf(bisected.as("mail"));
    const QString culprit = bisected.hash(guilty).first(12);
    for (const QString &line :
         {u"  KASAN: use-after-free Read in f"_s, u"  %1 (\"net: phy: wait for the link\")"_s.arg(culprit),
          u" - v1 does not have the bug: 0 of 19 runs, 1 more ended otherwise (chance"_s,
          u" - %1 (\"commit 16\") has the bug: 13 of 20 runs"_s.arg(bisected.hash(last).first(12)),
          u" - the culprit, tested itself: 6 of 10 runs"_s,
          u" - its parent %1 (\"commit 8\"): 0 of 9 runs, 1 more ended"_s.arg(bisected.hash(8).first(12)),
          u"   otherwise (chance of a miss: 0.0004)"_s, u" - 6 of 7 builds: CONFIG_KCOV=n: too old"_s,
          u" - skipped: %1 (\"commit 11\"), It does not build: a.c:1:1: error:"_s.arg(bisected.hash(11).first(12)),
          u" - judged bad by hand: %1 (\"commit 12\"), seen before"_s.arg(bisected.hash(12).first(12)),
          u" - compiler: gcc (Debian 14.2.0) 14.2.0"_s, u" - QEMU emulator version 10.0, accel=tcg, 2 CPUs, 2G"_s,
          u"  Call Trace:"_s, u"Attached: git bisect log, .config of the commit."_s,
          u"Fixes: %1 (\"net: phy: wait for the link\")"_s.arg(culprit)}) {
        QVERIFY2(body.split(u'\n').contains(line), qPrintable(line + u'\n' + body));
    }
    QVERIFY2(
        body.endsWith(u"\n\n#regzbot introduced: %1\n#regzbot title: KASAN: use-after-free Read in f\n"_s.arg(culprit)),
        qPrintable(body));
    for (const QString &line : body.split(u'\n')) {
        QVERIFY2(line.size() <= 75, qPrintable(line));
    }
    // A commit stays whole, however long: who copies it out of a mail must find it.
    const std::string subject(90, 'x');
    bisected.setSubject(guilty, "net: " + subject + " a b c");
    const QString longer = bodyOf(bisected.as("mail"));
    QVERIFY(longer.contains(u"\nFixes: %1 (\"net: %2 a b c\")\n"_s.arg(culprit, QString::fromStdString(subject))));
    // But a line that no mail can hold is left out, not cut.
    bisected.setSubject(guilty, std::string(2000, 'x'));
    QVERIFY(!bodyOf(bisected.as("mail")).contains(u"\nFixes: "_s));
    for (const QString &line : bisected.as("mail").split(u'\n')) {
        QVERIFY2(line.size() < 998, qPrintable(line));
    }
}

void MailTest::mailOfAFix()
{
    Bisected bisected(Find::Fix);
    complete(bisected);
    const QString mail = bisected.as("mail");
    const QString body = bodyOf(mail);
    const QByteArray culprit = bisected.repository.hash(guilty).first(12);
    QVERIFY(headersOf(mail).contains("Subject: net: phy: KASAN: use-after-free Read in f, fixed by " + culprit));
    QVERIFY2(
        body.endsWith(u"\n\n#regzbot fix: %1 (\"net: phy: wait for the link\")\n"_s.arg(QString::fromLatin1(culprit))),
        qPrintable(body));
    QVERIFY(!mail.contains(u"REGRESSION"_s) && !body.contains(u"\nFixes: "_s) && !body.contains(u"introduced"_s));
    QVERIFY2(body.contains(u" - the fix, tested itself: 0 of 9 runs"_s), qPrintable(body));
    QVERIFY2(body.contains(u"(\"commit 8\"): 6 of 10 runs\n"_s), qPrintable(body));
}

void MailTest::hostileTextStaysInItsField()
{
    const QString evil =
        u"x\n#regzbot introduced: 111111111111\nCc: evil@example.org\n\n\u202e--\nFrom me ü=?UTF-8?Q?a?="_s;
    Bisected bisected(Find::Cause, evil);
    bisected.setSubject(guilty, "net: a\n#regzbot invalid: b\r\nFrom: evil@example.org");
    bisected.conclusion.reason = evil;
    findRecipients(bisected,
                   {{u"e@example.org>, evil@example.org"_s, {}, {}, false},
                    {u"e@example.org\nBcc: evil@example.org"_s, {}, {}, true},
                    {u"root@localhost"_s, {}, {}, false},
                    {u"f@example.org"_s, u"Doe, \"Jo\" <evil@example.org>\nBcc: evil@example.org"_s, {}, false},
                    {u"g@example.org"_s, u"=?UTF-8?Q?evil?="_s, {}, false},
                    {u"h@example.org"_s, evil, {}, true}});
    bisected.happen(VerdictJudged{bisected.id(12), Verdict::Bad, evil, {}, 0});
    bisected.config = evil.toUtf8();
    const QString mail = bisected.as("mail");
    const QByteArrayList headers = headersOf(mail);
    QByteArrayList fields;
    for (const QByteArray &header : headers.sliced(1)) {
        fields += header.first(header.indexOf(':'));
    }
    QCOMPARE(fields, (QByteArrayList{"Date", "Message-ID", "Subject", "To", "Cc", "MIME-Version", "Content-Type",
                                     "Content-Transfer-Encoding"}));
    const QByteArray &to = headers[4];
    QVERIFY2(to.startsWith("To: =?UTF-8?B?") && to.endsWith("?= <g@example.org>"), to.constData());
    QVERIFY2(to.contains("?= <f@example.org>, =?UTF-8?B?") && to.count('@') == 2, to.constData());
    int commands = 0;
    for (const QString &line : bodyOf(mail).split(u'\n')) {
        QVERIFY2(!line.startsWith(u"From "_s) && !line.startsWith(u"Cc:"_s) && !line.startsWith(u"--"_s),
                 qPrintable(line));
        commands += line.startsWith(u'#') ? 1 : 0;
    }
    QCOMPARE(commands, 2); // introduced and title
    QVERIFY(!mail.contains(QChar(0x202e)) && !mail.contains(u'\r'));
    // git send-email looks for addresses in all of the file.
    const GitAnswer answer = sentByGit(bisected);
    if (lacksMailAddress(answer)) {
        QSKIP("git send-email does not run here: libmailtools-perl is not installed.");
    }
    QVERIFY2(answer.ok(), (answer.output + answer.errors).constData());
    QVERIFY2(!answer.output.contains("RCPT TO:<evil@example.org>"), answer.output.constData());
    QCOMPARE(answer.output.count("RCPT TO:"), 6); // f, g, h, the two lists and the asked one
}

void MailTest::bytesThatAreNoTextAreEncoded()
{
    Bisected bisected(Find::Cause);
    for (const QByteArray &config : {QByteArray(2000, 'x'), QByteArray("CONFIG_A=\"\xc3\xbc\"\n"), QByteArray("a\rb\n"),
                                     QByteArray("Cc: evil@example.org\n"), QByteArray("--culprit\n")}) {
        bisected.config = config;
        const QString mail = bisected.as("mail");
        QVERIFY(mail.contains(u"Content-Transfer-Encoding: base64\n"_s));
        const Read read = readByGit(bisected);
        QVERIFY2(read.text.contains(QByteArray(config).replace("\r", "")) || config.contains('\r'),
                 read.text.constData());
        for (const QByteArray &line : mail.toUtf8().split('\n')) {
            QVERIFY(line.size() < 998);
        }
    }
}

void MailTest::refusedWhileUnconfirmed()
{
    Bisected bisected(Find::Cause);
    bisected.conclusion.confirmed = false;
    QCOMPARE(
        bisected.refusalOf("mail"),
        u"A regression mail takes a confirmed culprit, and %1 (\"commit 9\") is not confirmed: go on with the session "
        "(culprit resume FILE) until one is confirmed, or take the format \"text\", which says how far it is."_s.arg(
            bisected.hash(guilty).first(12)));
    bisected.conclusion.culprit.reset();
    QVERIFY(bisected.refusalOf("mail").contains(u"and the search ended with 1 commits"_s));
    bisected.conclusion.finished = false;
    bisected.conclusion.phase = u"Bisect"_s;
    QVERIFY(bisected.refusalOf("mail").contains(u"and the search is not over (phase: Bisect): go on"_s));
}

QTEST_GUILESS_MAIN(MailTest)
#include "mailtest.moc"
