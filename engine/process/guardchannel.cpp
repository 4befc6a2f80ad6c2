// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/process/guardchannel.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace culprit::process
{

namespace
{
constexpr qsizetype LongestBuffer = 4096;
}

GuardChannel::GuardChannel()
{
    std::array<int, 2> files{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, files.data()) == 0) {
        m_ours = files[0];
        m_theirs = files[1];
    }
}

GuardChannel::~GuardChannel()
{
    closeTheirs();
    if (m_ours >= 0) {
        close(m_ours);
    }
}

void GuardChannel::closeTheirs()
{
    if (m_theirs >= 0) {
        close(std::exchange(m_theirs, -1));
    }
}

void GuardChannel::sendStop(std::chrono::milliseconds grace)
{
    const QByteArray line = "stop " + QByteArray::number(qint64{grace.count()}) + '\n';
    [[maybe_unused]] const ssize_t sent =
        send(m_ours, line.constData(), static_cast<std::size_t>(line.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
}

bool GuardChannel::read()
{
    bool isOpen = true;
    std::array<char, 256> bytes{};
    for (;;) {
        const ssize_t length = recv(m_ours, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length <= 0 || m_buffer.size() + length > LongestBuffer) {
            isOpen = length < 0 && errno == EAGAIN;
            break;
        }
        m_buffer.append(bytes.data(), length);
    }
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        readLine(m_buffer.first(end));
        m_buffer.remove(0, end + 1);
    }
    return isOpen;
}

void GuardChannel::readLine(const QByteArray &line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray word = line.first(qMax(space, 0));
    const QByteArray rest = line.mid(space + 1);
    if (word == "started") {
        m_commandPid = rest.toLongLong();
    } else if (word == "exited" || word == "signalled" || word == "failed") {
        m_ending = {word, rest};
    }
}

} // namespace culprit::process
