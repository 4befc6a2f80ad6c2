// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/childprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace culprit::process;
using How = culprit::process::Ended::How;
using namespace std::chrono_literals;

namespace
{

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Command shell(const QString &script)
{
    Command command;
    command.program = text("sh");
    command.arguments = {text("-c"), script};
    return command;
}

/// Four shells and sleepers, one of them two sessions away and without its parents, each leaving its pid in `folder`.
/// All ignore SIGHUP, two ignore SIGTERM.
Command treeOfShells(const QString &folder)
{
    return shell(text("cd '%1'\n"
                      "trap '' HUP\n"
                      "echo $$ > top.tmp && mv top.tmp top.pid\n"
                      "setsid sh -c 'trap \"\" TERM; echo $$ > session.tmp; mv session.tmp session.pid; sleep 1000 & "
                      "echo $! > sleeper.tmp; mv sleeper.tmp sleeper.pid; wait; wait' &\n"
                      "(setsid sh -c 'setsid sh -c \"echo \\$\\$ > orphan.tmp; mv orphan.tmp orphan.pid; "
                      "exec sleep 1000\" &' &)\n"
                      "wait\n"
                      "sleep 1000\n")
                     .arg(folder));
}

QList<pid_t> pidsIn(const QString &folder)
{
    QList<pid_t> pids;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({text("*.pid")})) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            pids += file.readAll().trimmed().toInt();
        }
    }
    return pids;
}

bool anyLives(const QList<pid_t> &pids)
{
    return std::ranges::any_of(pids, [](pid_t pid) { return kill(pid, 0) == 0; });
}

/// The other program of the test that ends by SIGKILL: starts a tree and waits for ever.
int beParent(const QString &folder)
{
    ChildProcess process;
    process.start(treeOfShells(folder));
    return QCoreApplication::exec();
}

struct Watched {
    ChildProcess process;
    QByteArray output;
    QByteArray errorOutput;
    Ended ended;
    int finishedCount = 0;
    QByteArray outputAtEnd;

    Watched()
    {
        QObject::connect(&process, &ChildProcess::output, &process, [this](const QByteArray &b) { output += b; });
        QObject::connect(&process, &ChildProcess::errorOutput, &process,
                         [this](const QByteArray &b) { errorOutput += b; });
        QObject::connect(&process, &ChildProcess::finished, &process, [this](const Ended &e) {
            ended = e;
            ++finishedCount;
            outputAtEnd = output;
        });
    }

    bool run(const Command &command)
    {
        process.start(command);
        return waitForEnd();
    }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return finishedCount > 0; }, 30s);
    }
};

} // namespace

class TestChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodesAndSignalsAreToldApart()
    {
        Watched fine;
        QVERIFY(fine.run(shell(text("exit 0"))));
        QVERIFY(fine.ended.succeeded());

        Watched seven;
        QVERIFY(seven.run(shell(text("exit 137"))));
        QCOMPARE(seven.ended, (Ended{.how = How::Exited, .code = 137, .error = {}}));
        QVERIFY(!seven.ended.succeeded());

        Watched killed;
        QVERIFY(killed.run(shell(text("kill -9 $$"))));
        QCOMPARE(killed.ended, (Ended{.how = How::Signalled, .code = SIGKILL, .error = {}}));
        QVERIFY(!killed.process.isRunning());
    }

    void whatCannotStartSaysWhyInOneSentence()
    {
        Command missing;
        missing.program = text("no-such-program");
        Watched watched;
        QVERIFY(watched.run(missing));
        QCOMPARE(watched.ended.how, How::NotStarted);
        QCOMPARE(watched.ended.error,
                 text("The program no-such-program was not found: install it, or put its folder into PATH."));

        Command noFolder = shell(text("true"));
        noFolder.workingDirectory = text("/no/such/folder");
        Watched lost;
        QVERIFY(lost.run(noFolder));
        QCOMPARE(lost.ended.how, How::NotStarted);
        QVERIFY(lost.ended.error.contains(text("/no/such/folder")));

        Command notExecutable;
        notExecutable.program = text("/etc/passwd");
        Watched denied;
        QVERIFY(denied.run(notExecutable));
        QCOMPARE(denied.ended.how, How::NotStarted);
        QVERIFY(denied.ended.error.contains(text("/etc/passwd")));
    }

    void aMissingGuardIsNamed()
    {
        const QByteArray guard = qgetenv("CULPRIT_GUARD");
        qputenv("CULPRIT_GUARD", "/no/guard");
        Watched watched;
        const bool ended = watched.run(shell(text("true")));
        qputenv("CULPRIT_GUARD", guard);
        QVERIFY(ended);
        QCOMPARE(watched.ended.how, How::NotStarted);
        QVERIFY(watched.ended.error.contains(text("/no/guard")));
    }

    void allOutputArrivesBeforeTheEnd()
    {
        Watched watched;
        QVERIFY(watched.run(shell(text("i=0; while [ $i -lt 16384 ]; do "
                                       "echo 0123456789012345678901234567890123456789012345678901234567890123; "
                                       "i=$((i+1)); done; printf end"))));
        QCOMPARE(watched.outputAtEnd.size(), 16384 * 65 + 3);
        QVERIFY(watched.outputAtEnd.endsWith("\nend"));
        QCOMPARE(watched.outputAtEnd.count('\n'), 16384);
    }

    void errorOutputIsMergedInOrderOrApart()
    {
        const QString script = text("for i in 1 2 3; do echo out$i; echo err$i >&2; done");
        Watched merged;
        QVERIFY(merged.run(shell(script)));
        QCOMPARE(merged.output, "out1\nerr1\nout2\nerr2\nout3\nerr3\n");
        QVERIFY(merged.errorOutput.isEmpty());

        Command command = shell(script);
        command.mergeErrorOutput = false;
        Watched apart;
        QVERIFY(apart.run(command));
        QCOMPARE(apart.output, "out1\nout2\nout3\n");
        QCOMPARE(apart.errorOutput, "err1\nerr2\nerr3\n");
    }

    void inputReachesTheCommandAndEnds()
    {
        Command command;
        command.program = text("cat");
        command.input = QByteArray(300'000, 'x') + "end";
        Watched watched;
        QVERIFY(watched.run(command));
        QCOMPARE(watched.output, command.input);

        command.input.clear();
        Watched empty;
        QVERIFY(empty.run(command));
        QVERIFY(empty.ended.succeeded());
        QVERIFY(empty.output.isEmpty());
    }

    void folderEnvironmentAndLimitsReachTheCommand()
    {
        const QTemporaryDir folder;
        Command command =
            shell(text("pwd; echo $CULPRIT_TEST; ulimit -c; ulimit -f; nice; head -c 100000 /dev/zero > f; "
                       "stat -c %s f"));
        command.workingDirectory = folder.path();
        command.environment.insert(text("CULPRIT_TEST"), text("a b"));
        command.niceness = 3;
        command.fileSizeLimit = 65536;
        Watched plain;
        QVERIFY(plain.run(shell(text("nice"))));
        const int ours = plain.output.trimmed().toInt();
        Watched watched;
        QVERIFY(watched.run(command));
        const QList<QByteArray> lines = watched.output.split('\n');
        QVERIFY2(lines.size() >= 6, watched.output.constData());
        QCOMPARE(QDir(QString::fromUtf8(lines.at(0))).canonicalPath(), QDir(folder.path()).canonicalPath());
        QCOMPARE(lines.at(1), "a b");
        QCOMPARE(lines.at(2), "0");
        QCOMPARE(lines.at(3), "128");
        QCOMPARE(lines.at(4).toInt(), std::min(ours + 3, 19));
        QVERIFY2(watched.output.contains("\n65536\n"), watched.output.constData());
    }

    void stopEndsTheWholeTree()
    {
        const QTemporaryDir folder;
        Watched watched;
        watched.process.start(treeOfShells(folder.path()));
        QTRY_COMPARE(pidsIn(folder.path()).size(), 4);
        const QList<pid_t> pids = pidsIn(folder.path());
        QVERIFY(pids.contains(watched.process.processId()));
        QVERIFY(anyLives(pids));
        watched.process.stop(100ms);
        QVERIFY(watched.waitForEnd());
        QCOMPARE(watched.ended.how, How::Stopped);
        QVERIFY(!anyLives(pids));
    }

    void stopIsGentleFirst()
    {
        Watched watched;
        watched.process.start(shell(text("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done")));
        QTRY_COMPARE(watched.output, "ready\n");
        watched.process.stop(60s);
        QVERIFY(watched.waitForEnd());
        QCOMPARE(watched.ended, (Ended{.how = How::Stopped, .code = 3, .error = {}}));
        QVERIFY(watched.output.contains("bye\n"));
    }

    void theTreeDiesWithItsObject()
    {
        const QTemporaryDir folder;
        auto process = std::make_unique<ChildProcess>();
        process->start(treeOfShells(folder.path()));
        QTRY_COMPARE(pidsIn(folder.path()).size(), 4);
        const QList<pid_t> pids = pidsIn(folder.path());
        process.reset();
        QTRY_VERIFY(!anyLives(pids));
    }

    void theTreeDiesWithItsCommand()
    {
        Watched watched;
        QVERIFY(watched.run(shell(text("setsid sleep 1000 & echo $!; exit 5"))));
        QCOMPARE(watched.ended, (Ended{.how = How::Exited, .code = 5, .error = {}}));
        QVERIFY(!anyLives({watched.output.trimmed().toInt()}));
    }

    void theTreeDiesWhenTheParentIsKilled()
    {
        const QTemporaryDir folder;
        QProcess parent;
        parent.start(QCoreApplication::applicationFilePath(), {text("--parent"), folder.path()});
        QTRY_COMPARE(pidsIn(folder.path()).size(), 4);
        const QList<pid_t> pids = pidsIn(folder.path());
        QVERIFY(anyLives(pids));
        ::kill(static_cast<pid_t>(parent.processId()), SIGKILL);
        QVERIFY(parent.waitForFinished());
        QTRY_VERIFY(!anyLives(pids));
    }

    void theObjectMayBeDeletedWhileItReports()
    {
        auto *process = new ChildProcess;
        const QSignalSpy destroyed(process, &QObject::destroyed);
        connect(process, &ChildProcess::output, this, [process] { delete process; });
        process->start(shell(text("while :; do echo x; done")));
        QTRY_COMPARE(destroyed.size(), 1);
    }

    void shellTextDoesTheSameInAShell()
    {
        const QTemporaryDir folder;
        Command command = shell(text("pwd; printf '[%s]' \"$CULPRIT_TEST\" \"$1\"; cat"));
        command.arguments += {text("name"), text("it's $HOME")};
        command.workingDirectory = folder.path();
        command.environment.insert(text("CULPRIT_TEST"), text("x; 'y'"));
        command.input = "in 'put'";
        Watched direct;
        QVERIFY(direct.run(command));
        Watched pasted;
        QVERIFY(pasted.run(shell(command.shellText())));
        QCOMPARE(pasted.output, direct.output);
        QVERIFY(direct.output.endsWith("[x; 'y'][it's $HOME]in 'put'"));
        QVERIFY(!command.shellText().contains(u'\n'));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == text("--parent")) {
        return beParent(arguments.at(2));
    }
    TestChildProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_childprocess.moc"
