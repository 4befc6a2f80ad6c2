// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demosetup.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace culprit::demo
{
namespace
{

QByteArray tomlString(const QString &text)
{
    QByteArray result = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + '"';
}

QByteArray setupText(const DemoHistory &history, const QString &reproducer, std::int64_t seed)
{
    QByteArray text = "# The demo's bisection; the same as what the \"New bisection\" wizard saves.\n\n[kernel]\n";
    text += "repo = " + tomlString(history.repository) + '\n';
    text += "bad = " + tomlString(history.bad) + '\n';
    text += "good = " + tomlString(history.good) + '\n';
    text += "find = \"cause\"\n\n"
            "[kernel.recipe]\n"
            "build = \"make -C {source} O={objects} -j{jobs}\"\n"
            "image = \"kernel.elf\"\n"
            "vmlinux = \"vmlinux\"\n"
            "banner = \"Pocket version\"\n\n"
            "[test]\n";
    text += "reproducer = " + tomlString(reproducer) + '\n';
    text += "timeout = \"10s\"\n"
            "no_output = \"10s\"\n"
            "boot_timeout = \"20s\"\n"
            "repeat = false\n";
    if (seed != 0) {
        text += "seed = " + QByteArray::number(qint64(seed)) + '\n';
    }
    text += "\n[machine]\n"
            "cpus = 1\n"
            "memory = \"64M\"\n";
    return text;
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit()) {
        return {};
    }
    return failedOutside(path.toStdString() + " cannot be written: " + file.errorString().toStdString() + ".");
}

} // namespace

QByteArray demoReproducer(int flakyPercent)
{
    return "#!pocket\n"
           "# Sends four frames while the machine is contended in so many percent of all boots:\n"
           "rate " +
           QByteArray::number(flakyPercent) +
           "\n"
           "open /dev/pocket0\n"
           "repeat 4\n"
           "  ioctl FRAME 64\n"
           "  ioctl FLUSH\n"
           "end\n"
           "close\n"
           "print all frames sent\n";
}

Result<DemoSetup> demoSetup(const QString &folder, int flakyPercent, std::int64_t seed)
{
    if (flakyPercent < 1 || flakyPercent > 100) {
        return wrongUse("A bug cannot show in " + std::to_string(flakyPercent) + " % of the runs; use 1 to 100.");
    }
    const QDir dir(QDir(folder).absolutePath());
    if (!dir.exists() && !dir.mkpath(QStringLiteral("."))) {
        return failedOutside("The folder " + folder.toStdString() + " cannot be made; choose another with --dir.");
    }
    const Result<DemoHistory> history = makeDemoHistory(dir.filePath(QStringLiteral("pocket")));
    if (!history) {
        return std::unexpected(history.error());
    }

    const DemoSetup setup{*history, dir.filePath(QStringLiteral("setup.toml")), dir.filePath(QStringLiteral("repro"))};
    if (const Result<void> done = writeFile(setup.reproducer, demoReproducer(flakyPercent)); !done) {
        return std::unexpected(done.error());
    }
    // A script is known by its permission: it goes to the guest as it is.
    QFile::setPermissions(setup.reproducer, QFile::permissions(setup.reproducer) | QFile::ExeOwner | QFile::ExeUser);
    if (const Result<void> done = writeFile(setup.setupFile, setupText(*history, setup.reproducer, seed)); !done) {
        return std::unexpected(done.error());
    }
    return setup;
}

} // namespace culprit::demo
