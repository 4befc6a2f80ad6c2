// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallkernel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace culprit::test
{

namespace
{

constexpr int Files = 6;
constexpr int FunctionsOfAFile = 24;

/// Inlined into everything, in several floors.
constexpr char Header[] = R"(
struct item { struct item *next; long key; int state; };
extern struct item *lookup(long key);
extern void complain(const char *text, long value) __attribute__((cold));
static inline __attribute__((always_inline)) int is_busy(const struct item *item)
{
	return item->state & 4;
}
static inline __attribute__((always_inline)) long take(struct item *item)
{
	if (is_busy(item))
		complain("busy", item->key);
	item->state |= 4;
	return item->key * 3;
}
static inline long sum_of(struct item *item)
{
	long sum = 0;
	for (; item; item = item->next)
		sum += take(item);
	return sum;
}
)";

constexpr char Core[] = R"(
#include "include/item.h"
static struct item items[64];
struct item *lookup(long key)
{
	return &items[key & 63];
}
__attribute__((noinline)) void complain(const char *text, long value)
{
	items[0].key += text[0] + value;
}
static __attribute__((noinline)) void give_up(struct item *item)
{
	*(volatile int *)0 = (int)take(item);
	__builtin_trap();
}
__attribute__((noinline)) long boom(long key)
{
	long sum = sum_of(lookup(key));
	give_up(lookup(sum));
	return sum + 1;
}
__asm__(".text\n.globl entry_start\n.type entry_start,@function\nentry_start:\nnop\nnop\nret\n.size entry_start,.-entry_start\n");
void _start(void) { boom(7); }
)";

/// Some functions that call, inline and branch at random, the same ones every time.
QByteArray randomSource(int file)
{
    QRandomGenerator random(quint32(file) + 1);
    QByteArray text = "#include \"include/item.h\"\n";
    for (int i = 0; i < FunctionsOfAFile; ++i) {
        const QByteArray name = "work_" + QByteArray::number(file) + "_" + QByteArray::number(i);
        const bool local = random.bounded(3) == 0 && i + 1 < FunctionsOfAFile;
        text += (local ? "static long " : "long ") + name + "(struct item *item, long count)\n{\n\tlong sum = count;\n";
        for (int part = random.bounded(1, 5); part > 0; --part) {
            switch (random.bounded(5)) {
            case 0:
                text += "\tsum += sum_of(item);\n";
                break;
            case 1:
                text += "\tif (__builtin_expect(count > 100, 0)) {\n\t\tcomplain(\"" + name +
                        "\", sum);\n\t\tsum--;\n\t}\n";
                break;
            case 2:
                text +=
                    "\tfor (long i = 0; i < count; i++) {\n\t\tlong part = take(lookup(i));\n\t\tsum ^= part;\n\t}\n";
                break;
            case 3:
                text += "\tswitch (item->state) {\n\tcase 1: sum += 5; break;\n\tcase 2: sum *= 7; break;\n"
                        "\tcase 5: sum = take(item->next);\n\t}\n";
                break;
            default:
                if (i > 0) {
                    text += "\tsum += work_" + QByteArray::number(file) + "_" + QByteArray::number(random.bounded(i)) +
                            "(item->next, " + QByteArray::number(random.bounded(9)) + ");\n";
                }
            }
        }
        text += "\treturn sum;\n}\n";
    }
    return text;
}

} // namespace

QByteArray runTool(const QString &program, const QStringList &arguments, const QString &folder, const QByteArray &input)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        qFatal("%s failed", qPrintable(program));
    }
    return process.readAllStandardOutput();
}

SmallKernel::SmallKernel()
{
    write(u"include/item.h"_s, Header);
    write(u"kernel/core.c"_s, Core);
    for (int file = 0; file < Files; ++file) {
        write(u"lib/work%1.c"_s.arg(file), randomSource(file));
    }
    write(u"net/wifi.c"_s,
          "#include \"include/item.h\"\n"
          "static __attribute__((noinline)) long scan(struct item *item)\n{\n\treturn sum_of(item) + 1;\n}\n"
          "long wifi_join(long key)\n{\n\treturn scan(lookup(key)) + 2;\n}\n");
}

void SmallKernel::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("%s cannot be written", qPrintable(path));
    }
}

QString SmallKernel::build(const QString &name, const QStringList &options) const
{
    QStringList sources{u"kernel/core.c"_s};
    for (int file = 0; file < Files; ++file) {
        sources << u"lib/work%1.c"_s.arg(file);
    }
    runTool(u"gcc"_s,
            QStringList{u"-O2"_s, u"-ffreestanding"_s, u"-fno-pie"_s, u"-I."_s, u"-nostdlib"_s, u"-static"_s,
                        u"-no-pie"_s, u"-Wl,--build-id=sha1"_s, u"-Wl,--no-warn-rwx-segments"_s, u"-o"_s, name} +
                options + sources,
            folder());
    return m_folder.filePath(name);
}

QString SmallKernel::buildModule(const QStringList &options) const
{
    const QStringList gcc = QStringList{u"-O2"_s, u"-ffreestanding"_s, u"-fno-pie"_s, u"-I."_s} + options;
    runTool(u"gcc"_s, gcc + QStringList{u"-ffunction-sections"_s, u"-c"_s, u"-o"_s, u"wifi.o"_s, u"net/wifi.c"_s},
            folder());
    runTool(u"ld"_s, {u"-r"_s, u"--build-id=sha1"_s, u"-o"_s, u"net/wifi-fun.ko"_s, u"wifi.o"_s}, folder());
    return m_folder.filePath(u"net/wifi-fun.ko"_s);
}

std::map<std::string, ListedFunction> SmallKernel::functions(const QString &elf)
{
    std::map<std::string, ListedFunction> functions;
    for (const QByteArray &line : runTool(u"nm"_s, {u"-S"_s, elf}).split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() == 4 && words[2].toLower() == "t") {
            functions[words[3].toStdString()] = {words[0].toULongLong(nullptr, 16), words[1].toULongLong(nullptr, 16)};
        }
    }
    return functions;
}

QString SmallKernel::buildId(const QString &elf)
{
    static const QRegularExpression id(u"Build ID: ([0-9a-f]+)"_s);
    return id.match(QString::fromLatin1(runTool(u"readelf"_s, {u"-n"_s, elf}))).captured(1);
}

} // namespace culprit::test
