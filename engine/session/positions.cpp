// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/positions.h"

#include <algorithm>

namespace culprit::session
{

QString positionsText(std::span<const std::uint32_t> positions)
{
    QString text;
    for (std::size_t i = 0; i < positions.size();) {
        std::size_t end = i + 1;
        while (end < positions.size() && positions[end] == positions[end - 1] + 1) {
            ++end;
        }
        text += (text.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(positions[i]);
        if (end - i > 1) {
            text += u'-' + QString::number(positions[end - 1]);
        }
        i = end;
    }
    return text;
}

std::vector<std::uint32_t> positionsFromText(QStringView text, std::size_t limit)
{
    std::vector<std::uint32_t> positions;
    for (const QStringView part : text.tokenize(u',')) {
        const qsizetype dash = part.indexOf(u'-');
        bool firstIsNumber = false;
        bool lastIsNumber = false;
        const std::size_t first = (dash < 0 ? part : part.first(dash)).toUInt(&firstIsNumber);
        const std::size_t last = (dash < 0 ? part : part.sliced(dash + 1)).toUInt(&lastIsNumber);
        if (!firstIsNumber || !lastIsNumber || positions.size() >= limit) {
            continue;
        }
        for (std::size_t position = first; position <= last && position < limit; ++position) {
            positions.push_back(static_cast<std::uint32_t>(position));
        }
    }
    return positions;
}

} // namespace culprit::session
