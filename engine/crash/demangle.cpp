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
            name = readable.get();
        }
    }
    return name;
}

} // namespace culprit::crash
