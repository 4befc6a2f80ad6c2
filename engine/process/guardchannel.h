// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <utility>

namespace culprit::process
{

/// Our end of the socket to one guard program. The guard kills everything below it as soon as this end is closed.
class GuardChannel final
{
public:
    GuardChannel();
    ~GuardChannel();
    GuardChannel(const GuardChannel &) = delete;
    GuardChannel &operator=(const GuardChannel &) = delete;

    [[nodiscard]] bool isOpen() const { return m_ours >= 0; }
    [[nodiscard]] int ours() const { return m_ours; }
    [[nodiscard]] int theirs() const { return m_theirs; } ///< closes on exec unless the child clears the flag
    void closeTheirs();                                   ///< once the guard has it

    void sendStop(std::chrono::milliseconds grace);
    bool read(); ///< what is there now; never blocks. False: nothing more will come

    [[nodiscard]] qint64 commandPid() const { return m_commandPid; } ///< 0 while unknown

    /// What the guard said at the end: "exited", "signalled" or "failed", and the rest of the line.
    [[nodiscard]] const std::optional<std::pair<QByteArray, QByteArray>> &ending() const { return m_ending; }

private:
    void readLine(const QByteArray &line);

    int m_ours = -1;
    int m_theirs = -1;
    QByteArray m_buffer;
    qint64 m_commandPid = 0;
    std::optional<std::pair<QByteArray, QByteArray>> m_ending;
};

} // namespace culprit::process
