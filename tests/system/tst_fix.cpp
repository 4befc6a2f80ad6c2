// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demosetup.h"
#include "engine/conductor/engine.h"
#include "engine/exchange/exporter.h"
#include "engine/session/forks.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using conductor::Plan;
using session::Strategy;

/// The demo's history goes on after its last release: a branch from before the bug is merged, later the bug is fixed.
class FixTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(u"runs"_s)));
        auto demo = demo::demoSetup(m_folder.filePath(u"demo"_s), 100, 7);
        if (!demo) {
            qFatal("%s", demo.error().message.c_str());
        }
        m_demo = std::move(*demo);
        git({u"config"_s, u"user.name"_s, u"Test"_s});
        git({u"config"_s, u"user.email"_s, u"test@example.org"_s});
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"old-work"_s, m_demo.history.culpritParent});
        for (int commit = 1; commit <= 8; ++commit) {
            change(u"kernel/random.c"_s, commit);
        }
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"next"_s, m_demo.history.tip});
        change(u"kernel/time.c"_s, 1);
        change(u"kernel/time.c"_s, 2);
        git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"-m"_s, u"Merge old work"_s, u"old-work"_s});
        change(u"kernel/time.c"_s, 3);
        change(u"kernel/time.c"_s, 4);
        git({u"revert"_s, u"--no-edit"_s, m_demo.history.culprit});
        m_fix = git({u"rev-parse"_s, u"HEAD"_s});
        change(u"kernel/time.c"_s, 5);
        change(u"kernel/time.c"_s, 6);
    }

    void aBranchFromBeforeTheBugIsNotTheFix_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("halving") << Strategy::Halving;
        QTest::newRow("bayes") << Strategy::Bayes;
    }

    void aBranchFromBeforeTheBugIsNotTheFix()
    {
        QFETCH(const Strategy, strategy);
        const QString file = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".culprit"_s);
        const conductor::SnapshotPtr end = bisect(setupWith(strategy), file);
        QVERIFY2(end->plan->action == Plan::Action::Finished && end->plan->culprit, qPrintable(end->plan->reason));
        QCOMPARE(end->plan->culprit->hex(), m_fix.toStdString());
        QVERIFY2(end->plan->confirmed, qPrintable(end->plan->reason));
        QVERIFY2(end->plan->reason.contains(u"brings the bug back there"_s), qPrintable(end->plan->reason));
        const session::RevertMade *made = end->state->revertOf(*end->plan->culprit);
        QVERIFY(made != nullptr && made->tip == end->state->created.goods.front());
        QCOMPARE(end->state->revision(made->commit)->verdict(), session::Verdict::Bad);

        // Half of the range is the branch, so that it was looked at; its fork told that it never had the bug.
        const auto fork = history::ObjectId::fromHex(m_demo.history.culpritParent.toStdString()).value();
        QVERIFY(session::isFork(*end->state, fork));
        const session::RevisionState *tested = end->state->revision(fork);
        QVERIFY(tested != nullptr);
        QCOMPARE(tested->verdict(), session::Verdict::Good);
        QVERIFY(tested->tally.ok > 0 && tested->tally.target == 0);

        // The file tells the same, and git comes to the same end by the log.
        const auto journal = session::Journal::open(file, session::Journal::Access::Read).value();
        const auto state = session::fold(journal->events().value(), journal->ranges().value());
        QCOMPARE(conductor::planFor(state), *end->plan);
        exchange::Conclusion conclusion;
        conclusion.finished = true;
        conclusion.culprit = end->plan->culprit;
        replay(exchange::gitLog(state, conclusion));
    }

private:
    QString git(const QStringList &arguments)
    {
        QProcess process;
        process.start(u"git"_s, QStringList{u"-C"_s, m_demo.history.repository} + arguments);
        process.waitForFinished();
        if (process.exitCode() != 0) {
            qFatal("git %s: %s", qPrintable(arguments.first()), process.readAllStandardError().constData());
        }
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    /// A commit whose kernel is another one than any other's.
    void change(const QString &path, int number)
    {
        QFile file(m_demo.history.repository + u'/' + path);
        if (!file.open(QIODevice::Append)) {
            qFatal("cannot write %s", qPrintable(path));
        }
        const QByteArray name = QFileInfo(path).baseName().toLatin1() + "_step_" + QByteArray::number(number);
        file.write("\nint " + name + "(void);\nint " + name + "(void)\n{\n\treturn " + QByteArray::number(number) +
                   ";\n}\n");
        file.close();
        git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"%1: step %2"_s.arg(path).arg(number)});
    }

    [[nodiscard]] session::Setup setupWith(Strategy strategy) const
    {
        auto setup = session::readSetup(m_demo.setupFile);
        if (!setup) {
            qFatal("%s", setup.error().message.c_str());
        }
        setup->kernel.find = session::Find::Fix;
        setup->kernel.bad = m_demo.history.tip;
        setup->kernel.good = {u"next"_s};
        setup->search.strategy = strategy;
        setup->test.runs = 8;
        return *setup;
    }

    [[nodiscard]] conductor::SnapshotPtr bisect(const session::Setup &setup, const QString &file) const
    {
        conductor::Engine engine({m_folder.filePath(u"cache"_s), m_folder.filePath(u"images-XXXXXX"_s),
                                  m_folder.filePath(u"runs/XXXXXX"_s)});
        QEventLoop loop;
        connect(&engine, &conductor::Engine::opened, &engine, &conductor::Engine::start);
        connect(&engine, &conductor::Engine::stopped, &loop, &QEventLoop::quit);
        connect(&engine, &conductor::Engine::failed, &loop,
                [](const Error &error) { qFatal("%s", error.message.c_str()); });
        engine.create(setup, file);
        loop.exec();
        return engine.snapshot();
    }

    void replay(const QString &log)
    {
        QVERIFY2(log.contains(u"# fork, good: [%1]"_s.arg(m_demo.history.culpritParent)), qPrintable(log));
        QFile file(m_folder.filePath(u"bisect.log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(log.toUtf8());
        file.close();
        const QString said = git({u"bisect"_s, u"replay"_s, file.fileName()});
        QVERIFY2(said.contains(m_fix + u" is the first fixed commit"_s), qPrintable(said + log));
        git({u"bisect"_s, u"reset"_s});
    }

    QTemporaryDir m_folder{QDir::tempPath() + u"/culprit-test-XXXXXX"_s};
    demo::DemoSetup m_demo;
    QString m_fix;
};

QTEST_GUILESS_MAIN(FixTest)
#include "tst_fix.moc"
