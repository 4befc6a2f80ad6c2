// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace culprit::history
{

/// Ids numbered from 0 in the order in which they came; 30 bytes each.
class IdTable final
{
public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_ids.size()); }
    [[nodiscard]] const ObjectId &id(std::uint32_t number) const { return m_ids[number]; }

    /// The number of an id, a new one if it was not there.
    std::uint32_t number(const ObjectId &id)
    {
        if (m_ids.size() * 3 >= m_slots.size() * 2) {
            grow();
        }
        const std::size_t slot = slotOf(id);
        if (m_slots[slot] == 0) {
            m_ids.push_back(id);
            m_slots[slot] = size();
        }
        return m_slots[slot] - 1;
    }

private:
    /// Where the id is or belongs.
    [[nodiscard]] std::size_t slotOf(const ObjectId &id) const
    {
        std::size_t slot = std::hash<ObjectId>()(id) & (m_slots.size() - 1);
        while (m_slots[slot] != 0 && m_ids[m_slots[slot] - 1] != id) {
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        return slot;
    }

    void grow()
    {
        m_slots.assign(m_slots.empty() ? 1024 : 2 * m_slots.size(), 0);
        for (std::uint32_t number = 0; number < size(); ++number) {
            m_slots[slotOf(m_ids[number])] = number + 1;
        }
    }

    std::vector<ObjectId> m_ids;
    std::vector<std::uint32_t> m_slots; ///< number plus 1, 0 where free
};

} // namespace culprit::history
