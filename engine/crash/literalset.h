// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// Finds which of up to 64 literals occur in a stream of bytes: an Aho-Corasick automaton, one table step per byte.
/// The stream may be cut anywhere, the caller carries the state. Carriage returns are passed over, a line break
/// returns to the start.
class LiteralSet final
{
public:
    using State = std::uint32_t;
    using Mask = std::uint64_t;
    static constexpr State start = 0;

    explicit LiteralSet(std::span<const std::string_view> literals);

    [[nodiscard]] State step(State state, char byte) const
    {
        return m_next[state + m_classOf[static_cast<unsigned char>(byte)]];
    }
    /// The literals that end here.
    [[nodiscard]] Mask found(State state) const { return m_found[state]; }
    /// All literals within a text without line breaks.
    [[nodiscard]] Mask findAll(std::string_view text) const;

private:
    std::array<std::uint8_t, 256> m_classOf{};
    /// States are offsets into this table, so that a step is one addition and one load.
    std::vector<State> m_next;
    std::vector<Mask> m_found;
};

} // namespace culprit::crash
