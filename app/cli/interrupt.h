// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace culprit::app
{

/// While it lives, SIGINT, SIGTERM and SIGHUP call a function on this thread's event loop; a second signal ends the
/// program at once, and with it, by the guard, whatever it started.
class Interrupt final
{
public:
    explicit Interrupt(std::function<void()> function);
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace culprit::app
