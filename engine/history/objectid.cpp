// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/objectid.h"

namespace culprit::history
{

namespace
{

constexpr std::string_view digits = "0123456789abcdef";

std::optional<std::uint8_t> valueOf(char digit)
{
    if (digit >= 'A' && digit <= 'F') {
        digit = static_cast<char>(digit - 'A' + 'a');
    }
    const std::size_t value = digits.find(digit);
    return value == std::string_view::npos ? std::nullopt : std::optional(static_cast<std::uint8_t>(value));
}

} // namespace

std::optional<ObjectId> ObjectId::fromHex(std::string_view hex)
{
    std::array<std::uint8_t, 20> bytes{};
    if (hex.size() != 2 * bytes.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto high = valueOf(hex[2 * i]);
        const auto low = valueOf(hex[2 * i + 1]);
        if (!high || !low) {
            return std::nullopt;
        }
        bytes[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return ObjectId(bytes);
}

std::string ObjectId::hex() const
{
    std::string hex;
    hex.reserve(2 * m_bytes.size());
    for (const std::uint8_t byte : m_bytes) {
        hex += digits[byte / 16];
        hex += digits[byte % 16];
    }
    return hex;
}

} // namespace culprit::history
