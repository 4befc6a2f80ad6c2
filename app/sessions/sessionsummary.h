// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/verdictstyle.h"

#include <QCoreApplication>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace culprit::app
{

/// What a list of sessions tells of one, read from its file.
struct SessionSummary {
    QString path;
    qint64 changedAt = 0; ///< ms since 1970: when its file was written last; 0: there is none
    widgets::Mark mark = widgets::Mark::Untested;
    QString range;          ///< "v6.8 … v6.9-rc1"
    QString result;         ///< how far it is or what it ended with, a clause
    QString tree;           ///< path of the kernel tree
    QStringList titles;     ///< of its crashes, those of the bug first
    bool wasActive = false; ///< a program runs it, or died over it: which of them, its file does not tell
    QString error;          ///< why it cannot be read, a sentence; mostly empty

    [[nodiscard]] QString name() const; ///< of the file, without folders
    /// All of it that a person may remember, to be searched in.
    [[nodiscard]] QString text() const;
    bool operator==(const SessionSummary &) const = default;
};

/// When a session file was written last, its write-ahead log too, ms since 1970; 0: there is none.
[[nodiscard]] qint64 changeTimeOf(const QString &path);
/// Reads the file and plans its next step: some milliseconds, of a large session a second. For workers.
[[nodiscard]] SessionSummary summaryOf(const QString &path);

} // namespace culprit::app

Q_DECLARE_METATYPE(culprit::app::SessionSummary)
