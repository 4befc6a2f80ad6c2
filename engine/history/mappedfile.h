// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <utility>

namespace culprit::history
{

/// A file's bytes, mapped into memory for reading. Whoever changes the file must put another in its place, as git does.
class MappedFile final
{
public:
    /// Nothing if there is no such file, or an empty one, or it cannot be read.
    [[nodiscard]] static std::optional<MappedFile> open(const std::filesystem::path &path);

    MappedFile(MappedFile &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
    MappedFile &operator=(MappedFile &&other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    ~MappedFile();

    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return m_bytes; }

private:
    explicit MappedFile(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    std::span<const std::uint8_t> m_bytes;
};

} // namespace culprit::history
