// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"
#include "engine/kernel/recipe.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

/// A git repository with a very small freestanding "kernel" that make and gcc build for real, and helpers of the tests.
class MiniTree final
{
public:
    /// With one commit that builds: three sources, kernel.elf in O=.
    explicit MiniTree(const QString &folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] culprit::history::ObjectId first() const { return m_first; }
    culprit::history::ObjectId commit(const QMap<QString, QByteArray> &files);
    QString git(const QStringList &arguments) const;

    /// make's recipe for the tree, as a user would write it.
    [[nodiscard]] static culprit::kernel::Recipe recipe();

private:
    QString m_folder;
    culprit::history::ObjectId m_first;
};

/// Runs a program to its end; the test's process ends if it fails.
QByteArray runTool(const QString &program, const QStringList &arguments, const QString &folder = {});
void writeFile(const QString &path, const QByteArray &text);
QByteArray readFile(const QString &path);

/// Name, size, time and contents of everything below a folder.
QByteArray photograph(const QString &folder);

[[nodiscard]] inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}
