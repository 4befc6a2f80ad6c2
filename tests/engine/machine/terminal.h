// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sys/types.h>

/// A shell on a terminal of its own, as a person has it.
class Terminal final
{
public:
    Terminal(); ///< sh, without prompts
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void type(const QByteArray &bytes) const;
    /// Reads on until `text` has come or so many ms are over.
    bool shows(const QByteArray &text, int ms = 60'000);
    /// All that it has shown, in order.
    [[nodiscard]] const QByteArray &screen() const { return m_screen; }

private:
    bool read(int ms);

    int m_terminal = -1;
    pid_t m_shell = -1;
    QByteArray m_screen;
};
