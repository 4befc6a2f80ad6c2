// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <variant>

namespace culprit::machine
{

/// User space made by us, in memory: the agent is process 1 and writes to the second serial port.
struct InitramfsGuest {
    QList<QByteArray> baseArchives; ///< below the run's own: linuxArchive(), none for a pocket kernel

    bool operator==(const InitramfsGuest &) const = default;
};

/// A distribution on the user's disk image: the agent is brought in and started by ssh, over the one port of the host
/// that leads into the guest.
struct ImageGuest {
    QString disk;       ///< absolute path; never written, each run has an overlay of its own
    QString diskFormat; ///< QEMU's word for it, as "raw" or "qcow2": guessing is a security hole
    QString sshKey;     ///< private key
    QString sshUser = QStringLiteral("root");
    QByteArray agent; ///< the program that GuestAgent makes

    int port = 0; ///< of the host's loopback, leads to the guest's port 22; 0: a free one
    std::chrono::milliseconds tryEvery = std::chrono::seconds(5); ///< from the banner on, until ssh lets us in
    QString qemuImg = QStringLiteral("qemu-img");
    QString ssh = QStringLiteral("ssh");

    bool operator==(const ImageGuest &) const = default;
};

using Guest = std::variant<InitramfsGuest, ImageGuest>;

} // namespace culprit::machine
