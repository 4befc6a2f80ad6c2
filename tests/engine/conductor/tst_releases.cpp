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
    const session::SharedRange range = readRangeDownTo(m_scratch.path(), idOf(8), idOf(3)).value();
    QCOMPARE(range->commits.size(), std::size_t(5));
    QCOMPARE(range->bad.id, idOf(8));
    QCOMPARE(range->goods.front().id, idOf(3));
    QVERIFY(!readRangeDownTo(m_scratch.path() + u"/nowhere"_s, idOf(8), idOf(3)));
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

QTEST_GUILESS_MAIN(ReleasesTest)
#include "tst_releases.moc"
