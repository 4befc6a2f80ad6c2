// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/id.h"
#include "engine/session/newfile.h"
#include "engine/session/primers.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace culprit::session
{

class Database;
struct EventRow;

/// Makes a session file of rows, in a file of another name until finish(); without that nothing is left of it.
class SessionWriter final
{
public:
    /// An error if `path` exists or its folder does not.
    [[nodiscard]] static Result<std::unique_ptr<SessionWriter>> create(const QString &path);
    ~SessionWriter();

    SessionWriter(const SessionWriter &) = delete;
    SessionWriter &operator=(const SessionWriter &) = delete;

    /// Of rows with one key the first is kept.
    [[nodiscard]] Result<void> addEvent(const EventRow &row);
    [[nodiscard]] Result<void> addSetting(const QString &key, const QByteArray &value);
    /// Of a log's chunks with one number the longest is kept. `packed` holds `size` bytes.
    [[nodiscard]] Result<void> addChunk(LogId log, qint64 chunk, qint64 size, const PackedChunk &packed);
    /// Of primers with one number the first is kept.
    [[nodiscard]] Result<void> addPrimer(qint64 id, const QByteArray &frame);

    /// What is there so far.
    [[nodiscard]] Database &database() { return *m_database; }

    /// On disk, and with its name, when it returns.
    [[nodiscard]] Result<void> finish();

private:
    explicit SessionWriter(NewFile file);

    NewFile m_file;
    std::unique_ptr<Database> m_database;
};

} // namespace culprit::session
