// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/session/setup.h"
#include "tests/system/linuxguest.h"
#include "tests/system/program.h"
#include "tests/system/story.h"

#include <QLockFile>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using culprit::tests::Finished;
using culprit::tests::gitIn;
using culprit::tests::LinuxHistory;
using culprit::tests::Program;
using culprit::tests::Story;

namespace
{

constexpr qint64 longestSession = 3LL * 3600 * 1000; // ms

/// Every crash report of a kernel that it is applied to shows it.
constexpr char patch[] = R"(--- a/lib/dump_stack.c
+++ b/lib/dump_stack.c
@@ -70,7 +70,7 @@ void dump_stack_print_info(const char *log_lvl)
 		printk("%s%s\n", log_lvl, print_tainted_verbose());
 
 	if (dump_stack_arch_desc_str[0] != '\0')
-		printk("%sHardware name: %s\n",
+		printk("%sHardware name: (fixed up) %s\n",
 		       log_lvl, dump_stack_arch_desc_str);
 
 	print_worker_info(log_lvl, current);
)";

} // namespace

/// The planted bug of a real Linux once more, in guests of a disk image, with kernels that are not built alike: the
/// newest by clang, the older ones of patched sources, those between with another option. Found twice; the second time
/// nothing is built. Uses the folder of tst_linux.
class LinuxWaysTest final : public QObject
{
    Q_OBJECT

    LinuxHistory m_history;
    QString m_clangFrom;  ///< the kernels that have it are clang's, all others are patched
    QString m_optionFrom; ///< those that have it get the option

    [[nodiscard]] bool has(const QString &revision, const QString &commit) const
    {
        return QProcess::execute(u"git"_s, {u"-C"_s, m_history.repository, u"merge-base"_s, u"--is-ancestor"_s, commit,
                                            revision}) == 0;
    }

    [[nodiscard]] QByteArray setup(const Program &program) const
    {
        culprit::session::Setup setup;
        setup.kernel.repo = m_history.repository;
        setup.kernel.bad = u"main"_s;
        setup.kernel.good = {u"v6.12-uts"_s};
        setup.kernel.config = program.path(u"guest.config"_s);
        setup.kernel.compiler = u"auto"_s;
        setup.kernel.toolchains = {{.stretch = {.from = m_clangFrom, .until = {}}, .compiler = u"clang"_s},
                                   {.stretch = {}, .compiler = u"gcc"_s}};
        setup.kernel.overrides = {{.stretch = {.from = m_optionFrom, .until = {}},
                                   .options = {u"CONFIG_DEFAULT_HOSTNAME=\"newer\""_s},
                                   .reason = u"to be seen"_s}};
        setup.kernel.fixups = {{.stretch = {.from = {}, .until = m_clangFrom},
                                .commit = {},
                                .patch = program.path(u"seen.patch"_s),
                                .guilty = {},
                                .reason = u"to be seen"_s}};
        setup.test.reproducer = culprit::tests::linuxFile(u"sethostname.c"_s);
        setup.test.timeout = 10s; // the name is set again and again: no kernel with the bug stays silent
        setup.test.noOutput = 120s;
        setup.test.runs = 3;
        // The same verdicts lead to the same kernels, however long they took to build.
        setup.search.strategy = culprit::session::Strategy::Halving;
        setup.machine.count = 2;
        setup.machine.cpus = 1;
        setup.machine.memoryMB = 256;
        setup.machine.append = u"init=/init"_s;
        setup.machine.disk = program.path(u"disk.img"_s);
        setup.machine.sshKey = program.path(u"id"_s);
        return culprit::session::formatSetup(setup);
    }

    void builtAsAsked(const Story &story) const
    {
        QSet<QString> compilers;
        for (const QJsonObject &build : story.kernels()) {
            const QString revision = story.revisionOf(build);
            const bool isClang = has(revision, m_clangFrom);
            QStringList applied;
            if (has(revision, m_optionFrom)) {
                applied << u"CONFIG_DEFAULT_HOSTNAME=\"newer\": to be seen"_s;
            }
            if (!isClang) {
                applied << u"fix-up seen.patch: to be seen"_s;
            }
            QStringList said = build.value(u"applied"_s).toVariant().toStringList();
            said.removeIf([](const QString &line) { return !line.contains(u"to be seen"); });
            QCOMPARE(said, applied);
            const QString compiler = build.value(u"compiler"_s).toString();
            QVERIFY2(compiler.contains(u"clang") == isClang, qPrintable(revision + u": "_s + compiler));
            compilers << compiler;
        }
        QCOMPARE(compilers.size(), 2);
    }

