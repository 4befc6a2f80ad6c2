// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demosetup.h"

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace culprit::tests
{

struct Finished {
    int status = -1;
    QString output;
    QString errors;

    [[nodiscard]] QList<QJsonObject> objects() const; ///< one of each line of output
};

/// The culprit program in a home of its own.
class Program final
{
public:
    /// With a `cache`, builds and all else that the program caches outlive this home.
    explicit Program(const QString &cache = {});

    /// Killed and status -1 after `longest` ms.
    [[nodiscard]] Finished run(const QStringList &arguments, qint64 longest = 15 * 60 * 1000) const;
    /// Started and not waited for.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const;
    /// Demo history and reproducer in this home; for writeShortSetup() see shortSetup().
    [[nodiscard]] demo::DemoSetup makeDemo(const QString &name = QStringLiteral("demo")) const;
    [[nodiscard]] QString writeShortSetup(const demo::DemoSetup &demo) const;

    /// Processes (QEMU, make, the guard) whose command line or folder is of this home, as lines of ps.
    [[nodiscard]] QStringList leftProcesses() const;
    /// Lines of /proc/mounts of this home.
    [[nodiscard]] QStringList leftMounts() const;

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] bool isOurs(const QString &text) const; ///< names a file of this home or its cache

    QTemporaryDir m_folder;
    QString m_cache;
};

} // namespace culprit::tests
