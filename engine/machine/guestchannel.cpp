// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/guestchannel.h"

#include "engine/machine/filefollower.h"
#include "engine/machine/sshchannel.h"

namespace culprit::machine
{

namespace
{

/// The second serial port, which QEMU writes to a file.
class PortChannel final : public GuestChannel
{
public:
    explicit PortChannel(const QString &file) : m_file(file) {}

    void prepare() override { Q_EMIT prepared({}); }
    [[nodiscard]] QByteArray next() override { return m_file.next(); }

private:
    FileFollower m_file;
};

} // namespace

std::unique_ptr<GuestChannel> channelFor(const RunRequest &request)
{
    if (std::holds_alternative<ImageGuest>(request.guest)) {
        return std::make_unique<SshChannel>(request);
    }
    return std::make_unique<PortChannel>(RunFiles(request.folder).agent);
}

} // namespace culprit::machine
