// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The query with a perl script that plays the kernel's, and with the real one where Debian's kernel source is there.

#include "engine/kernel/maintainers.h"
#include "minitree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;
using namespace Qt::StringLiterals;

namespace
{

/// Says by its "maintainers" what it was called with and what it sees around it.
constexpr char PlayedScript[] = R"PERL(#!/usr/bin/perl
use strict;
my %options = map { $_ => 1 } @ARGV;
my ($file) = grep { !/^-/ } @ARGV;
die "not a tree\n" unless -e 'COPYING' && -d 'Documentation' && -e 'MAINTAINERS';
if ($file =~ /broken/) { print STDERR "it is broken\nmore\n"; exit 2; }
if ($file =~ /endless/) { 1 while sleep 1; }
if ($file =~ /lonely/ && !$options{'--git-blame'}) { print "list\@x.org (open list:ALL)\n"; exit; }
if ($file =~ /nobody/) { exit; }
open my $maintainers, '<', 'MAINTAINERS'; print <$maintainers>;
print "min\@x.org (reviewer:MIN)\n" if $options{'--git-min-percent=15'};
print "blame\@x.org (blamed_fixes:1/1=100%)\n" if $options{'--git-blame'};
my $head = `git rev-parse HEAD`; chomp $head;
print "head.$head\@x.org (commit_signer:1/1=100%)\n";
my $authors = `git log --format=%ae -- $file`; $authors =~ s/\n/ (authored:1)\n/g; print $authors;
print "remote\@x.org\n" if `git remote` || $ENV{HOME} ne `pwd` =~ s/\n//r;
)PERL";

struct Answer {
    Result<Maintainers> result;
    [[nodiscard]] QStringList addresses() const
    {
        QStringList list;
        for (const Recipient &one : result ? result->recipients : std::vector<Recipient>{}) {
            list << QString::fromStdString(one.address);
        }
        return list;
    }
};

Answer ask(const MaintainerRequest &request)
{
    MaintainerQuery query;
    Answer answer{failedOutside("no answer")};
    bool ended = false;
    QObject::connect(&query, &MaintainerQuery::finished, &query, [&](const Result<Maintainers> &result) {
        answer.result = result;
        ended = true;
    });
    query.start(request);
    if (!QTest::qWaitFor([&] { return ended; }, 280'000)) {
        qFatal("no answer");
    }
    return answer;
}

} // namespace

class TestMaintainers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksTheScriptOfTheTip();
    void asksAgainWithBlameWhenFewAreNamed();
    void statesWhatTheTipDoesNotHave();
    void aScriptThatFailsIsAnError();
    void aScriptThatDoesNotEndIsStopped();
    void canBeStopped();
    void understandsTheRealScript();

private:
    [[nodiscard]] MaintainerRequest request(std::vector<std::string> files) const
    {
        return {.repository = m_tree->folder(), .tip = m_tip, .files = std::move(files)};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MiniTree> m_tree;
    history::ObjectId m_tip;
};

void TestMaintainers::initTestCase()
{
    m_tree = std::make_unique<MiniTree>(m_folder.filePath(u"tree"_s));
    m_tip = m_tree->commit({{u"scripts/get_maintainer.pl"_s, PlayedScript},
                            {u"MAINTAINERS"_s, "Max <max@x.org> (maintainer:X)\n"},
                            {u"fs/a.c"_s, "a\n"},
                            {u"fs/broken.c"_s, "a\n"},
                            {u"fs/endless.c"_s, "a\n"},
                            {u"fs/lonely.c"_s, "a\n"},
                            {u"fs/nobody.c"_s, "a\n"}});
    // What comes after the tip and lies in the work tree must not count.
    m_tree->commit({{u"MAINTAINERS"_s, "Late <late@x.org> (maintainer:X)\n"}});
}

void TestMaintainers::asksTheScriptOfTheTip()
{
    const QByteArray before = photograph(m_tree->folder());
    const Answer answer = ask(request({"fs/a.c"}));
    QVERIFY2(answer.result, answer.result ? "" : answer.result.error().message.c_str());
    const QString head = u"head."_s + QString::fromStdString(m_tip.hex()) + u"@x.org"_s;
    QVERIFY2(answer.addresses().startsWith(u"max@x.org"_s), qPrintable(answer.addresses().join(u' ')));
    QVERIFY(answer.addresses().contains(u"min@x.org"_s));
    QVERIFY(answer.addresses().contains(head));
    QVERIFY(!answer.addresses().contains(u"blame@x.org"_s));
    QVERIFY(!answer.addresses().contains(u"remote@x.org"_s));
    // The author of the only commit that touched the file: git works in the copy.
    QVERIFY2(answer.addresses().size() == 4, qPrintable(answer.addresses().join(u' ')));
    QVERIFY(answer.result->note.empty());
    QCOMPARE(photograph(m_tree->folder()), before);
}

