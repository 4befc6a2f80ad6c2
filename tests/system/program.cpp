// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include "tests/support/shortdemo.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QList<QJsonObject> Finished::objects() const
{
    QList<QJsonObject> objects;
    for (const QString &line : output.split(u'\n', Qt::SkipEmptyParts)) {
        objects << QJsonDocument::fromJson(line.toUtf8()).object();
    }
    return objects;
}

Program::Program(const QString &cache)
    : m_folder(QDir::tempPath() + u"/culprit-test-XXXXXX"_s),
      m_cache(cache.isEmpty() ? m_folder.filePath(u"cache"_s) : cache)
{
}

QProcessEnvironment Program::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_cache);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
    environment.insert(u"TMPDIR"_s, m_folder.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    return environment;
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setWorkingDirectory(m_folder.path());
    // A test that is killed leaves no bisection to itself.
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(QStringLiteral(CULPRIT_PROGRAM), arguments);
    process->waitForStarted();
    return process;
}

Finished Program::run(const QStringList &arguments, qint64 longest) const
{
    const auto process = start(arguments);
    if (!process->waitForFinished(int(longest))) {
        process->kill();
        process->waitForFinished();
        return {-1, QString::fromUtf8(process->readAllStandardOutput()), u"timed out"_s};
    }
    return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
            QString::fromUtf8(process->readAllStandardOutput()), QString::fromUtf8(process->readAllStandardError())};
}

QString Program::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return path;
}

demo::DemoSetup Program::makeDemo(const QString &name) const
{
    QDir().mkpath(path(name));
    const auto setup = demo::demoSetup(path(name), 100, 7);
    if (!setup) {
        qFatal("%s", setup.error().message.c_str());
    }
    return *setup;
}

QString Program::writeShortSetup(const demo::DemoSetup &demo) const
{
    return write(u"short.toml"_s, shortSetup(demo));
}

bool Program::isOurs(const QString &text) const
{
    return text.contains(m_folder.path()) || text.contains(m_cache);
}

QStringList Program::leftProcesses() const
{
    QStringList left;
    const QStringList entries = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &pid : entries) {
        if (pid.toLongLong() == QCoreApplication::applicationPid()) {
            continue;
        }
        const QString command = QString::fromUtf8(contentOf(u"/proc/%1/cmdline"_s.arg(pid)).replace('\0', ' '));
        const QString folder = QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(pid));
        if (!command.isEmpty() && (isOurs(command) || isOurs(folder))) {
            left << pid + u' ' + command;
        }
    }
    return left;
}

QStringList Program::leftMounts() const
{
    QStringList left;
    for (const QByteArray &line : contentOf(u"/proc/mounts"_s).split('\n')) {
        if (isOurs(QString::fromUtf8(line))) {
            left << QString::fromUtf8(line);
        }
    }
    return left;
}

} // namespace culprit::tests
