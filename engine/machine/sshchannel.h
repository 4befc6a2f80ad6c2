// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/guestchannel.h"
#include "engine/process/childprocess.h"

#include <QTimer>

#include <utility>

namespace culprit::machine
{

/// Reaches a guest from a disk image: makes its overlay, tries until ssh brings the agent in, then runs it by a second
/// ssh with the plan and the reproducer on its standard input and its records on its standard output.
class SshChannel final : public GuestChannel
{
public:
    explicit SshChannel(const RunRequest &request);
    ~SshChannel() override;

    void prepare() override;
    void kernelRuns() override;
    void machineGone() override;
    [[nodiscard]] QByteArray next() override { return std::exchange(m_records, {}); }
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] bool isBusy() const override { return m_process && m_process->isRunning(); }
    [[nodiscard]] QString complaint() const override { return m_complaint; }

private:
    void start(const process::Command &command, void (SshChannel::*concluded)(const process::Ended &));
    void connectTo(const QString &command, const QByteArray &input,
                   void (SshChannel::*concluded)(const process::Ended &));
    void bringAgent();
    void overlayMade(const process::Ended &ended);
    void agentBrought(const process::Ended &ended);
    void agentEnded(const process::Ended &ended);
    void failed(const process::Ended &ended);
    [[nodiscard]] const ImageGuest &guest() const { return std::get<ImageGuest>(m_request.guest); }

    const RunRequest &m_request;
    std::unique_ptr<process::ChildProcess> m_process; ///< qemu-img or ssh; one at a time
    QTimer m_nextTry;
    State m_state = State::Open;
    QByteArray m_records;     ///< not yet taken by next()
    qint64 m_recordBytes = 0; ///< of this run
    QByteArray m_errors;      ///< of the process, the last 4 KB
    QString m_complaint;
    int m_refusals = 0; ///< in a row
    bool m_agentRuns = false;
    bool m_isMachineGone = false;
};

} // namespace culprit::machine
