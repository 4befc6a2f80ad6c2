// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/reproducer.h"
#include "minitree.h"

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
    void othersAreRefused_data();
    void othersAreRefused();

private:
    Result<Reproducer> make(const QString &name, const QByteArray &bytes);
    Result<Reproducer> prepare(const QString &path, const QStringList &options = {});
    QTemporaryDir m_folder;
};

Result<Reproducer> TestReproducer::make(const QString &name, const QByteArray &bytes)
{
    writeFile(m_folder.filePath(name), bytes);
    return prepare(m_folder.filePath(name));
}

Result<Reproducer> TestReproducer::prepare(const QString &path, const QStringList &options)
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
    QVERIFY(again && !again->dynamic);
    QCOMPARE(QProcess::execute(first->path), 7);
}

void TestReproducer::thirtyTwoBitsAreAnotherProgram()
{
    const auto sixtyFour = make(text("size.c"), "int main(void) { return sizeof(long); }\n");
    const auto thirtyTwo = prepare(m_folder.filePath(text("size.c")), {text("-m32")});
    QVERIFY2(thirtyTwo, thirtyTwo ? "" : thirtyTwo.error().message.c_str());
    QVERIFY(sixtyFour && !thirtyTwo->dynamic);
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
    QVERIFY(program->dynamic);
}

void TestReproducer::othersAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("advice");
    QTest::newRow("syz") << text("a.syz") << QByteArray("r0 = openat()\n") << QByteArray("syz-prog2c");
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
