// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demohistory.h"
#include "app/demo/demosetup.h"
#include "app/demo/filetree.h"
#include "app/demo/historyscript.h"
#include "engine/session/setup.h"
#include "tests/app/demo/gitcommand.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::demo;

namespace
{

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QStringLiteral("unreadable");
}

} // namespace

class HistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<DemoHistory> made = makeDemoHistory(path(QStringLiteral("pocket")));
        QVERIFY2(made, made ? "" : made.error().message.c_str());
        m_history = *made;
    }

    void hasTheSameIdsEverywhere()
    {
        QCOMPARE(m_history.tip, QStringLiteral("a9db68dc6a92e58b4605de0c94bdbabb23ac861a"));
        QCOMPARE(m_history.culprit, QStringLiteral("113bf05be0056a06eb9922eec6fa2516c3c4daf6"));
        QCOMPARE(git({QStringLiteral("rev-parse"), QStringLiteral("v1.4^{commit}")}), m_history.tip);
        QCOMPARE(git({QStringLiteral("rev-parse"), QStringLiteral("main")}), m_history.tip);
    }

    void isAWholeRepository()
    {
        QCOMPARE(git({QStringLiteral("fsck"), QStringLiteral("--strict"), QStringLiteral("--no-progress")}), QString());
        QCOMPARE(git({QStringLiteral("status"), QStringLiteral("--porcelain")}), QString());
        QCOMPARE(git({QStringLiteral("branch"), QStringLiteral("--format=%(refname)")}),
                 QStringLiteral("refs/heads/main"));
    }

    void hasTheShapeOfAKernelHistory()
    {
        const QString range = QStringLiteral("v1.0..v1.4");
        const int commits = git({QStringLiteral("rev-list"), QStringLiteral("--count"), range}).toInt();
        QVERIFY2(commits >= 140 && commits <= 165, qPrintable(QString::number(commits)));
        const int merges =
            git({QStringLiteral("rev-list"), QStringLiteral("--count"), QStringLiteral("--merges"), range}).toInt();
        QVERIFY2(merges >= 10, qPrintable(QString::number(merges)));
        const QStringList tags = git({QStringLiteral("tag")}).split(QLatin1Char('\n'));
        for (const char *tag : {"v1.0", "v1.1-rc1", "v1.1", "v1.2", "v1.3", "v1.3-rc2", "v1.4-rc1", "v1.4"}) {
            QVERIFY2(tags.contains(QLatin1String(tag)), tag);
        }
        const QString trailers =
            git({QStringLiteral("log"), QStringLiteral("--no-merges"), QStringLiteral("--format=%b"), range});
        QVERIFY(trailers.count(QLatin1String("Signed-off-by: ")) >= commits - merges);
    }

    void everyCommitChangesSomething()
    {
        const QString empty =
            git({QStringLiteral("log"), QStringLiteral("--no-merges"), QStringLiteral("--format=%x00%s"),
                 QStringLiteral("--shortstat"), QStringLiteral("v1.4")});
        for (const QString &commit : empty.split(QChar(0), Qt::SkipEmptyParts)) {
            QVERIFY2(commit.contains(QLatin1String("changed")), qPrintable(commit));
        }
    }

    void plantsTheCulpritInATopicBranch()
    {
        QCOMPARE(git({QStringLiteral("rev-parse"), m_history.culprit + QStringLiteral("^")}), m_history.culpritParent);
        QCOMPARE(git({QStringLiteral("log"), QStringLiteral("-1"), QStringLiteral("--format=%s"), m_history.culprit}),
                 m_history.culpritSubject);
        QCOMPARE(git({QStringLiteral("show"), QStringLiteral("--name-only"), QStringLiteral("--format="),
                      m_history.culprit}),
                 QStringLiteral("drivers/pocket/ring.c"));
        QVERIFY(git({QStringLiteral("show"), QStringLiteral("--format="), m_history.culprit})
                    .contains(QLatin1String("-\t\tpocket_frame_get(frame);")));
        const QString mainline =
            git({QStringLiteral("rev-list"), QStringLiteral("--first-parent"), QStringLiteral("v1.4")});
        QVERIFY(!mainline.contains(m_history.culprit));
        QVERIFY(git({QStringLiteral("rev-list"), QStringLiteral("v1.4")}).contains(m_history.culprit));
        QVERIFY(git({QStringLiteral("rev-list"), QStringLiteral("v1.3")}).contains(m_history.culprit));
        QVERIFY(!git({QStringLiteral("rev-list"), QStringLiteral("v1.2")}).contains(m_history.culprit));
    }

    void isMadeOnce()
    {
        QFile changed(path(QStringLiteral("pocket/MAINTAINERS")));
        QVERIFY(changed.open(QIODevice::Append));
        changed.write("mine\n");
        changed.close();
        const Result<DemoHistory> again = makeDemoHistory(path(QStringLiteral("pocket")));
        QVERIFY(again);
        QCOMPARE(*again, m_history);
        QVERIFY(read(changed.fileName()).endsWith(QLatin1String("mine\n")));
    }

    void leavesAStrangersFolderAlone()
    {
        QVERIFY(QDir(path(QString())).mkpath(QStringLiteral("other")));
        QFile file(path(QStringLiteral("other/letter")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Result<DemoHistory> made = makeDemoHistory(path(QStringLiteral("other")));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Use);
        QVERIFY(made.error().message.contains("is not empty"));
        QVERIFY(!QFile::exists(path(QStringLiteral("other/.git"))));
    }

    void writesASetup()
    {
        const Result<DemoSetup> setup = demoSetup(path(QStringLiteral("with \"quotes\"")), 35, 7);
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        QCOMPARE(setup->history.tip, m_history.tip);
        const Result<session::Setup> text = session::readSetup(setup->setupFile);
        QVERIFY2(text, text ? "" : text.error().message.c_str());
        QCOMPARE(text->kernel.repo, setup->history.repository);
        QCOMPARE(text->kernel.bad, QStringLiteral("v1.4"));
        QCOMPARE(text->kernel.good, QStringList{QStringLiteral("v1.0")});
        QCOMPARE(text->kernel.recipe.banner, QStringLiteral("Pocket version"));
        QCOMPARE(text->test.reproducer, setup->reproducer);
        QCOMPARE(text->test.seed, 7);
        QCOMPARE(text->machine.memoryMB, 64);
        QVERIFY(read(setup->reproducer).contains(QLatin1String("\nrate 35\n")));
        QVERIFY(QFile::permissions(setup->reproducer).testFlag(QFile::ExeOwner));
        QVERIFY(!demoSetup(path(QStringLiteral("x")), 0));
        QVERIFY(!QFile::exists(path(QStringLiteral("x"))));
    }

    void refusesEditsThatDoNotFit_data()
    {
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("line not there") << QByteArray("@after four\nnew") << QByteArray("\"four\" is not in f.");
        QTest::newRow("line twice") << QByteArray("@before two\nnew") << QByteArray("\"two\" is more than once in f.");
        QTest::newRow("part not there") << QByteArray("@sub x => y") << QByteArray("\"x\" is not in f.");
        QTest::newRow("file there") << QByteArray("@new\nnew") << QByteArray("f is there already.");
    }

    void refusesEditsThatDoNotFit()
    {
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, message);
        FileTree tree({{"f", "one\ntwo\nthree\ntwo\n"}});
        const Result<QList<HistoryStep>> steps =
            parseHistoryScript("=== main ada subject\n--- f\n" + edit + '\n', QStringLiteral("s"));
        QVERIFY(steps);
        const Result<void> done = tree.apply(steps->first().edits.first());
        QVERIFY(!done);
        QCOMPARE(QByteArray::fromStdString(done.error().message), message);
    }

    void namesTheWrongLineOfAScript()
    {
        const Result<QList<HistoryStep>> steps =
            parseHistoryScript("# remark\n=== main ada s\n@after x\n", QStringLiteral("s"));
        QVERIFY(!steps);
        QCOMPARE(steps.error().message, "The demo's history script is wrong at s:3: an edit without a file.");
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString git(const QStringList &arguments) const { return gitSays(m_history.repository, arguments); }

    QTemporaryDir m_folder;
    DemoHistory m_history;
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "historytest.moc"
