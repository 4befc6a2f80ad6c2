// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/form.h"

#include "engine/crash/line.h"
#include "engine/crash/pattern.h"
#include "engine/crash/stack.h"

#include <array>

namespace culprit::crash
{

namespace
{

struct CompiledForm {
    const Form *form = nullptr;
    Pattern pattern;
    Pattern body;
    FrameFinder frames;
    FrameFinder origin;
};

using Groups = std::array<std::string_view, 6>;

std::vector<CompiledForm> compileForms(const Family &family)
{
    std::vector<CompiledForm> compiled;
    compiled.reserve(family.forms.size());
    for (const Form &form : family.forms) {
        compiled.push_back({.form = &form,
                            .pattern = Pattern(form.pattern),
                            .body = form.body.empty() ? Pattern{} : Pattern(form.body),
                            .frames = FrameFinder(form.frames),
                            .origin = FrameFinder(form.origin)});
    }
    return compiled;
}

const std::vector<CompiledForm> &formsOf(const Family &family)
{
    static const std::vector<std::vector<CompiledForm>> table = [] {
        std::vector<std::vector<CompiledForm>> made;
        for (const Family &each : families()) {
            made.push_back(compileForms(each));
        }
        return made;
    }();
    return table[static_cast<std::size_t>(&family - families().data())];
}

std::size_t offsetIn(std::string_view text, const Groups &groups)
{
    return static_cast<std::size_t>(groups.front().data() - text.data());
}

/// Puts captures and the function's name into a title of rules.h.
std::string fill(std::string_view title, const Groups &groups, std::string_view function, std::string_view origin = {})
{
    std::string result;
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (title[i] != '$' || i + 1 == title.size()) {
            result += title[i];
            continue;
        }
        const char what = title[++i];
        if (what == 'F') {
            result += function;
        } else if (what == 'O') {
            result += origin;
        } else {
            result += groups[static_cast<std::size_t>(what - '0')];
        }
    }
    return result;
}

Description read(std::string_view report, const CompiledForm &compiled, const Groups &groups)
{
    const Form &form = *compiled.form;
    Description description{.corrupted = form.remains, .trust = form.trust};
    FrameFinder::Found found{.names = {std::string{}}, .whole = true};
    if (!compiled.frames.empty()) {
        const std::string_view rest = report.substr(offsetIn(report, groups));
        found = compiled.frames.find(rest);
        description.function = found.names.front();
        description.corrupted = description.corrupted || !found.whole;
    }
    description.title = fill(form.title, groups, found.names.front());
    for (std::size_t i = 1; i < found.names.size(); ++i) {
        description.alternatives.push_back(fill(form.title, groups, found.names[i]));
    }
    if (!compiled.origin.empty()) {
        const FrameFinder::Found origin = compiled.origin.find(report.substr(offsetIn(report, groups)));
        if (origin.whole) {
            description.alternatives.push_back(fill(form.alternative, groups, {}, origin.names.front()));
        }
    } else if (!form.alternative.empty()) {
        for (const std::string &name : found.names) {
            description.alternatives.push_back(fill(form.alternative, groups, name));
        }
    }
    return description;
}

Description rawTitle(std::string_view report, const Family &family, bool corrupted)
{
    Description description{.corrupted = corrupted, .raw = true};
    const std::size_t begin = report.find(family.header);
    if (begin != std::string_view::npos) {
        description.title = report.substr(begin, lineEnd(report, begin) - begin);
    }
    return description;
}

} // namespace

Description describe(std::string_view report, const Family &family)
{
    Description best;
    std::size_t offset = report.size();
    bool begun = false;
    for (const CompiledForm &compiled : formsOf(family)) {
        Groups groups;
        if (!compiled.pattern.match(report, groups)) {
            continue;
        }
        const std::size_t at = offsetIn(report, groups);
        if (at > offset || (at == offset && !best.title.empty())) {
            continue;
        }
        if (at < offset) {
            best = {};
            offset = at;
        }
        begun = true;
        if (compiled.body && !compiled.body.match(report, groups)) {
            continue;
        }
        best = read(report, compiled, groups);
    }
    return best.title.empty() ? rawTitle(report, family, begun) : best;
}

} // namespace culprit::crash
