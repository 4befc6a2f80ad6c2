// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

using namespace culprit;
using history::ObjectId;
using test::idOf;
using test::idsIn;

class AncestryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsGit_data();
    void equalsGit();
    void manyBasesComeInTheOrderOfGit();
    void basesToTestAreThoseOfGit();
    void strangersHaveNoBase();
};

void AncestryTest::equalsGit_data()
{
    QTest::addColumn<int>("shape");
    QTest::newRow("kernel") << static_cast<int>(test::Shape::Kernel);
    QTest::newRow("tangle") << static_cast<int>(test::Shape::Tangle);
    QTest::newRow("many roots") << static_cast<int>(test::Shape::ManyRoots);
    QTest::newRow("equal dates") << static_cast<int>(test::Shape::EqualDates);
}

void AncestryTest::equalsGit()
{
    QFETCH(const int, shape);
    std::mt19937 random(11);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape{shape}, 60, random));
    const history::Repository repository = test::opened(scratch.path());
    for (int i = 0; i < 25; ++i) {
        const std::size_t one = random() % scratch.size();
        const std::size_t other = random() % scratch.size();
        const QString first = QString::fromLatin1(scratch.hash(one));
        const QString second = QString::fromLatin1(scratch.hash(other));
        const test::GitAnswer contained =
            scratch.git({QStringLiteral("merge-base"), QStringLiteral("--is-ancestor"), first, second});
        QCOMPARE(repository.isAncestor(idOf(scratch, one), idOf(scratch, other)).value(), contained.ok());
        const test::GitAnswer bases =
            scratch.git({QStringLiteral("merge-base"), QStringLiteral("--all"), first, second});
        std::vector<ObjectId> ours = repository.mergeBases(idOf(scratch, one), idOf(scratch, other)).value();
        std::vector<ObjectId> theirs = idsIn(bases.output);
        std::ranges::sort(ours);
        std::ranges::sort(theirs);
        QCOMPARE(ours, theirs);
    }
}

void AncestryTest::manyBasesComeInTheOrderOfGit()
{
    std::mt19937 random(12);
    test::ScratchRepository scratch;
    test::write(scratch, test::randomHistory(test::Shape::Tangle, 80, random));
    const history::Repository repository = test::opened(scratch.path());
    int several = 0;
    for (int i = 0; i < 40; ++i) {
        const std::size_t bad = 40 + random() % 40;
        QStringList arguments{QStringLiteral("merge-base"), QStringLiteral("--all"),
                              QString::fromLatin1(scratch.hash(bad))};
        std::vector<ObjectId> goods;
        bool contained = true;
        for (int k = 0; k < 3; ++k) {
            const std::size_t good = random() % 80;
            goods.push_back(idOf(scratch, good));
            arguments.append(QString::fromLatin1(scratch.hash(good)));
            contained = contained && repository.isAncestor(goods.back(), idOf(scratch, bad)).value();
        }
        std::vector<ObjectId> expected = contained ? std::vector<ObjectId>() : idsIn(scratch.git(arguments).output);
        std::erase_if(expected, [&](const ObjectId &id) { return std::ranges::find(goods, id) != goods.end(); });
        several += expected.size() > 1 ? 1 : 0;
        QCOMPARE(repository.mergeBasesToTest(idOf(scratch, bad), goods).value(), expected);
    }
    QVERIFY(several > 0);
}

void AncestryTest::basesToTestAreThoseOfGit()
{
    // 0 - 1 - 2 - 5 (bad); 1 - 3 (good), 2 - 4 (good)
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({0});
    scratch.addOn({1});
    scratch.addOn({1});
    scratch.addOn({2});
    scratch.addOn({2});
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    const ObjectId bad = idOf(scratch, 5);
    const auto toTest = [&](const std::vector<std::size_t> &goods) {
        std::vector<ObjectId> ids;
        for (const std::size_t good : goods) {
            ids.push_back(idOf(scratch, good));
        }
        return repository.mergeBasesToTest(bad, ids).value();
    };
    QCOMPARE(toTest({0, 1}), std::vector<ObjectId>{});
    QCOMPARE(toTest({3}), std::vector{idOf(scratch, 1)});
    QCOMPARE(toTest({3, 4}), std::vector{idOf(scratch, 2)});
    QCOMPARE(toTest({3, 1}), std::vector<ObjectId>{});
    const QByteArray said =
        scratch.gitOutput({QStringLiteral("bisect"), QStringLiteral("start"), QStringLiteral("--no-checkout"),
                           QString::fromLatin1(scratch.hash(5)), QString::fromLatin1(scratch.hash(3))});
    QVERIFY(said.contains("merge base must be tested"));
    QCOMPARE(scratch.gitOutput({QStringLiteral("rev-parse"), QStringLiteral("BISECT_HEAD")}), scratch.hash(1));
}

void AncestryTest::strangersHaveNoBase()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    scratch.addOn({});
    scratch.write();
    const history::Repository repository = test::opened(scratch.path());
    QVERIFY(repository.mergeBases(idOf(scratch, 0), idOf(scratch, 1)).value().empty());
    QVERIFY(!repository.isAncestor(idOf(scratch, 0), idOf(scratch, 1)).value());
    QVERIFY(!repository.mergeBases(ObjectId(), idOf(scratch, 1)));
}

QTEST_GUILESS_MAIN(AncestryTest)
#include "ancestrytest.moc"
