// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace culprit::machine
{

/// One line of the guest's agent: CULPRIT:<word> <rest>. Anything on the port may pretend to be one.
struct AgentRecord {
    enum class Word { BootOk, SelfTest, Ready, ReproStart, Heartbeat, ReproExit, Done };
    Word word = Word::Heartbeat;
    QByteArray rest; ///< printable ASCII, at most 200 bytes
    qint64 atMs = 0; ///< since the start of the run

    bool operator==(const AgentRecord &) const = default;
};

/// Parts what comes from the agent's port into records and the reproducer's own output.
class AgentParser final
{
public:
    struct Parsed {
        QList<AgentRecord> records;
        QByteArray output; ///< of the reproducer, without carriage returns
    };
    /// Complete lines only; an unfinished one waits, unless it is too long for a record.
    [[nodiscard]] Parsed feed(QByteArrayView bytes, qint64 nowMs);
    [[nodiscard]] Parsed finish(qint64 nowMs); ///< at the end of the port

private:
    static void takeLine(const QByteArray &line, qint64 nowMs, Parsed &parsed);

    QByteArray m_line;
};

} // namespace culprit::machine
