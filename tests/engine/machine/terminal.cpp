// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QElapsedTimer>

#include <array>
#include <csignal>
#include <cstdlib>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

Terminal::Terminal()
{
    m_shell = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
    if (m_shell == 0) {
        ::setenv("PS1", "", 1);
        ::setenv("PS2", "", 1);
        ::execlp("sh", "sh", "-i", nullptr);
        ::_exit(127);
    }
}

Terminal::~Terminal()
{
    ::kill(m_shell, SIGHUP);
    ::close(m_terminal);
    ::waitpid(m_shell, nullptr, 0);
}

/// A terminal takes some 4 KB before somebody reads: what it shows meanwhile is kept.
void Terminal::type(const QByteArray &bytes) const
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(m_terminal, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written <= 0) {
            return;
        }
        done += written;
    }
}

bool Terminal::read(int ms)
{
    pollfd ready{.fd = m_terminal, .events = POLLIN, .revents = 0};
    std::array<char, 4096> block{};
    const ssize_t length = ::poll(&ready, 1, ms) > 0 ? ::read(m_terminal, block.data(), block.size()) : -1;
    if (length <= 0) {
        return false;
    }
    m_screen.append(block.data(), length);
    return true;
}

bool Terminal::shows(const QByteArray &text, int ms)
{
    QElapsedTimer clock;
    clock.start();
    while (!m_screen.contains(text)) {
        const qint64 left = ms - clock.elapsed();
        if (left <= 0 || !read(int(left))) {
            return false;
        }
    }
    return true;
}
