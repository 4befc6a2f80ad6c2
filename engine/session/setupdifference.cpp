// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/setupdifference.h"

#include <QHash>

#include <utility>

namespace culprit::session
{

namespace
{

using Values = QList<std::pair<QString, QString>>; ///< by key

/// What formatSetup() writes holds no line breaks in values.
Values valuesOf(const Setup &setup)
{
    Values values;
    QString table;
    QHash<QString, int> rows;
    const QStringList lines = QString::fromUtf8(formatSetup(setup)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u"[[")) {
            table = line.sliced(2).chopped(2);
            table += QStringLiteral(" %1").arg(++rows[table]);
        } else if (line.startsWith(u'[')) {
            table = line.sliced(1).chopped(1);
        } else {
            const qsizetype equals = line.indexOf(QStringLiteral(" = "));
            values.emplaceBack(table + u'.' + line.first(equals), line.sliced(equals + 3));
        }
    }
    return values;
}

} // namespace

QList<SettingDifference> settingDifferences(const Setup &first, const Setup &second)
{
    QHash<QString, QString> others;
    const Values firsts = valuesOf(first);
    const Values seconds = valuesOf(second);
    for (const auto &[key, value] : seconds) {
        others[key] = value;
    }
    QList<SettingDifference> differences;
    for (const auto &[key, value] : firsts) {
        if (const QString other = others.take(key); other != value) {
            differences.append({key, value, other});
        }
    }
    for (const auto &[key, value] : seconds) {
        if (others.contains(key)) {
            differences.append({key, {}, value});
        }
    }
    return differences;
}

} // namespace culprit::session
