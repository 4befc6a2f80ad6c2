// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/childprocess.h"
#include "engine/process/shellword.h"

namespace culprit::process
{

namespace
{

/// The words before the program that make our environment into `wanted`.
QStringList changes(const QProcessEnvironment &wanted)
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QStringList unset;
    QStringList set;
    for (const QString &name : ours.keys()) {
        if (!wanted.contains(name)) {
            unset += {QStringLiteral("-u"), shellWord(name)};
        }
    }
    for (const QString &name : wanted.keys()) {
        if (!ours.contains(name) || ours.value(name) != wanted.value(name)) {
            set += name + u'=' + shellWord(wanted.value(name));
        }
    }
    return unset.isEmpty() ? set : QStringList{QStringLiteral("env")} + unset + set;
}

} // namespace

QString Command::shellText() const
{
    QStringList words;
    if (!workingDirectory.isEmpty()) {
        words += {QStringLiteral("cd"), shellWord(workingDirectory), QStringLiteral("&&")};
    }
    if (!input.isEmpty()) {
        words +=
            {QStringLiteral("printf"), QStringLiteral("%s"), shellWord(QString::fromUtf8(input)), QStringLiteral("|")};
    }
    words += changes(environment);
    if (niceness > 0) {
        words += {QStringLiteral("nice"), QStringLiteral("-n"), QString::number(niceness)};
    }
    words += shellWords(QStringList{program} + arguments);
    return words.join(u' ');
}

} // namespace culprit::process
