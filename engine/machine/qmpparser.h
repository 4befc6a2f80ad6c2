// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace culprit::machine
{

/// Cuts what QEMU's monitor sends into JSON objects, one a line. Lines that are too long or no JSON object are left
/// out and counted: whoever is at the other end, memory stays bounded and nothing fails.
class QmpParser final
{
public:
    static constexpr qsizetype LongestLine = 256 * 1024; ///< bytes

    [[nodiscard]] QList<QJsonObject> feed(QByteArrayView bytes);
    [[nodiscard]] int rejectedLines() const { return m_rejected; }

private:
    void takeLine(QByteArrayView line, QList<QJsonObject> &objects);

    QByteArray m_line;
    bool m_tooLong = false;
    int m_rejected = 0;
};

} // namespace culprit::machine
