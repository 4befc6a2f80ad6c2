// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/reproducer.h"
#include "engine/kernel/syzprogram.h"
#include "minitree.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;

class TestReproducer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cBecomesAStaticProgram();
    void thirtyTwoBitsAreAnotherProgram();
    void firstCompilerErrorIsTold();
    void missingHeaderIsTheUsers();
    void scriptsAndProgramsPassThrough();
    void aSyzkallerProgramBecomesOneProgram();
    void syzkallersOptions_data();
    void syzkallersOptions();
    void syzkallerIsAskedFor();
    void othersAreRefused_data();
    void othersAreRefused();

private:
    Result<Reproducer> make(const QString &name, const QByteArray &bytes);
    Result<Reproducer> prepare(const QString &path, const ReproducerOptions &options = {});
    QTemporaryDir m_folder;
};

Result<Reproducer> TestReproducer::make(const QString &name, const QByteArray &bytes)
{
    writeFile(m_folder.filePath(name), bytes);
    return prepare(m_folder.filePath(name));
}

Result<Reproducer> TestReproducer::prepare(const QString &path, const ReproducerOptions &options)
{
    ReproducerCompiler compiler(m_folder.filePath(text("cache")), options);
    std::optional<Result<Reproducer>> result;
    connect(&compiler, &ReproducerCompiler::finished, this, [&result](const auto &reproducer) { result = reproducer; });
    compiler.start(path);
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 60000)) {
        return failedOutside("no answer");
    }
    return *result;
}

void TestReproducer::cBecomesAStaticProgram()
{
    const auto first =
        make(text("repro.c"),
             "#include <pthread.h>\nstatic void *f(void *p) { return p; }\n"
             "int main(void) { pthread_t t; pthread_create(&t, 0, f, 0); pthread_join(t, 0); return 7; }\n");
    QVERIFY2(first, first ? "" : first.error().message.c_str());
    QCOMPARE(first->kind, ReproducerKind::CSource);
    QCOMPARE(classifyReproducer(first->path), ReproducerKind::Executable);
    const auto again = prepare(first->path);
    QVERIFY(again && again->dynamic.isEmpty());
    QCOMPARE(QProcess::execute(first->path), 7);
}

void TestReproducer::thirtyTwoBitsAreAnotherProgram()
{
    const auto sixtyFour = make(text("size.c"), "int main(void) { return sizeof(long); }\n");
    const auto thirtyTwo = prepare(m_folder.filePath(text("size.c")), {.bits = 32, .repeat = true, .syzkaller = {}});
    QVERIFY2(thirtyTwo, thirtyTwo ? "" : thirtyTwo.error().message.c_str());
    QVERIFY(sixtyFour && thirtyTwo->dynamic.isEmpty());
    QVERIFY(sixtyFour->path != thirtyTwo->path);
    QCOMPARE(readFile(sixtyFour->path).at(4), '\2'); // the class of the ELF file
    QCOMPARE(readFile(thirtyTwo->path).at(4), '\1');
    QCOMPARE(QProcess::execute(sixtyFour->path), 8);
}

void TestReproducer::firstCompilerErrorIsTold()
{
    const auto broken = make(text("broken.c"), "int main(void) {\n    retrun 0;\n}\n");
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, Error::Kind::Use);
    const QByteArray message = QByteArray::fromStdString(broken.error().message);
    QVERIFY2(message.contains("broken.c:2:5: error: "), message.constData());
    QVERIFY2(message.contains("retrun"), message.constData());
    QVERIFY(!message.contains('\n'));
}

void TestReproducer::missingHeaderIsTheUsers()
{
    const auto broken = make(text("header.c"), "#include \"gone.h\"\nint main(void) { return 0; }\n");
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains("gone.h"), broken.error().message.c_str());
}

void TestReproducer::scriptsAndProgramsPassThrough()
{
    for (const auto &[name, bytes] : {std::pair{"a.sh", "echo\n"}, std::pair{"script", "#!/bin/sh\n"}}) {
        const auto script = make(text(name), bytes);
        QVERIFY(script);
        QCOMPARE(script->kind, ReproducerKind::Script);
        QCOMPARE(script->path, m_folder.filePath(text(name)));
    }
    writeFile(m_folder.filePath(text("d.c")), "int main(void) { return 0; }\n");
    runTool(text("gcc"), {text("-o"), text("dynamic"), text("d.c")}, m_folder.path());
    const auto program = prepare(m_folder.filePath(text("dynamic")));
    QVERIFY(program);
    QCOMPARE(program->kind, ReproducerKind::Executable);
    QCOMPARE(program->dynamic, program->path);
}

