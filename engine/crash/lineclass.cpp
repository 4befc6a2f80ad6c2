// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/lineclass.h"

#include "engine/crash/header.h"
#include "engine/crash/line.h"
#include "engine/crash/report.h"

#include <array>
#include <string>
#include <vector>

namespace culprit::crash
{

namespace
{

struct ClassRule {
    LineClass kind;
    std::string_view pattern;
};

/// On the message without its prefix; the first that matches decides.
constexpr auto classRules = std::to_array<ClassRule>({
    {LineClass::Code, "^Code: "},
    {LineClass::Register,
     R"(^(?:[RE]IP|NIP|[RE]SP|[RE][A-D]X|[RE]BP|R[0-9]{1,2}|FS|CS|CR[0-9]|DR[0-9]|PKRU|GPR[0-9]*|MSR|LR|CFAR|SP|pc|lr|sp|x[0-9]{1,2}|r[0-9]{1,2}|pstate|epc|ra|tp|t[0-6]|s[0-9]{1,2}|a[0-7]|status) ?: ?[<\[]?[0-9a-f])"},
    {LineClass::Register,
     R"(^(?:[RE]IP|NIP)(?: |:)|^(?:CPU: [0-9]+ (?:UID: [0-9]+ )?PID: |Hardware name: |Workqueue: ))"},
    {LineClass::Frame, R"(^(?:Call [Tt]race|Backtrace|stack backtrace|(?:Allocated|Freed) by task [0-9]+):)"},
    {LineClass::Frame, R"(^ *</?(?:TASK|IRQ|NMI|SOFTIRQ|#DF|#DB)>)"},
    {LineClass::Frame, R"(^ *(?:<pc> ?){0,2}(?:\? )?[a-zA-Z0-9_.]+\+0x[0-9a-f]+/0x[0-9a-f]+(?: |$))"},
    {LineClass::Frame, R"(^ *<pc> \([a-zA-Z0-9_]+\) from <pc>)"},
    {LineClass::Warning,
     R"((?i)\b(?:warning|error|errors|fail|failed|failure|corrupt|corrupted|corruption|invalid)\b)"},
    {LineClass::Warning, R"(^-+\[ cut here \]-+|^---\[ end trace|oom-killer|Out of memory|call_trace|segfault at)"},
});

struct CompiledClass {
    LineClass kind;
    Pattern pattern;
};

const std::vector<CompiledClass> &compiledRules()
{
    static const std::vector<CompiledClass> value = [] {
        std::vector<CompiledClass> made;
        made.reserve(std::size(classRules));
        for (const ClassRule &rule : classRules) {
            made.push_back({rule.kind, Pattern(rule.pattern)});
        }
        return made;
    }();
    return value;
}

bool startsFirstProcess(std::string_view message)
{
    return message.starts_with("Run ") && message.contains(" as init process");
}

} // namespace

LineClass LineClassifier::classify(std::string_view whole)
{
    std::string storage;
    const std::string_view line = withoutCarriageReturns(whole.substr(0, maxLineBytes), storage);
    const LineParts parts = takeApart(line);
    if (startsFirstProcess(parts.message)) {
        m_booting = false;
        return LineClass::Boot;
    }
    if (HeaderFinder::instance().family(line)) {
        return LineClass::OopsHeader;
    }
    const bool kernel = parts.context != Context::None;
    for (const CompiledClass &rule : compiledRules()) {
        // Programs, too, write of errors; that is output.
        if ((kernel || rule.kind != LineClass::Warning) && rule.pattern.matches(parts.message)) {
            return rule.kind;
        }
    }
    if (m_booting) {
        return LineClass::Boot;
    }
    return kernel ? LineClass::Info : LineClass::UserOutput;
}

} // namespace culprit::crash
