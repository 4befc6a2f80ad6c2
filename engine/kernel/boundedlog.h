// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace culprit::kernel
{

/// A log of which the beginning and the end are kept, however much is said in between.
class BoundedLog final
{
public:
    static constexpr qsizetype Beginning = 32 * 1024 * 1024; ///< bytes; a thousand times what a kernel build says
    static constexpr qsizetype End = 256 * 1024;

    /// What of the bytes is to be kept at once.
    [[nodiscard]] QByteArray add(const QByteArray &bytes);
    /// When nothing more comes: a line that says how much is missing, and the end. Empty if nothing is.
    [[nodiscard]] QByteArray close();

private:
    qsizetype m_kept = 0;
    qint64 m_heldBack = 0; ///< bytes, those of m_end too
    QByteArray m_end;
};

} // namespace culprit::kernel