void TestReproducer::aSyzkallerProgramBecomesOneProgram()
{
    // Played by a program that shows what it was given: syzkaller itself is not on this machine.
    const QString checkout = m_folder.filePath(text("syz kaller"));
    const QString bin = checkout + text("/bin/linux_amd64");
    QVERIFY(QDir().mkpath(bin));
    writeFile(m_folder.filePath(text("execprog.c")), R"(#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(int count, char **arguments)
{
    char line[200] = "";
    for (int i = 1; i < count; i++)
        puts(arguments[i]);
    FILE *program = fopen(arguments[count - 1], "r");
    while (program && fgets(line, sizeof line, program))
        fputs(line, stdout);
    const char *executor = strchr(arguments[1], '=') + 1;
    return access(executor, X_OK) == 0 ? 42 : 1;
}
)");
    runTool(text("gcc"), {text("-static"), text("-o"), bin + text("/syz-execprog"), text("execprog.c")},
            m_folder.path());
    runTool(text("gcc"), {text("-o"), bin + text("/syz-executor"), text("execprog.c")}, m_folder.path());
    const QByteArray program =
        "# https://example.org/\n#{\"threaded\":false,\"repeat\":true,\"procs\":6,\"sandbox\":\"\"}\n"
        "r0 = openat$ptmx(0xffffffffffffff9c, 0x0, 0x0, 0x0)\n";
    writeFile(m_folder.filePath(text("repro.syz")), program);
    const auto made =
        prepare(m_folder.filePath(text("repro.syz")), {.bits = 64, .repeat = true, .syzkaller = checkout});
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(made->kind, ReproducerKind::SyzProgram);
    QCOMPARE(made->dynamic, bin + text("/syz-executor"));

    // All of it is in the one program, and a second start does not mind the first.
    QVERIFY(QDir(checkout).removeRecursively());
    for (int i = 0; i < 2; ++i) {
        QProcess run;
        run.start(made->path, QStringList());
        QVERIFY(run.waitForFinished());
        QCOMPARE(run.exitCode(), 42);
        const QByteArray output = run.readAll();
        QVERIFY2(output.startsWith("-executor=/tmp/culprit-syz/syz-executor\n-arch=amd64\n-sandbox=none\n-procs=6\n"
                                   "-repeat=0\n-threaded=true\n-collide=false\n-cover=0\n/tmp/culprit-syz/program\n"),
                 output.constData());
        QVERIFY(output.endsWith(program));
    }
    QVERIFY(QDir(text("/tmp/culprit-syz")).removeRecursively());
}

void TestReproducer::syzkallersOptions_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("arguments");
    QTest::newRow("none") << QByteArray("r0 = getpid()\n#{\"procs\":9}\n")
                          << text("-sandbox=none -procs=1 -repeat=1 -threaded=true -collide=false -cover=0");
    QTest::newRow("JSON") << QByteArray("#{\"collide\":true,\"procs\":2,\"sandbox\":\"android\",\"fault\":true,"
                                        "\"fault_call\":3,\"fault_nth\":7}\n")
                          << text("-sandbox=android -procs=2 -repeat=1 -threaded=true -collide=true -cover=0 "
                                  "-fault_call=3 -fault_nth=7");
    QTest::newRow("older") << QByteArray("# {Threaded:true Collide:true Repeat:true Procs:8 Sandbox:namespace "
                                         "Fault:false FaultCall:-1 FaultNth:0 EnableTun:true}\nmmap()\n")
                           << text("-sandbox=namespace -procs=8 -repeat=1 -threaded=true -collide=true -cover=0");
    QTest::newRow("nonsense") << QByteArray("#{\"procs\":\"many\",\"sandbox\":5}\n")
                              << text("-sandbox=none -procs=1 -repeat=1 -threaded=true -collide=false -cover=0");
    QTest::newRow("hostile") << QByteArray("#{\"sandbox\":\"a\\\" -x\"}\n") << QString();
    QTest::newRow("too many") << QByteArray("#{\"procs\":1000}\n") << QString();
}

void TestReproducer::syzkallersOptions()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QString, arguments);
    const auto told = execprogArguments(program, false, 64);
    QCOMPARE(told.has_value(), !arguments.isEmpty());
    if (told) {
        QCOMPARE(told->join(u' '), text("-arch=amd64 ") + arguments);
    }
}

void TestReproducer::syzkallerIsAskedFor()
{
    writeFile(m_folder.filePath(text("alone.syz")), "r0 = getpid()\n");
    const auto unnamed = prepare(m_folder.filePath(text("alone.syz")));
    QVERIFY(!unnamed);
    QVERIFY2(unnamed.error().message.contains("[syzkaller] folder"), unnamed.error().message.c_str());
    const auto missing =
        prepare(m_folder.filePath(text("alone.syz")), {.bits = 32, .repeat = true, .syzkaller = m_folder.path()});
    QVERIFY(!missing);
    QVERIFY2(missing.error().message.contains("make TARGETARCH=386 execprog executor"),
             missing.error().message.c_str());
}

void TestReproducer::othersAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("advice");
    QTest::newRow("text") << text("notes.txt") << QByteArray("hello\n") << QByteArray("give one of these");
    QTest::newRow("empty") << text("empty") << QByteArray() << QByteArray("give one of these");
    QTest::newRow("cut ELF") << text("elf") << QByteArray("\177ELF\2\1\1") << QByteArray("give one of these");
}

void TestReproducer::othersAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, advice);
    const auto result = make(name, bytes);
    QVERIFY(!result);
    QVERIFY2(QByteArray::fromStdString(result.error().message).contains(advice), result.error().message.c_str());
    QVERIFY(!prepare(m_folder.filePath(text("gone.c"))));
    runTool(text("gcc"), {text("-c"), text("-o"), m_folder.filePath(text("o.o")), text("-xc"), text("/dev/null")});
    QVERIFY(!prepare(m_folder.filePath(text("o.o"))));
}

QTEST_GUILESS_MAIN(TestReproducer)
#include "test_reproducer.moc"
