// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/weigher.h"
#include "engine/history/repository.h"
#include "engine/session/positions.h"
#include "tests/support/scratchrepository.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace culprit;
using namespace culprit::conductor;

class WeigherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void weighsEachCommitOfTheRange();
    void canBeStopped();
    void withoutARepositoryItSaysSo();

private:
    test::ScratchRepository m_scratch;
    QTemporaryDir m_folder;
    void add(std::vector<std::size_t> parents, const QMap<QByteArray, QByteArray> &files)
    {
        test::ScratchCommit commit;
        commit.parents = std::move(parents);
        commit.files = files;
        m_scratch.add(commit);
    }

    WeighingTask m_task;
};

void WeigherTest::initTestCase()
{
    add({}, {{"drivers/frob/frob.c", "1\n"}, {"fs/a.c", "1\n"}}); // the good end
    add({0}, {{"fs/a.c", "2\n"}});
    add({1}, {{"drivers/frob/frob.c", "2\n"}});
    add({1}, {{"Documentation/a.rst", "2\n"}});
    add({2, 3}, {{"Documentation/a.rst", "2\n"}});
    add({4}, {{"drivers/frob/frob.c", "3\n"}, {"fs/a.c", "4\n"}});
    m_scratch.write();
    const auto id = [this](std::size_t commit) {
        return history::ObjectId::fromHex(m_scratch.hash(commit).toStdString()).value();
    };
    const auto repository = history::Repository::open(m_scratch.path().toStdString());
    m_task.repository = m_scratch.path();
    m_task.range = std::make_shared<history::CommitRange>(repository->range(id(5), std::array{id(0)}).value());
    m_task.title = QStringLiteral("BUG: frobbed in frob_put");
    m_task.sources = m_folder.filePath(QStringLiteral("sources"));
    QFile file(m_task.sources);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# without headers\ndrivers/frob/frob.c\tfrob_put\nfs/a.c\n");
}

void WeigherTest::weighsEachCommitOfTheRange()
{
    const session::CommitsWeighed weighed = weighCommits(m_task).value();
    std::map<std::string, QString> reasons; // by subject
    for (const auto &group : weighed.groups) {
        for (const std::uint32_t place : session::positionsFromText(group.commits, m_task.range->commits.size())) {
            QVERIFY(reasons.emplace(m_task.range->commits[place].subject, group.reason).second);
            QCOMPARE(group.permille > 1000, group.reason.contains(QStringLiteral("frob_put")));
        }
    }
    QCOMPARE(reasons.size(), std::size_t{4});
    QVERIFY(!reasons.contains("commit 1"));
    QVERIFY(reasons.at("commit 2").contains(QStringLiteral("where the crash is")));
    QVERIFY(reasons.at("commit 3").contains(QStringLiteral("nothing that this kernel is built of")));
    QVERIFY(reasons.at("commit 4").contains(QStringLiteral("merge")));
    QVERIFY(reasons.at("commit 5").contains(QStringLiteral("where the crash is")));
}

void WeigherTest::canBeStopped()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!weighCommits(m_task, stop.get_token()));
}

void WeigherTest::withoutARepositoryItSaysSo()
{
    WeighingTask task = m_task;
    task.repository = m_folder.path();
    QVERIFY(!weighCommits(task).error().message.empty());
}

QTEST_GUILESS_MAIN(WeigherTest)
#include "tst_weigher.moc"
