// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/pattern.h"
#include "engine/crash/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// A compiled Frames of rules.h.
class FrameFinder final
{
public:
    explicit FrameFinder(const Frames &frames);

    struct Found {
        /// The function held guilty, then its names before prefixes were taken away. "corrupted" when there is none.
        std::vector<std::string> names{};
        /// False when there is no function or a stack of another message is mixed in.
        bool whole = false;
    };

    [[nodiscard]] bool empty() const { return m_route.empty(); }
    [[nodiscard]] Found find(std::string_view report) const;

private:
    struct Step {
        bool stack = false;
        Pattern line;
    };
    struct Collected {
        std::vector<std::string> frames;
        bool whole = true;
    };
    using Steps = std::vector<Step>;

    [[nodiscard]] static Steps compileRoute(const Route &route);
    [[nodiscard]] Collected collect(std::string_view report, const Steps &steps) const;
    [[nodiscard]] std::vector<std::string> choose(const std::vector<std::string> &frames) const;
    bool walkStack(std::string_view &rest, const Step *next, Collected &collected) const;
    void addFrames(const Pattern &pattern, std::string_view line, Collected &collected) const;

    Steps m_route;
    Steps m_otherwise;
    Pattern m_skip;
    Choice m_choice;
};

/// Some stack of the report has no frames, or no stack does.
[[nodiscard]] bool lacksFrames(std::string_view report);

} // namespace culprit::crash
