// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/recipientfinder.h"
#include "tests/support/scratchrepository.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;

namespace
{

/// Plays the kernel's script: names who looks after the files that it is asked for.
constexpr char playedScript[] = R"PERL(#!/usr/bin/perl
foreach (grep { !/^-/ } @ARGV) {
    s/\W/-/g;
    print "Keeper <$_\@keepers.org> (maintainer:PARTS)\n", "list-$_\@lists.org (open list:PARTS)\n";
}
)PERL";

const QString bug = u"BUG: frobbed in frob_put"_s;

} // namespace

/// Who should hear of a culprit: a real repository, and a played script of its maintainers.
class RecipientFinderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksForWhereTheCrashIs();
    void withoutAReportAsksForWhatTheCulpritChanges();
    void withoutAScriptNamesWhoTheCommitNames();
    void withoutARepositoryItSaysSo();

private:
    [[nodiscard]] session::ObjectId id(std::size_t commit) const
    {
        return session::ObjectId::fromHex(m_scratch.hash(commit).toStdString()).value();
    }
    [[nodiscard]] session::SessionState state(std::size_t bad) const
    {
        session::SessionState state;
        state.created.setup.kernel.repo = m_scratch.path();
        state.created.bad = id(bad);
        return state;
    }
    static session::RecipientsFound find(const session::SessionState &state, const session::ObjectId &culprit)
    {
        RecipientFinder finder(state, culprit);
        QSignalSpy found(&finder, &RecipientFinder::found);
        finder.start();
        if (found.isEmpty() && !found.wait(60'000)) {
            qFatal("no answer");
        }
        return found.front().front().value<session::RecipientsFound>();
    }
    static QStringList addressesOf(const session::RecipientsFound &found, bool copied)
    {
        QStringList addresses;
        for (const auto &recipient : found.recipients) {
            if (recipient.isCopied == copied) {
                addresses += recipient.address;
            }
        }
        return addresses;
    }

    test::ScratchRepository m_scratch;
};

void RecipientFinderTest::initTestCase()
{
    test::ScratchCommit first;
    first.files = {{"drivers/frob.c", "1\n"}, {"fs/a.c", "1\n"}};
    m_scratch.add(first);
    test::ScratchCommit guilty;
    guilty.parents = {0};
    guilty.message = "a: frob more\n\nReported-by: Rep Orter <rep@orter.org>\nAcked-by: Ack <ack@er.org>\n";
    guilty.files = {{"fs/a.c", "2\n"}};
    m_scratch.add(guilty);
    test::ScratchCommit tip;
    tip.parents = {1};
    tip.files = {{"scripts/get_maintainer.pl", playedScript}, {"MAINTAINERS", "\n"}};
    m_scratch.add(tip);
    m_scratch.write();
}

void RecipientFinderTest::asksForWhereTheCrashIs()
{
    session::SessionState told = state(2);
    session::RevisionState &revision = told.revisions[id(2)];
    revision.id = id(2);
    revision.runs = {RunId{1}};
    session::RunState run;
    run.started.run = RunId{1};
    run.started.revision = id(2);
    run.ended.emplace();
    run.ended->outcome = session::Outcome::Crashed;
    run.ended->title = bug;
    run.read = session::ReportRead{RunId{1}, {}, {}, u"drivers/frob.c"_s, {}};
    told.runs[RunId{1}] = run;
    told.titles[bug].automatic = session::Relevance::Target;

    const session::RecipientsFound found = find(told, id(1));
    QCOMPARE(found.culprit, id(1));
    QCOMPARE(found.files, QStringList{u"drivers/frob.c"_s});
    QVERIFY(addressesOf(found, false).contains(u"drivers-frob-c@keepers.org"_s));
    QVERIFY(addressesOf(found, false).contains(u"ack@er.org"_s));
    QCOMPARE(addressesOf(found, true), QStringList{u"rep@orter.org"_s});
    QVERIFY2(found.note.isEmpty(), qPrintable(found.note));
}

void RecipientFinderTest::withoutAReportAsksForWhatTheCulpritChanges()
{
    const session::RecipientsFound found = find(state(2), id(1));
    QCOMPARE(found.files, QStringList{u"fs/a.c"_s});
    QVERIFY(addressesOf(found, false).contains(u"fs-a-c@keepers.org"_s));
}

void RecipientFinderTest::withoutAScriptNamesWhoTheCommitNames()
{
    test::ScratchRepository bare;
    test::ScratchCommit only;
    only.files = {{"a.c", "1\n"}};
    only.message = "a\n\nReported-by: Rep Orter <rep@orter.org>\n";
    bare.add(only);
    bare.write();
    session::SessionState told;
    told.created.setup.kernel.repo = bare.path();
    told.created.bad = session::ObjectId::fromHex(bare.hash(0).toStdString()).value();
    const session::RecipientsFound found = find(told, told.created.bad);
    QVERIFY(addressesOf(found, true).contains(u"rep@orter.org"_s));
    QVERIFY2(found.note.contains(u"get_maintainer.pl"_s), qPrintable(found.note));
}

void RecipientFinderTest::withoutARepositoryItSaysSo()
{
    session::SessionState told = state(2);
    told.created.setup.kernel.repo = u"/nowhere/at/all"_s;
    const session::RecipientsFound found = find(told, id(1));
    QVERIFY(found.recipients.isEmpty());
    QVERIFY2(found.note.contains(u"/nowhere/at/all"_s), qPrintable(found.note));
}

QTEST_GUILESS_MAIN(RecipientFinderTest)
#include "tst_recipientfinder.moc"
