// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/sourcemap.h"
#include "minitree.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit::kernel;

namespace
{

/// Compiles source/PATH into objects/PATH.o, with options.
void compile(const QString &tree, const QString &path, const QStringList &options = {})
{
    const QString object = text("%1/objects/%2.o").arg(tree, path.chopped(2));
    QDir().mkpath(QFileInfo(object).absolutePath());
    runTool(text("gcc"), QStringList{text("-O2"), text("-c"), text("-o"), object, text("../") + path} + options,
            tree + text("/objects"));
}

} // namespace

class SourceMapTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesSourcesAndTheirFunctions();
    void knowsHeadersWhereListsSay();
    void readsListsOfKbuild();
    void passesBrokenFilesBy();
    void isTheSameAfterBeingWritten();

private:
    [[nodiscard]] QString tree() const { return m_folder->path(); }
    [[nodiscard]] SourceMap read() const { return readSourceMap(tree() + text("/objects"), tree()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SourceMapTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(tree() + text("/drivers/frob.c"), "#include \"../include/frob.h\"\nstatic __attribute__((noinline)) int "
                                                "twice(int x) { return 2 * x + *(volatile int *)0; }\n"
                                                "int frob_ioctl(int x) { return twice(x) + FROB; }\n");
    writeFile(tree() + text("/fs/gronk.c"), "static int once(void) { return 1; }\nint (*gronk)(void) = once;\n");
    writeFile(tree() + text("/fs/left_out.c"), "int nothing;\n");
    writeFile(tree() + text("/include/frob.h"), "#define FROB 1\n");
    QDir().mkpath(tree() + text("/objects"));
}

void SourceMapTest::namesSourcesAndTheirFunctions()
{
    compile(tree(), text("drivers/frob.c"));
    compile(tree(), text("fs/gronk.c"));
    writeFile(tree() + text("/objects/vmlinux.o"), "no source stands beside it");
    const SourceMap map = read();
    QCOMPARE(map.files, (QSet<QByteArray>{"drivers/frob.c", "fs/gronk.c"}));
    QVERIFY(!map.knowsHeaders);
    QCOMPARE(map.functions.values("frob_ioctl"), QByteArrayList{"drivers/frob.c"});
    QCOMPARE(map.functions.values("twice"), QByteArrayList{"drivers/frob.c"}); // static, and however gcc names it
    QCOMPARE(map.functions.values("once"), QByteArrayList{"fs/gronk.c"});
    QVERIFY(map.functions.values("gronk").isEmpty()); // data
}

void SourceMapTest::knowsHeadersWhereListsSay()
{
    compile(tree(), text("drivers/frob.c"), {text("-MMD"), text("-MP")});
    const SourceMap map = read();
    QVERIFY(map.knowsHeaders);
    QCOMPARE(map.files, (QSet<QByteArray>{"drivers/frob.c", "include/frob.h"}));
}

void SourceMapTest::readsListsOfKbuild()
{
    compile(tree(), text("drivers/frob.c"));
    writeFile(tree() + text("/objects/drivers/.frob.o.cmd"),
              "savedcmd_drivers/frob.o := gcc -Wp,-MMD,drivers/.frob.o.d -c -o drivers/frob.o ../drivers/frob.c\n\n"
              "source_drivers/frob.o := ../drivers/frob.c\n\n"
              "deps_drivers/frob.o := \\\n    $(wildcard include/config/FROB) \\\n  ../include/frob.h \\\n"
              "  include/generated/autoconf.h \\\n\n"
              "drivers/frob.o: $(deps_drivers/frob.o)\n\n$(deps_drivers/frob.o):\n");
    const SourceMap map = read();
    QVERIFY(map.knowsHeaders);
    QCOMPARE(map.files, (QSet<QByteArray>{"drivers/frob.c", "include/frob.h"}));
}

void SourceMapTest::passesBrokenFilesBy()
{
    compile(tree(), text("drivers/frob.c"));
    const QString object = tree() + text("/objects/fs/gronk.o");
    writeFile(object, readFile(tree() + text("/objects/drivers/frob.o")).first(700));
    const SourceMap map = read();
    QCOMPARE(map.functions.values("frob_ioctl"), QByteArrayList{"drivers/frob.c"});
    QVERIFY(map.files.contains("fs/gronk.c"));
    QVERIFY(readSourceMap(tree() + text("/nowhere"), tree()).files.isEmpty());
}

void SourceMapTest::isTheSameAfterBeingWritten()
{
    compile(tree(), text("drivers/frob.c"), {text("-MMD"), text("-MP")});
    compile(tree(), text("fs/gronk.c"));
    const SourceMap map = read();
    QCOMPARE(sourceMapFromText(toText(map)), map);
    const QString file = tree() + text("/sources");
    writeFile(file, toText(map) + "\tno file\n\n");
    QCOMPARE(loadSourceMap(file).value(), map);
    QVERIFY(loadSourceMap(tree() + text("/none")).error().message.contains("cannot be read"));
}

QTEST_GUILESS_MAIN(SourceMapTest)
#include "test_sourcemap.moc"
