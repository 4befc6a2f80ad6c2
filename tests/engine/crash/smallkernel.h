// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <map>
#include <string>

namespace culprit::test
{

/// Runs a program to its end and returns its standard output; the test's process ends if it fails.
QByteArray runTool(const QString &program, const QStringList &arguments, const QString &folder = {},
                   const QByteArray &input = {});

/// A function as nm lists it.
struct ListedFunction {
    std::uint64_t address = 0;
    std::uint64_t size = 0;
};

/// A tree of C sources that is built by gcc as a kernel is, with much inlining: a vmlinux and a module. Nothing of it
/// is ever run.
class SmallKernel final
{
public:
    SmallKernel();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Builds vmlinux with these options of gcc; returns its path. name: of the file.
    QString build(const QString &name, const QStringList &options = {QStringLiteral("-gdwarf-5")}) const;
    /// Builds net/wifi-fun.ko, the module wifi_fun; returns its path.
    QString buildModule(const QStringList &options = {QStringLiteral("-gdwarf-5")}) const;
    void write(const QString &name, const QByteArray &text) const;

    [[nodiscard]] static std::map<std::string, ListedFunction> functions(const QString &elf);
    /// Hexadecimal digits.
    [[nodiscard]] static QString buildId(const QString &elf);

private:
    QTemporaryDir m_folder;
};

} // namespace culprit::test