    void ranSo(const Story &story) const
    {
        int crashes = 0;
        for (const QJsonObject &run : story.all(u"run-ended"_s)) {
            if (run.value(u"outcome"_s) != u"crashed"_s) {
                continue;
            }
            ++crashes;
            const QString report = run.value(u"report"_s).toString();
            QVERIFY2(report.contains(u"Hardware name"), qPrintable(report));
            QCOMPARE(report.contains(u"(fixed up)"), !has(story.revisionOf(run), m_clangFrom));
        }
        QVERIFY(crashes > 0);
        QVERIFY(story.runsOf(m_history.culprit, u"crashed"_s) > 0);
    }

    /// The longest that a kernel took that was not built anew, ms.
    static qint64 longestRevisit(const Story &story)
    {
        qint64 longest = 0;
        for (const QJsonObject &build : story.kernels()) {
            for (const QJsonObject &started : story.all(u"build-started"_s)) {
                if (build.value(u"cached"_s).toBool() && started.value(u"build"_s) == build.value(u"build"_s)) {
                    longest =
                        std::max(longest, build.value(u"time"_s).toInteger() - started.value(u"time"_s).toInteger());
                }
            }
        }
        return longest;
    }

private Q_SLOTS:
    void findsItTwiceAndBuildsOnce()
    {
        const QString tarball = culprit::tests::linuxTarball();
        if (tarball.isEmpty()) {
            QSKIP("There is no /usr/src/linux-source-*.tar.xz: install linux-source, or run this by packaging/dev.");
        }
        const QString folder = culprit::tests::linuxFolder();
        QLockFile lock(folder + u"/lock"_s);
        QVERIFY2(lock.tryLock(), qPrintable(u"Another test works in %1; wait for its end."_s.arg(folder)));
        const auto history = culprit::tests::linuxHistory(tarball, folder);
        QVERIFY2(history, history ? "" : history.error().message.c_str());
        m_history = *history;
        m_clangFrom = gitIn(m_history.repository, {u"rev-parse"_s, u"main~3"_s});
        m_optionFrom = gitIn(m_history.repository, {u"rev-parse"_s, u"main~6"_s});
        QVERIFY(has(m_clangFrom, m_optionFrom) && has(m_optionFrom, m_history.culprit));

        const Program program(folder + u"/cache"_s);
        QDir(folder + u"/cache/culprit/builds"_s).removeRecursively();
        const auto configured = culprit::tests::writeGuestConfig(m_history.repository, program.path(u"guest.config"_s));
        QVERIFY2(configured, configured ? "" : configured.error().message.c_str());
        QCOMPARE(QProcess::execute(QStringLiteral(CULPRIT_IMAGE_SCRIPT), {program.path({})}), 0);
        program.write(u"seen.patch"_s, patch);
        program.write(u"ways.toml"_s, setup(program));

        for (const QString &name : {u"first.culprit"_s, u"second.culprit"_s}) {
            QElapsedTimer clock;
            clock.start();
            const Finished finished =
                program.run({u"run"_s, u"--json"_s, u"--session"_s, name, u"ways.toml"_s}, longestSession);
            QVERIFY2(finished.status == 0, qPrintable(finished.errors + finished.output.right(1500)));
            QCOMPARE(program.leftProcesses(), QStringList());
            const QList<QJsonObject> events = finished.objects();
            const Story story(events);
            QCOMPARE(events.last().value(u"culprit"_s), m_history.culprit);
            QVERIFY(events.last().value(u"confirmed"_s).toBool());
            builtAsAsked(story);
            ranSo(story);

            // A kernel that was built ahead of need and never run is none of the search's.
            qsizetype made = 0;
            for (const QJsonObject &build : story.kernels()) {
                const bool isRun = std::ranges::contains(story.all(u"run-started"_s), build.value(u"build"_s),
                                                         [](const QJsonObject &run) { return run.value(u"build"_s); });
                made += isRun && !build.value(u"cached"_s).toBool() ? 1 : 0;
            }
            qInfo("%s: %.0f s, %lld kernels, %lld of them built and run, the cached ones within %lld ms, %lld runs",
                  qPrintable(name), double(clock.elapsed()) / 1000, qlonglong(story.kernels().size()), qlonglong(made),
                  qlonglong(longestRevisit(story)), qlonglong(story.all(u"run-ended"_s).size()));
            QCOMPARE(made > 0, name == u"first.culprit");
        }
    }
};

QTEST_GUILESS_MAIN(LinuxWaysTest)
#include "tst_linuxways.moc"
