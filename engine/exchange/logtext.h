// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace culprit::exchange
{

// Pieces of lines that other programs wrote.

/// What follows `prefix`, if the line begins with it.
[[nodiscard]] std::optional<QByteArrayView> after(QByteArrayView line, QByteArrayView prefix);
/// The commit at the front, if 40 hexadecimal digits stand there and end there.
[[nodiscard]] std::optional<history::ObjectId> commitAtFront(QByteArrayView text);
/// What follows commitAtFront(), without blanks around it.
[[nodiscard]] QByteArrayView afterCommit(QByteArrayView text);
/// The first number in a text.
[[nodiscard]] std::optional<qint64> numberIn(QByteArrayView text);
/// One plain line of at most 500 characters.
[[nodiscard]] QString plain(QByteArrayView text);

/// "[HASH] subject", as git shows a commit.
struct BracketedCommit {
    history::ObjectId id;
    QString subject;
};
[[nodiscard]] std::optional<BracketedCommit> bracketedCommit(QByteArrayView line);

/// Adds a sentence, but never the same one twice, nor so many that nobody reads them.
void addSentence(QStringList &sentences, const QString &sentence);

} // namespace culprit::exchange
