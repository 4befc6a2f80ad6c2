// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/releases.h"
#include "engine/conductor/sessionmaker.h"
#include "tests/support/scratchrepository.h"

#include <QTest>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;

/// What is tried where a setup names no good revision.
class ReleasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void triesWhatTheBadEndContains();
    void goesNoFurtherBackThanItsCompiler_data();
    void goesNoFurtherBackThanItsCompiler();
    void beginsWithTheBadEndAlone();
    void readsTheRangeOnceOneIsGood();
    void refusesWhatHasNoReleaseBefore();
    void narrowsTheRange();
    void findsARebasedCommit();

private:
    [[nodiscard]] session::Setup setup(const QString &bad, const QString &compiler = u"default"_s) const;
    [[nodiscard]] history::ObjectId idOf(std::size_t commit) const
    {
        return history::ObjectId::fromHex(m_scratch.hash(commit).toStdString()).value();
    }

    test::ScratchRepository m_scratch; ///< a line of commits 0 to 8, and 9, which stands on 3
};

void ReleasesTest::initTestCase()
{
    m_scratch.addOn({});
    for (std::size_t commit = 1; commit < 9; ++commit) {
        m_scratch.addOn({commit - 1});
    }
    m_scratch.addOn({3});
    m_scratch.write();
    const QList<std::pair<QString, std::size_t>> tags{{u"v4.18"_s, 0},    {u"v4.19"_s, 1}, {u"v5.2"_s, 2},
                                                      {u"v5.3"_s, 3},     {u"v6.0"_s, 5},  {u"v6.1-rc1"_s, 6},
                                                      {u"v6.0-uts"_s, 6}, {u"v6.1"_s, 8},  {u"v5.3.1"_s, 9}};
    for (const auto &[name, commit] : tags) {
        m_scratch.annotatedTag(name, commit);
    }
}

session::Setup ReleasesTest::setup(const QString &bad, const QString &compiler) const
{
    session::Setup setup;
    setup.kernel.repo = m_scratch.path();
    setup.kernel.bad = bad;
    setup.kernel.compiler = compiler;
    return setup;
}

QString namesOf(const QList<session::Release> &releases)
{
    QStringList names;
    for (const session::Release &release : releases) {
        names += release.tag;
    }
    return names.join(u' ');
}

void ReleasesTest::triesWhatTheBadEndContains()
{
    const NewSession made = makeSession(setup(u"v6.1"_s)).value();
    QCOMPARE(namesOf(made.created.releases), u"v6.0 v5.3 v5.2 v4.19"_s);
    QCOMPARE(made.created.releases.first().commit, idOf(5));
    QVERIFY(made.created.goods.isEmpty());
    QCOMPARE(namesOf(makeSession(setup(u"v5.3.1"_s)).value().created.releases), u"v5.3 v5.2 v4.19"_s);
}

void ReleasesTest::goesNoFurtherBackThanItsCompiler_data()
{
    QTest::addColumn<QString>("compiler");
    QTest::addColumn<bool>("custom");
    QTest::addColumn<QString>("tried");
    QTest::newRow("gcc") << u"gcc-10"_s << false << u"v6.0 v5.3 v5.2 v4.19"_s;
    QTest::newRow("clang") << u"clang-19"_s << false << u"v6.0 v5.3"_s;
    QTest::newRow("clang by age") << u"auto-clang"_s << false << u"v6.0 v5.3"_s;
    QTest::newRow("another kernel") << u"default"_s << true << u"v6.0 v5.3 v5.2 v4.18"_s;
}

void ReleasesTest::goesNoFurtherBackThanItsCompiler()
{
    QFETCH(const QString, compiler);
    QFETCH(const bool, custom);
    QFETCH(const QString, tried);
    session::Setup asked = setup(u"v6.1"_s, compiler);
    if (custom) {
        asked.kernel.recipe.name = u"custom"_s;
    }
    QCOMPARE(namesOf(makeSession(asked).value().created.releases), tried);
}

void ReleasesTest::beginsWithTheBadEndAlone()
{
    const NewSession made = makeSession(setup(u"main~1"_s)).value();
    QCOMPARE(made.range.commits.size(), std::size_t(1));
    QCOMPARE(made.range.bad, made.range.commits.front());
    QCOMPARE(made.range.bad.id, made.created.bad);
    QVERIFY(made.range.bad.parents.empty());
    QCOMPARE(made.range.bad.parentCount, 1U);
    QCOMPARE(made.range.goods.size(), std::size_t(made.created.releases.size()));
    QCOMPARE(made.range.goods.front().id, made.created.releases.first().commit);
}

