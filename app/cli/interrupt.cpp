// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace culprit::app
{

namespace
{

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> pipeEnds{-1, -1};
volatile std::sig_atomic_t seen = 0;

void onSignal(int signal)
{
    seen = seen + 1;
    if (seen > 1) {
        _exit(128 + signal);
    }
    const char byte = 0;
    (void)!write(pipeEnds[1], &byte, 1);
}

} // namespace

Interrupt::Interrupt(std::function<void()> function)
{
    if (pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the default action of the signals stays: the guard cleans up
    }
    seen = 0;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [function = std::move(function)] {
        char byte = 0;
        (void)!read(pipeEnds[0], &byte, 1);
        function();
    });
    for (const int signal : caught) {
        struct sigaction action = {};
        action.sa_handler = onSignal;
        sigaction(signal, &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    for (const int signal : caught) {
        std::signal(signal, SIG_DFL);
    }
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
}

} // namespace culprit::app
