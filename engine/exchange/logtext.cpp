// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/logtext.h"

#include "engine/exchange/facts.h"

#include <algorithm>

namespace culprit::exchange
{

std::optional<QByteArrayView> after(QByteArrayView line, QByteArrayView prefix)
{
    return line.startsWith(prefix) ? std::optional(line.sliced(prefix.size())) : std::nullopt;
}

std::optional<ObjectId> commitAtFront(QByteArrayView text)
{
    constexpr qsizetype digits = 40;
    if (text.size() < digits || (text.size() > digits && std::isalnum(static_cast<unsigned char>(text[digits])) != 0)) {
        return std::nullopt;
    }
    return ObjectId::fromHex(std::string_view(text.data(), digits));
}

QByteArrayView afterCommit(QByteArrayView text)
{
    return text.sliced(std::min<qsizetype>(text.size(), 40)).trimmed();
}

std::optional<qint64> numberIn(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto *const begin = std::ranges::find_if(text, isDigit);
    const auto *const end = std::find_if_not(begin, text.end(), isDigit);
    constexpr qsizetype mostDigits = 9;
    return begin == end || end - begin > mostDigits ? std::nullopt
                                                    : std::optional(QByteArrayView(begin, end).toLongLong());
}

QString plain(QByteArrayView text)
{
    constexpr qsizetype mostBytes = 2000;
    constexpr qsizetype mostCharacters = 500;
    return plainLine(QString::fromUtf8(text.first(std::min(text.size(), mostBytes)))).trimmed().left(mostCharacters);
}

std::optional<BracketedCommit> bracketedCommit(QByteArrayView line)
{
    constexpr qsizetype length = 42;
    if (line.size() < length || line.front() != '[' || line[length - 1] != ']') {
        return std::nullopt;
    }
    const auto id = commitAtFront(line.sliced(1));
    return id ? std::optional(BracketedCommit{*id, plain(line.sliced(length))}) : std::nullopt;
}

void addSentence(QStringList &sentences, const QString &sentence)
{
    constexpr qsizetype most = 100;
    if (sentences.size() < most && !sentences.contains(sentence)) {
        sentences += sentence;
    }
}

} // namespace culprit::exchange
