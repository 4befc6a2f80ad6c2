// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demohistory.h"

#include "app/demo/filetree.h"
#include "app/demo/historyscript.h"
#include "app/demo/importstream.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

namespace culprit::demo
{
namespace
{

constexpr int gitTimeout = 60'000; ///< ms

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failedOutside("The demo's resource " + path.toStdString() + " cannot be read; build Culprit again.");
    }
    return file.readAll();
}

Result<FileTree> baseTree()
{
    const QString root = QStringLiteral(":/demo/kernel/");
    QMap<QByteArray, QByteArray> files;
    for (QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const Result<QByteArray> content = contentOf(path);
        if (!content) {
            return std::unexpected(content.error());
        }
        files.insert(path.mid(root.size()).toUtf8(), *content);
    }
    return FileTree(files);
}

Result<ImportStream> composeHistory()
{
    const Result<FileTree> base = baseTree();
    if (!base) {
        return std::unexpected(base.error());
    }
    ImportStream stream(*base);
    const QDir scripts(QStringLiteral(":/demo/history"));
    for (const QString &name : scripts.entryList(QDir::Files, QDir::Name)) {
        const Result<QByteArray> script = contentOf(scripts.filePath(name));
        if (!script) {
            return std::unexpected(script.error());
        }
        const Result<QList<HistoryStep>> steps = parseHistoryScript(*script, name);
        if (!steps) {
            return std::unexpected(steps.error());
        }
        for (const HistoryStep &step : *steps) {
            if (const Result<void> done = stream.add(step); !done) {
                return std::unexpected(done.error());
            }
        }
    }
    return stream;
}

/// Nothing of the user's own set-up of git has a say in what is made.
QProcessEnvironment gitEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("GIT_"))) {
            environment.remove(name);
        }
    }
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

Result<QByteArray> git(const QString &folder, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(gitEnvironment());
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), arguments);
    if (!process.waitForStarted(gitTimeout)) {
        return failedOutside("git cannot be started; install the package git.");
    }
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(gitTimeout);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        return process.readAllStandardOutput();
    }
    const QByteArray said = process.readAllStandardError().trimmed();
    return failedOutside(
        "git " + arguments.first().toStdString() + " failed in " + folder.toStdString() + ": " +
        (ended ? said.left(said.indexOf('\n')).left(300).toStdString() : "it took more than a minute") + ".");
}

/// The ids of the marks, from the file that fast-import wrote.
Result<QHash<int, QString>> readMarks(const QString &path)
{
    const Result<QByteArray> text = contentOf(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    QHash<int, QString> marks;
    for (const QByteArray &line : text->split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2 && words[0].startsWith(':')) {
            marks.insert(words[0].mid(1).toInt(), QString::fromLatin1(words[1]));
        }
    }
    return marks;
}

/// True when the repository had to be made.
Result<bool> prepareRepository(const QString &folder)
{
    QDir dir(folder);
    if (dir.exists(QStringLiteral(".git"))) {
        return false;
    }
    if (!dir.exists() && !dir.mkpath(QStringLiteral("."))) {
        return failedOutside("The folder " + folder.toStdString() + " cannot be made; choose another with --dir.");
    }
    if (!dir.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return wrongUse("The folder " + folder.toStdString() + " is not empty; choose another with --dir.");
    }
    const Result<QByteArray> made =
        git(folder, {QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("--template="),
                     QStringLiteral("--object-format=sha1"), QStringLiteral("--initial-branch=main")});
    if (!made) {
        return std::unexpected(made.error());
    }
    return true;
}

} // namespace

Result<DemoHistory> makeDemoHistory(const QString &folder)
{
    const Result<ImportStream> stream = composeHistory();
    if (!stream) {
        return std::unexpected(stream.error());
    }
    const QString path = QDir(folder).absolutePath();
    const Result<bool> made = prepareRepository(path);
    if (!made) {
        return std::unexpected(made.error());
    }

    const QString marksFile = path + QStringLiteral("/.git/demo-marks");
    const Result<QByteArray> imported = git(path,
                                            {QStringLiteral("fast-import"), QStringLiteral("--quiet"),
                                             QStringLiteral("--done"), QStringLiteral("--export-marks=") + marksFile},
                                            stream->text());
    if (!imported) {
        return std::unexpected(imported.error());
    }
    if (*made) {
        const Result<QByteArray> filled =
            git(path, {QStringLiteral("reset"), QStringLiteral("-q"), QStringLiteral("--hard")});
        if (!filled) {
            return std::unexpected(filled.error());
        }
    }
    const Result<QHash<int, QString>> marks = readMarks(marksFile);
    if (!marks) {
        return std::unexpected(marks.error());
    }
    return DemoHistory{path,
                       QStringLiteral("v1.4"),
                       QStringLiteral("v1.0"),
                       marks->value(stream->tip()),
                       marks->value(stream->culprit()),
                       marks->value(stream->culpritParent()),
                       QString::fromUtf8(stream->culpritSubject())};
}

} // namespace culprit::demo