void ReleasesTest::readsTheRangeOnceOneIsGood()
{
    const session::SharedRange range = readRangeDownTo(setup(u"v6.1"_s).kernel, idOf(8), idOf(3)).value();
    QCOMPARE(range->commits.size(), std::size_t(5));
    QCOMPARE(range->bad.id, idOf(8));
    QCOMPARE(range->goods.front().id, idOf(3));
    session::Setup nowhere = setup(u"v6.1"_s);
    nowhere.kernel.repo += u"/nowhere"_s;
    QVERIFY(!readRangeDownTo(nowhere.kernel, idOf(8), idOf(3)));
}

void ReleasesTest::refusesWhatHasNoReleaseBefore()
{
    const auto none = makeSession(setup(u"v4.19"_s));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Use);
    const QString message = QString::fromStdString(none.error().message);
    QVERIFY2(message.contains(u"v4.19"_s) && message.contains(u"[kernel] good"_s), qPrintable(message));
    session::Setup fix = setup(u"v5.3"_s);
    fix.kernel.find = session::Find::Fix;
    QVERIFY(!makeSession(fix));
}

/// As git bisect start narrows it, but for the bad end, which stays in as what stands for all that is left out.
void ReleasesTest::narrowsTheRange()
{
    test::ScratchRepository scratch; // 0 - 1 - 4 - 5, and 2 - 3 come in by the merge 4
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({0});
    for (const std::vector<std::size_t> &parents : {std::vector<std::size_t>{2}, std::vector<std::size_t>{1, 3}}) {
        test::ScratchCommit commit;
        commit.parents = parents;
        commit.files = {{"fs/file.c", "3"}};
        scratch.add(commit);
    }
    scratch.addOn({4});
    scratch.write();
    const auto narrowed = [&scratch](bool firstParent, const QStringList &paths) {
        session::Setup setup;
        setup.kernel.repo = scratch.path();
        setup.kernel.bad = QString::fromLatin1(scratch.hash(5));
        setup.kernel.good = {QString::fromLatin1(scratch.hash(0))};
        setup.kernel.firstParent = firstParent;
        setup.kernel.paths = paths;
        return makeSession(setup);
    };
    const auto numbers = [&](const Result<NewSession> &made) {
        QList<std::size_t> found;
        for (const history::CommitInfo &commit : made.value().range.commits) {
            found << scratch.number(QByteArray::fromStdString(commit.id.hex())).value();
        }
        return found;
    };
    QCOMPARE(numbers(narrowed(false, {})).size(), 5);
    QCOMPARE(numbers(narrowed(true, {})), (QList<std::size_t>{1, 4, 5}));
    const auto byPath = narrowed(false, {u"fs"_s});
    QCOMPARE(numbers(byPath), (QList<std::size_t>{3, 5}));
    QCOMPARE(byPath->range.bad.id, byPath->created.bad);
    QCOMPARE(byPath->range.commits.back().parents, std::vector<history::CommitIndex>{0});
    const auto none = narrowed(false, {u"no/such"_s});
    QVERIFY(!none);
    QVERIFY2(none.error().message.contains("how they are spelt"), none.error().message.c_str());
}

void ReleasesTest::findsARebasedCommit()
{
    session::Setup asked = setup({});
    const QString subject = u"commit 7"_s; // as ScratchCommit has it
    asked.kernel.bad = u"0123456789ab (\"%1\")"_s.arg(subject);
    asked.kernel.good = {QString::fromLatin1(m_scratch.hash(3))};
    const auto made = makeSession(asked);
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made->created.bad, idOf(7));
    const QString told = session::describe(made->created);
    QVERIFY2(told.contains(u"no commit 0123456789ab"_s) &&
                 told.contains(QString::fromLatin1(m_scratch.hash(7).first(12))),
             qPrintable(told));
    // A hash that is there counts, whatever stands behind it.
    asked.kernel.bad = u"%1 (\"%2\")"_s.arg(QString::fromLatin1(m_scratch.hash(8).first(12)), subject);
    QCOMPARE(makeSession(asked)->created.bad, idOf(8));
    QVERIFY(!session::describe(makeSession(asked)->created).contains(u"found by"_s));
    asked.kernel.bad = u"0123456789ab (\"no such subject\")"_s;
    const auto none = makeSession(asked);
    QVERIFY(!none && none.error().kind == Error::Kind::Use);
    QVERIFY2(none.error().message.contains("no such subject"), none.error().message.c_str());
}

QTEST_GUILESS_MAIN(ReleasesTest)
#include "tst_releases.moc"
