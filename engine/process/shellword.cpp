// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/shellword.h"

#include <algorithm>
#include <iterator>

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

} // namespace

QString shellWord(const QString &text)
{
    if (!text.isEmpty() && std::ranges::all_of(text, isPlain)) {
        return text;
    }
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString shellWords(const QStringList &words)
{
    QStringList quoted;
    quoted.reserve(words.size());
    std::ranges::transform(words, std::back_inserter(quoted), shellWord);
    return quoted.join(u' ');
}

} // namespace culprit::process
