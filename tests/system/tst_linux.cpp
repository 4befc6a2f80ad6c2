// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/session/setup.h"
#include "tests/system/linuxguest.h"
#include "tests/system/program.h"
#include "tests/system/story.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QLockFile>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::gitIn;
using culprit::tests::LinuxHistory;
using culprit::tests::Program;
using culprit::tests::Story;

namespace
{

constexpr qint64 longestSession = 3LL * 3600 * 1000; // ms

QString seconds(qint64 milliseconds)
{
    return QString::number(double(milliseconds) / 1000, 'f', 1) + u" s"_s;
}

QString medianSeconds(QList<qint64> milliseconds)
{
    milliseconds.removeIf([](qint64 value) { return value < 0; });
    std::ranges::sort(milliseconds);
    return milliseconds.isEmpty() ? u"none"_s : seconds(milliseconds.at(milliseconds.size() / 2));
}

QByteArray setupOf(const LinuxHistory &history, const QString &config, const QString &reproducer)
{
    using namespace std::chrono_literals;
    culprit::session::Setup setup;
    setup.kernel.repo = history.repository;
    setup.kernel.bad = u"main"_s;
    setup.kernel.good = {u"v6.12-uts"_s};
    setup.kernel.config = config;
    setup.test.reproducer = reproducer;
    setup.test.timeout = 10s;
    setup.test.noOutput = 120s;
    setup.test.repeat = false; // or no run would miss the bug
    setup.machine.count = 2;
    setup.machine.cpus = 1;
    setup.machine.memoryMB = 256;
    return culprit::session::formatSetup(setup);
}

} // namespace

/// The planted bug of a real Linux, found with real make, QEMU and the program's own initramfs. Sources, compiled
/// objects and the build slot stay for the next time.
class LinuxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlantedCommit()
    {
        const QString tarball = culprit::tests::linuxTarball();
        if (tarball.isEmpty()) {
            QSKIP("There is no /usr/src/linux-source-*.tar.xz: install linux-source, or run this by packaging/dev.");
        }
        const QString folder = culprit::tests::linuxFolder();
        QLockFile lock(folder + u"/lock"_s);
        QVERIFY2(lock.tryLock(), qPrintable(u"Another test works in %1; wait for its end."_s.arg(folder)));
        QElapsedTimer clock;
        clock.start();
        const auto history = culprit::tests::linuxHistory(tarball, folder);
        QVERIFY2(history, history ? "" : history.error().message.c_str());
        qInfo("history: %s in %s", qPrintable(seconds(clock.restart())), qPrintable(folder));
        const QString refs = gitIn(history->repository, {u"for-each-ref"_s});

        // Finished builds are made anew each time; the slot and ccache are what the next time has of this one.
        const Program program(folder + u"/cache"_s);
        const bool isFirst = !QFileInfo::exists(folder + u"/cache/culprit/slots"_s);
        QDir(folder + u"/cache/culprit/builds"_s).removeRecursively();
        const auto configured = culprit::tests::writeGuestConfig(history->repository, program.path(u"guest.config"_s));
        QVERIFY2(configured, configured ? "" : configured.error().message.c_str());
        program.write(u"linux.toml"_s, setupOf(*history, program.path(u"guest.config"_s),
                                               culprit::tests::linuxFile(u"sethostname.c"_s)));

        clock.restart();
        const Finished finished = program.run({u"run"_s, u"--json"_s, u"linux.toml"_s}, longestSession);
        const qint64 session = clock.elapsed();
        QVERIFY2(finished.status == 0, qPrintable(finished.output.right(20000) + finished.errors));
        QCOMPARE(program.leftProcesses(), QStringList());
        QCOMPARE(program.leftMounts(), QStringList());
        QCOMPARE(gitIn(history->repository, {u"for-each-ref"_s}), refs);

        const QList<QJsonObject> events = finished.objects();
        const Story story(events);
        namesTheCulprit(story, *history, events.last());
        tellsItInTheReport(program, *history);
        knowsEqualKernels(program, story, *history, folder + u"/cache/culprit/builds"_s);
        runsNoKernelTwice(story);
        printFigures(story, session, isFirst);
    }

