// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/exporter.h"
#include "engine/exchange/logimporter.h"
#include "engine/session/journal.h"

#include <QFile>
#include <QTemporaryDir>

namespace culprit::test
{

using namespace culprit::exchange;
using namespace culprit::session;

inline const QByteArray start = "8d4b477da1a807199ca60e0829357ce7aa6758d5";
inline const QByteArray v513 = "62fb9874f5da54fdb243003b386128037319b219";
inline const QByteArray v512 = "9f4ad9e425a1d3b6a34617b8ea226d56a119a717";
inline const QByteArray blamed = "6c2450ae55656f6b0370bfd4cb52ec8a4ecd0916";
inline const QByteArray nextBad = "66ae0d1e2d9fe6ec70e73fcfdcf4b390e271c1ac";

inline QByteArray sample()
{
    QFile file(QStringLiteral(CULPRIT_LOGS "/io_uring-cause.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline ObjectId id(const QByteArray &hex)
{
    return ObjectId::fromHex(hex.toStdString()).value();
}

/// A commit that there is not: 40 times the same digit.
inline QByteArray made(char digit)
{
    return QByteArray(40, digit);
}

/// A log as the session file holds it after an import.
class Imported final
{
public:
    explicit Imported(const QByteArray &bytes, const QString &repo = {}) : m_bytes(bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("imported.culprit"));
        const auto log = readBisectLog(bytes, QStringLiteral("the log"));
        if (!log) {
            error = QString::fromStdString(log.error().message);
            return;
        }
        const auto made = sessionFrom(*log, QStringLiteral("the.log"), repo);
        if (!made) {
            error = QString::fromStdString(made.error().message);
            return;
        }
        if (const auto written = writeSession(path, *made, bytes); !written) {
            error = QString::fromStdString(written.error().message);
            return;
        }
        const auto journal = Journal::open(path, Journal::Access::Read).value();
        events = journal->events().value();
        range = journal->ranges()->first;
        state = fold(events, {range});
        kept = journal->readLog(state.imported->log, 0, bytes.size() + 1).value();
    }

    [[nodiscard]] const RevisionState &at(const QByteArray &hex) const { return *state.revision(id(hex)); }
    [[nodiscard]] QString report() const { return textReport(state, {}); }
    [[nodiscard]] qint64 runs(const QByteArray &hex) const { return std::ssize(at(hex).runs); }
    /// The commits of the range, oldest first.
    [[nodiscard]] QList<QByteArray> line() const
    {
        QList<QByteArray> hashes;
        for (const history::CommitInfo &commit : range->commits) {
            hashes += QByteArray::fromStdString(commit.id.hex());
        }
        return hashes;
    }

    QString error; ///< empty unless the import failed
    std::vector<Event> events;
    std::shared_ptr<const history::CommitRange> range;
    SessionState state;
    QByteArray kept;

private:
    QTemporaryDir m_folder;
    QByteArray m_bytes;
};

} // namespace culprit::test
