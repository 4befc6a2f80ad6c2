// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "minitree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

using namespace culprit;

namespace
{

constexpr auto Makefile = R"(O ?= .
objs := $(addprefix $(O)/,start.o count.o greet.o)
all: $(O)/kernel.elf
$(O)/kernel.elf: $(objs)
	@echo "  LD      kernel.elf"
	@ld -r -o $@ $^
$(O)/%.o: %.c
	@echo "  CC      $*.o"
	@gcc -O2 -ffreestanding -g -c -o $@ $<
)";

} // namespace

QByteArray runTool(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *who : {"AUTHOR", "COMMITTER"}) {
        environment.insert(text("GIT_%1_NAME").arg(text(who)), text("A"));
        environment.insert(text("GIT_%1_EMAIL").arg(text(who)), text("a@example.org"));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(-1);
    const QByteArray output = process.readAll();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qFatal("%s %s: %s", qPrintable(program), qPrintable(arguments.join(u' ')), output.constData());
    }
    return output;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s cannot be written", qPrintable(path));
    }
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray photograph(const QString &folder)
{
    QStringList paths;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        paths += all.next();
    }
    paths.sort();
    QByteArray result;
    for (const QString &path : std::as_const(paths)) {
        const QFileInfo info(path);
        result += path.toUtf8() + ' ' + QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + ' ';
        result +=
            info.isFile() ? QCryptographicHash::hash(readFile(path), QCryptographicHash::Sha256).toHex() : "folder";
        result += '\n';
    }
    return result;
}

MiniTree::MiniTree(const QString &folder) : m_folder(folder)
{
    QDir().mkpath(folder);
    git({text("init"), text("-q"), text("-b"), text("master")});
    m_first = commit(
        {{text("Makefile"), Makefile},
         {text("README"), "A kernel.\n"},
         {text("start.c"), "int count(int); const char *greet(void);\nint start(void) { return count(*greet()); }\n"},
         {text("count.c"), "int count(int n) { return n + 1; }\n"},
         {text("greet.c"), "const char *greet(void) { return \"Linux version mini\"; }\n"}});
}

history::ObjectId MiniTree::commit(const QMap<QString, QByteArray> &files)
{
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        writeFile(m_folder + u'/' + name, bytes);
    }
    git({text("add"), text("-A")});
    git({text("commit"), text("-q"), text("-m"), text("change")});
    const QString id = git({text("rev-parse"), text("HEAD")}).trimmed();
    return history::ObjectId::fromHex(id.toStdString()).value();
}

QString MiniTree::git(const QStringList &arguments) const
{
    return QString::fromUtf8(runTool(text("git"), arguments, m_folder));
}

kernel::Recipe MiniTree::recipe()
{
    return kernel::Recipe::custom({}, text("make -C {source} O={objects} -j{jobs}"), text("{objects}/kernel.elf"),
                                  text("{objects}/kernel.elf"))
        .value();
}
