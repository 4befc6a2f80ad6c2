// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace culprit::history
{

/// The SHA-1 name of a git object.
class ObjectId final
{
public:
    ObjectId() = default;
    explicit ObjectId(const std::array<std::uint8_t, 20> &bytes) : m_bytes(bytes) {}

    /// From exactly 40 hexadecimal digits.
    [[nodiscard]] static std::optional<ObjectId> fromHex(std::string_view hex);

    [[nodiscard]] const std::array<std::uint8_t, 20> &bytes() const { return m_bytes; }
    [[nodiscard]] bool isNull() const { return *this == ObjectId{}; }
    [[nodiscard]] std::string hex() const;
    /// The first 12 digits, as kernel people write them.
    [[nodiscard]] std::string shortHex() const { return hex().substr(0, 12); }

    auto operator<=>(const ObjectId &) const = default;

private:
    std::array<std::uint8_t, 20> m_bytes{};
};

} // namespace culprit::history

template <>
struct std::hash<culprit::history::ObjectId> {
    std::size_t operator()(const culprit::history::ObjectId &id) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes().data(), sizeof value);
        return value;
    }
};
