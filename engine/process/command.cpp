// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/childprocess.h"

#include <algorithm>

namespace culprit::process
{

namespace
{

bool isPlain(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') ||
           QStringView(u"@%_+=:,./-").contains(c);
}

QString quoted(QString text)
{
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain)) {
        return text;
    }
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

/// The words before the program that make our environment into `wanted`.
QStringList changes(const QProcessEnvironment &wanted)
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QStringList unset;
    QStringList set;
    for (const QString &name : ours.keys()) {
        if (!wanted.contains(name)) {
            unset += {QStringLiteral("-u"), quoted(name)};
        }
    }
    for (const QString &name : wanted.keys()) {
        if (!ours.contains(name) || ours.value(name) != wanted.value(name)) {
            set += name + u'=' + quoted(wanted.value(name));
        }
    }
    return unset.isEmpty() ? set : QStringList{QStringLiteral("env")} + unset + set;
}

} // namespace

QString Command::shellText() const
{
    QStringList words;
    if (!workingDirectory.isEmpty()) {
        words += {QStringLiteral("cd"), quoted(workingDirectory), QStringLiteral("&&")};
    }
    if (!input.isEmpty()) {
        words +=
            {QStringLiteral("printf"), QStringLiteral("%s"), quoted(QString::fromUtf8(input)), QStringLiteral("|")};
    }
    words += changes(environment);
    if (niceness > 0) {
        words += {QStringLiteral("nice"), QStringLiteral("-n"), QString::number(niceness)};
    }
    words += quoted(program);
    for (const QString &argument : arguments) {
        words += quoted(argument);
    }
    return words.join(u' ');
}

} // namespace culprit::process
