// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demosetup.h"

#include "engine/session/setup.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace culprit::demo
{
namespace
{

session::Setup sessionSetup(const DemoHistory &history, const QString &reproducer, std::int64_t seed)
{
    using namespace std::chrono_literals;
    session::Setup setup;
    setup.kernel.repo = history.repository;
    setup.kernel.bad = history.bad;
    setup.kernel.good = {history.good};
    setup.kernel.find = session::Find::Cause;
    setup.kernel.recipe = {.name = QStringLiteral("custom"),
                           .configure = {},
                           .build = QStringLiteral("make -C {source} O={objects} -j{jobs}"),
                           .image = QStringLiteral("kernel.elf"),
                           .vmlinux = QStringLiteral("vmlinux"),
                           .banner = QStringLiteral("Pocket version")};
    setup.test.reproducer = reproducer;
    setup.test.timeout = 10s;
    setup.test.noOutput = 10s;
    setup.test.bootTimeout = 20s;
    setup.test.repeat = false;
    setup.test.seed = seed;
    setup.machine.cpus = 1;
    setup.machine.memoryMB = 64;
    setup.search.revert = true;
    return setup;
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

    DemoSetup setup{*history, dir.filePath(QStringLiteral("setup.toml")), dir.filePath(QStringLiteral("repro"))};
    if (const Result<void> done = writeFile(setup.reproducer, demoReproducer(flakyPercent)); !done) {
        return std::unexpected(done.error());
    }
    // A script is known by its permission: it goes to the guest as it is.
    QFile::setPermissions(setup.reproducer, QFile::permissions(setup.reproducer) | QFile::ExeOwner | QFile::ExeUser);
    if (const Result<void> done =
            writeFile(setup.setupFile, session::formatSetup(sessionSetup(*history, setup.reproducer, seed)));
        !done) {
        return std::unexpected(done.error());
    }
    return setup;
}

} // namespace culprit::demo