private:
    static void namesTheCulprit(const Story &story, const LinuxHistory &history, const QJsonObject &result)
    {
        QCOMPARE(result.value(u"kind"_s), u"result"_s);
        QCOMPARE(result.value(u"culprit"_s), history.culprit);
        QVERIFY(result.value(u"confirmed"_s).toBool());
        QVERIFY(story.runsOf(history.culprit, u"crashed"_s) >= 1);
        // Its parent's kernel is the good end's, whose runs count for it.
        QVERIFY(story.runsOf(history.good, u"ok"_s) >= 1);
        QCOMPARE(story.runsOf(history.parent, u"ok"_s) + story.runsOf(history.parent, u"crashed"_s), 0);
        for (const QJsonObject &run : story.all(u"run-ended"_s)) {
            if (run.value(u"outcome"_s) == u"crashed"_s) {
                QCOMPARE(run.value(u"title"_s), u"WARNING in uts_renew_cookie"_s);
                QCOMPARE(run.value(u"type"_s), u"WARNING"_s);
            }
        }
        // Real work: every kernel was made here, no revision was taken for granted.
        QVERIFY(story.all(u"build-ended"_s).size() >= 5);
        for (const QJsonObject &build : story.all(u"build-ended"_s)) {
            QVERIFY(!build.value(u"cached"_s).toBool());
        }
    }

    static void tellsItInTheReport(const Program &program, const LinuxHistory &history)
    {
        const Finished shown = program.run({u"show"_s, u"linux.culprit"_s, u"--as"_s, u"text"_s});
        QCOMPARE(shown.status, 0);
        const QString cited =
            u"The bug was introduced by commit\n\n    %1 (\"%2\")"_s.arg(history.culprit.first(12), history.subject);
        QVERIFY2(shown.output.startsWith(cited), qPrintable(shown.output));
        QVERIFY(shown.output.contains(u"parent  %1"_s.arg(history.parent.first(12))));
        QVERIFY(shown.output.contains(u"WARNING in uts_renew_cookie"_s));
        QVERIFY2(shown.output.contains(u"in kernel/"_s), qPrintable(shown.output));
        QVERIFY2(shown.output.contains(u"(maintainer: "_s) || shown.output.contains(u"open list"_s),
                 qPrintable(shown.output));
    }

    /// The culprit's parent changes documentation only: its kernel is the one of the good end.
    static void knowsEqualKernels(const Program &program, const Story &story, const LinuxHistory &history,
                                  const QString &builds)
    {
        const QString signature = story.signatureOf(history.parent);
        QCOMPARE(signature.size(), 64);
        QCOMPARE(story.signatureOf(history.good), signature);
        QVERIFY(story.signatureOf(history.culprit) != signature);

        QSet<QString> told;
        for (const QJsonObject &build : story.kernels()) {
            told << build.value(u"signature"_s).toString();
        }
        QSet<QString> computed;
        QDirIterator files(builds, {u"vmlinux"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const Finished one = program.run({u"signature"_s, files.next()});
            QCOMPARE(one.status, 0);
            computed << one.output.trimmed();
        }
        QCOMPARE(computed, told);
    }

    /// Commits that change documentation, or what is not configured, cost no run.
    static void runsNoKernelTwice(const Story &story)
    {
        QHash<QString, QString> revisionOfKernel;
        for (const QJsonObject &run : story.all(u"run-ended"_s)) {
            const QString revision = story.revisionOf(run);
            const QString kernel = story.signatureOf(revision);
            QCOMPARE(kernel.size(), 64);
            QVERIFY2(revisionOfKernel.value(kernel, revision) == revision, qPrintable(revision));
            revisionOfKernel[kernel] = revision;
        }
    }

    static void printFigures(const Story &story, qint64 session, bool isFirst)
    {
        QList<qint64> builds = story.milliseconds(u"build-ended"_s);
        const qint64 firstBuild = builds.takeFirst();
        const QList<QJsonObject> runs = story.all(u"run-ended"_s);
        const auto crashed =
            std::ranges::count_if(runs, [](const QJsonObject &run) { return run.value(u"outcome"_s) == u"crashed"_s; });
        qInfo("first build (%s): %s", isFirst ? "new slot" : "kept slot", qPrintable(seconds(firstBuild)));
        qInfo("later builds: %lld, median %s", qlonglong(builds.size()), qPrintable(medianSeconds(builds)));
        qInfo("boot: median %s", qPrintable(medianSeconds(story.milliseconds(u"run-ended"_s, u"bootMilliseconds"_s))));
        qInfo("runs: %lld, %lld of them crashed, median %s", qlonglong(runs.size()), qlonglong(crashed),
              qPrintable(medianSeconds(story.milliseconds(u"run-ended"_s))));
        qInfo("session: %s", qPrintable(seconds(session)));
    }
};

QTEST_GUILESS_MAIN(LinuxTest)
#include "tst_linux.moc"