void TestMaintainers::asksAgainWithBlameWhenFewAreNamed()
{
    const Answer answer = ask(request({"fs/lonely.c"}));
    QCOMPARE(answer.addresses().value(0), u"list@x.org"_s);
    QVERIFY(answer.addresses().contains(u"blame@x.org"_s));
}

void TestMaintainers::statesWhatTheTipDoesNotHave()
{
    MaintainerRequest early = request({"fs/a.c"});
    early.tip = m_tree->first();
    const Answer noScript = ask(early);
    QVERIFY(noScript.result && noScript.result->recipients.empty());
    QVERIFY(noScript.result->note.contains("get_maintainer.pl"));

    for (const std::string &file :
         {std::string("fs/gone.c"), std::string("../../etc/passwd"), std::string("/etc/passwd"), std::string("--help"),
          std::string(), std::string("fs"), std::string(".git/HEAD")}) {
        const Answer answer = ask(request({file}));
        QVERIFY(answer.result && answer.result->recipients.empty());
        QVERIFY2(answer.result->note.contains("no file " + file), answer.result->note.c_str());
    }
    QVERIFY(ask(request({})).result->note.contains("no source file"));
    QVERIFY(ask(request({"fs/nobody.c"})).result->note.contains("nobody"));
    QVERIFY(ask(request({"fs/gone.c", "fs/a.c"})).addresses().contains(u"max@x.org"_s));
}

void TestMaintainers::aScriptThatFailsIsAnError()
{
    const Answer broken = ask(request({"fs/broken.c"}));
    QVERIFY(!broken.result);
    QVERIFY2(broken.result.error().message.contains("it is broken"), broken.result.error().message.c_str());
    MaintainerRequest nowhere = request({"fs/a.c"});
    nowhere.repository = u"/nowhere"_s;
    QVERIFY(!ask(nowhere).result);
}

void TestMaintainers::aScriptThatDoesNotEndIsStopped()
{
    MaintainerRequest endless = request({"fs/endless.c"});
    endless.limit = std::chrono::milliseconds(300);
    const Answer answer = ask(endless);
    QVERIFY(!answer.result);
    QVERIFY2(answer.result.error().message.contains("did not end"), answer.result.error().message.c_str());
}

void TestMaintainers::canBeStopped()
{
    MaintainerQuery query;
    std::optional<Result<Maintainers>> answer;
    connect(&query, &MaintainerQuery::finished, this, [&](const Result<Maintainers> &result) { answer = result; });
    query.start(request({"fs/endless.c"}));
    query.stop();
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 60'000));
    QVERIFY(!*answer);
    QVERIFY(answer->error().message.contains("stopped"));
}

void TestMaintainers::understandsTheRealScript()
{
    const QStringList sources = QDir(u"/usr/src"_s).entryList({u"linux-source-*.tar.xz"_s}, QDir::Files);
    if (sources.isEmpty()) {
        QSKIP("Debian's linux-source is not installed.");
    }
    const QString folder = m_folder.filePath(u"linux"_s);
    QDir().mkpath(folder);
    runTool(u"tar"_s, {u"-xf"_s, u"/usr/src/"_s + sources.first(), u"--strip-components=1"_s, u"-C"_s, folder,
                       u"--wildcards"_s, u"*/MAINTAINERS"_s, u"*/scripts/get_maintainer.pl"_s, u"*/fs/ext4/inode.c"_s});
    MiniTree tree(m_folder.filePath(u"linux-tree"_s));
    const auto tip = tree.commit({{u"MAINTAINERS"_s, readFile(folder + u"/MAINTAINERS"_s)},
                                  {u"scripts/get_maintainer.pl"_s, readFile(folder + u"/scripts/get_maintainer.pl"_s)},
                                  {u"fs/ext4/inode.c"_s, readFile(folder + u"/fs/ext4/inode.c"_s)}});
    const Answer answer = ask({.repository = tree.folder(), .tip = tip, .files = {"fs/ext4/inode.c"}});
    QVERIFY2(answer.result, answer.result ? "" : answer.result.error().message.c_str());
    QVERIFY2(answer.addresses().contains(u"linux-ext4@vger.kernel.org"_s), qPrintable(answer.addresses().join(u' ')));
    bool maintainer = false;
    for (const Recipient &one : answer.result->recipients) {
        maintainer = maintainer || one.reason.contains("EXT4 FILE SYSTEM");
        QCOMPARE(one.field, one.reason.contains("reviewer") || one.reason.starts_with("commit_signer") ||
                                    one.address == "linux-kernel@vger.kernel.org"
                                ? Recipient::Field::Cc
                                : Recipient::Field::To);
    }
    QVERIFY(maintainer);
}

QTEST_GUILESS_MAIN(TestMaintainers)
#include "test_maintainers.moc"
