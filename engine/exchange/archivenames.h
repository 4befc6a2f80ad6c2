// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/committext.h"
#include "engine/session/event.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace culprit::exchange
{

// Names of the files in a session's archive, below its folder.
inline const QString readmeName = QStringLiteral("README.txt");
inline const QString eventsName = QStringLiteral("events.jsonl");
inline const QString jsonName = QStringLiteral("session.json");
inline const QString reportName = QStringLiteral("report.txt");
inline const QString commitFolder = QStringLiteral("commits/");
[[nodiscard]] QString rangeNameOf(const QString &key);            ///< "ranges/KEY", see session::rangeSettings()
[[nodiscard]] QString rangeKeyOf(const QString &name);            ///< of such a name; empty for others
[[nodiscard]] QString commitName(const session::ObjectId &id);    ///< "commits/HASH.patch"
[[nodiscard]] QString logName(LogId log);                         ///< "logs/N.txt", of a log that no event names
[[nodiscard]] std::optional<LogId> logFromName(QStringView name); ///< of such a name

/// The name of the log that an event names: "runs/7.console.txt"; empty if it names none. Builds may share a config.
[[nodiscard]] QString logNameBy(const session::Payload &payload);

/// The text of a commit as a file that says itself where the message ends.
[[nodiscard]] QByteArray commitFile(const session::ObjectId &id, const session::CommitText &text);
/// An error if it is not as commitFile() makes it.
[[nodiscard]] Result<session::CommitText> commitFromFile(const session::ObjectId &id, const QByteArray &bytes);

/// An event as a line of events.jsonl, and back.
[[nodiscard]] QByteArray eventLine(const session::Event &event);
[[nodiscard]] Result<session::Event> eventFromLine(const QByteArray &line);

} // namespace culprit::exchange
