// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/plan.h"
#include "engine/exchange/exporter.h"
#include "engine/session/imported.h"
#include "tests/engine/exchange/importedlog.h"
#include "tests/support/scratchrepository.h"

#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::exchange;
using namespace culprit::session;
using namespace culprit::test;

namespace
{

/// Bisects a line of 17 commits by real git to commit 9, with verdicts as words of `terms`.
QByteArray gitBisect(ScratchRepository &repository, const QStringList &options, const QStringList &terms,
                     std::size_t skipped)
{
    for (std::size_t i = 0; i <= 16; ++i) {
        repository.addOn(i == 0 ? std::vector<std::size_t>{} : std::vector<std::size_t>{i - 1});
    }
    repository.write();
    repository.tag(QStringLiteral("v1"), 0);
    repository.checkOut();
    const auto bisect = [&](const QStringList &arguments) {
        return repository.git(QStringList{QStringLiteral("bisect")} + arguments);
    };
    bisect(QStringList{QStringLiteral("start")} + options + QStringList{QStringLiteral("main"), QStringLiteral("v1")});
    for (int step = 0; step < 10; ++step) {
        const QByteArray head = repository.gitOutput({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
        const std::size_t number = repository.number(head).value();
        const QString word = number == skipped ? QStringLiteral("skip") : number >= 9 ? terms[0] : terms[1];
        if (bisect({word}).output.contains("is the first ")) {
            break;
        }
    }
    return repository.gitOutput({QStringLiteral("bisect"), QStringLiteral("log")}) + '\n';
}

} // namespace

class GitLogImportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gitLog_data();
    void gitLog();
    void gitLogWithTree();
    void gitSkipIsASkip();
    void gitLogByHand();
};

void GitLogImportTest::gitLog_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("terms");
    const QStringList usual{QStringLiteral("bad"), QStringLiteral("good")};
    QTest::newRow("plain") << QStringList() << usual;
    QTest::newRow("first parent") << QStringList{QStringLiteral("--first-parent")} << usual;
    QTest::newRow("own terms") << QStringList{QStringLiteral("--term-new"), QStringLiteral("slow"),
                                              QStringLiteral("--term-old=fast")}
                               << QStringList{QStringLiteral("slow"), QStringLiteral("fast")};
    QTest::newRow("fix") << QStringList{QStringLiteral("--term-old=broken"), QStringLiteral("--term-new=fixed")}
                         << QStringList{QStringLiteral("fixed"), QStringLiteral("broken")};
}

void GitLogImportTest::gitLog()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, terms);
    ScratchRepository repository;
    const QByteArray log = gitBisect(repository, options, terms, 12);
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), (imported.error.toUtf8() + '\n' + log).constData());
    const bool isFix = terms[0] == u"fixed";
    QCOMPARE(imported.state.setup().kernel.find, isFix ? Find::Fix : Find::Cause);
    QCOMPARE(imported.state.imported->culprit, id(repository.hash(9)));
    QVERIFY(imported.state.imported->cut.isEmpty());
    QVERIFY(imported.state.runs.empty());
    // The ends came as names, and the log says what they stood for.
    const QList<ObjectId> ends{isFix ? imported.state.created.goods.first() : imported.state.created.bad,
                               isFix ? imported.state.created.bad : imported.state.created.goods.first()};
    QCOMPARE(ends, (QList{id(repository.hash(16)), id(repository.hash(0))}));
    // As far as git tested, the line is in the true order.
    std::size_t before = 0;
    for (const QByteArray &hash : imported.line()) {
        const std::size_t number = repository.number(hash).value();
        QVERIFY2(number > before || number == 12, log.constData());
        before = number == 12 ? before : number;
    }
    // Verdicts without runs are believed, but never surely.
    const std::size_t culprit = 9;
    const RevisionState &at = imported.at(repository.hash(culprit));
    QVERIFY(!at.judged);
    QCOMPARE(at.told->verdict, isFix ? Verdict::Good : Verdict::Bad);
    const double presence = at.presence.value();
    QVERIFY2(isFix ? presence < 0.2 && presence > 0 : presence > 0.8 && presence < 1, qPrintable(at.reason));
    QVERIFY(at.reason.contains(QStringLiteral("tells of no run")));
    const conductor::Plan plan = conductor::planFor(imported.state);
    QCOMPARE(plan.action, conductor::Plan::Action::NeedsPerson);
    QVERIFY2(plan.reason.contains(QStringLiteral("--repo")), qPrintable(plan.reason));
    QCOMPARE(imported.kept, log);
    // What it was asked for goes out again.
    const QString ours = exchange::gitLog(imported.state, {});
    const QString start = ours.section(u'\n', 0, 0);
    const bool hasTerms = terms[0] != u"bad";
    QCOMPARE(start.contains(QStringLiteral("'--term-old=%1' '--term-new=%2'").arg(terms[1], terms[0])), hasTerms);
    QCOMPARE(start.contains(QStringLiteral("'--first-parent'")), options.contains(QStringLiteral("--first-parent")));
    QVERIFY2(ours.contains(QStringLiteral("git bisect %1 ").arg(terms[0]) + QString::fromLatin1(repository.hash(9))),
             qPrintable(ours));
}

void GitLogImportTest::gitLogWithTree()
{
    ScratchRepository repository;
    const QByteArray log = gitBisect(repository, {}, {QStringLiteral("bad"), QStringLiteral("good")}, 99);
    const Imported imported(log, repository.path());
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.range->commits.size(), 16U);
    QVERIFY(imported.state.imported->hidden.isEmpty());
    QVERIFY(imported.range->commits.front().date != 0);
    const conductor::Plan plan = conductor::planFor(imported.state);
    QCOMPARE(plan.action, conductor::Plan::Action::Test);
    QVERIFY2(std::ranges::contains(plan.candidates, id(repository.hash(9))), qPrintable(plan.reason));

    const Imported foreign(sample(), repository.path());
    QVERIFY2(foreign.error.contains(QString::fromLatin1(v512.first(12))) ||
                 foreign.error.contains(QString::fromLatin1(v512)),
             qPrintable(foreign.error));
}

void GitLogImportTest::gitSkipIsASkip()
{
    ScratchRepository repository;
    const QByteArray log = gitBisect(repository, {}, {QStringLiteral("bad"), QStringLiteral("good")}, 8);
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.at(repository.hash(8)).verdict(), Verdict::Skip);
    QVERIFY(imported.line().contains(repository.hash(8)));
}

void GitLogImportTest::gitLogByHand()
{
    const QByteArray log = "# what I tried\r\ngit bisect start\r\ngit bisect new " + made('a') + "\r\n# old: [" +
                           made('b') + "] it's fine\r\ngit bisect old v6.1\r\ngit bisect new " + made('c') +
                           "\r\ngit bisect skip " + made('d') + ' ' + made('e') + "\r\ngit bisect old HEAD~3\r\n";
    const Imported imported(log);
    QVERIFY2(imported.error.isEmpty(), qPrintable(imported.error));
    QCOMPARE(imported.state.created.bad, id(made('a')));
    QCOMPARE(imported.state.created.goods, QList{id(made('b'))});
    QCOMPARE(imported.state.commit(id(made('b')))->subject, "it's fine");
    QCOMPARE(imported.line(), (QList{made('d'), made('e'), made('c'), made('a')}));
    QCOMPARE(imported.at(made('e')).verdict(), Verdict::Skip);
    QVERIFY(imported.report().contains(QStringLiteral("a commit that it does not name by its whole hash")));
}

QTEST_GUILESS_MAIN(GitLogImportTest)
#include "gitlogimporttest.moc"
