// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace culprit::demo
{

/// What one boot wrote to its two serial ports, carriage returns removed.
struct GuestOutput {
    bool ended = false; ///< QEMU ended by itself
    QByteArray console;
    QByteArray agent;
};

/// Boots a pocket kernel in QEMU (TCG) with a reproducer and a seed; files go to `folder`, which is made.
[[nodiscard]] GuestOutput bootPocket(const QString &kernel, const QByteArray &reproducer, int seed,
                                     const QString &folder);

} // namespace culprit::demo
