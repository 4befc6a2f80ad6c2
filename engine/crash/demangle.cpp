// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/demangle.h"

#include "engine/crash/rustdemangler.h"

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <optional>
#include <utility>

namespace culprit::crash
{

namespace
{

/// Rust's older names are C++ names that end in a hash: "core::panicking::panic::h0123456789abcdef".
std::string_view withoutRustHash(std::string_view name)
{
    constexpr std::size_t hashSize = 19;
    if (name.size() > hashSize && name.substr(name.size() - hashSize).starts_with("::h")) {
        const std::string_view digits = name.substr(name.size() - hashSize + 3);
        if (digits.find_first_not_of("0123456789abcdef") == std::string_view::npos) {
            name.remove_suffix(hashSize);
        }
    }
    return name;
}

} // namespace

std::string demangle(std::string_view symbol)
{
    if (std::optional<std::string> name = demangleRust(symbol)) {
        return *std::move(name);
    }
    std::string name(symbol);
    if (symbol.starts_with("_Z")) {
        int status = 0;
        const std::unique_ptr<char, decltype(&std::free)> readable(
            abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status), &std::free);
        if (status == 0 && readable) {
            name = withoutRustHash(readable.get());
        }
    }
    return name;
}

} // namespace culprit::crash
