// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildcause.h"

#include "engine/kernel/toolcheck.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace culprit::kernel
{

namespace
{

constexpr std::size_t LongestLine = 1000;
constexpr std::size_t MostLines = 20;

/// One regular expression out of a list of alternatives.
std::unique_ptr<const RE2> anyOf(std::initializer_list<std::string_view> alternatives)
{
    std::string pattern;
    for (const std::string_view alternative : alternatives) {
        pattern += pattern.empty() ? "" : "|";
        pattern += alternative;
    }
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    return std::make_unique<const RE2>(pattern, options);
}

const RE2 &strongErrors()
{
    static const auto expression = anyOf(
        {": error: ", "Error: ", "ERROR: ", ": fatal error: ", ": undefined reference to ", ": multiple definition of ",
         ": [Pp]ermission denied", "^[\\w./+-]+:[0-9]+:.*(?:error|invalid|fatal|wrong)", "FAILED unresolved symbol",
         "No rule to make target", "^Killed$", "^error\\[[^\\]]*\\]: "});
    return *expression;
}

const RE2 &weakErrors()
{
    static const auto expression =
        anyOf({": not found", "final link failed", "collect2: ", "Build did NOT complete", "\\berror: "});
    return *expression;
}

const RE2 &makeErrors()
{
    static const auto expression = anyOf({"^(?:g?make|ninja)[^:]*: \\*\\*\\* "});
    return *expression;
}

const RE2 &warnings()
{
    static const auto expression = anyOf({": warning: ", "^warning: "});
    return *expression;
}

const RE2 &remarks()
{
    static const auto expression = anyOf({": warning: ", ": note: ", "^warning: "});
    return *expression;
}

struct OutsideRule {
    std::unique_ptr<const RE2> expression;
    std::string_view sentence; ///< "%" stands for what the expression captured
};

const auto &outsideRules()
{
    static const std::array rules{
        OutsideRule{anyOf({"No space left on device", "Out of diskspace"}),
                    "The disk is full: make room for the cache, then build again."},
        OutsideRule{anyOf({"Disk quota exceeded"}),
                    "The disk quota is used up: make room for the cache, then build again."},
        OutsideRule{anyOf({"File size limit exceeded", "File too large"}),
                    "A file of the build would pass the limit on file sizes: raise it (ulimit -f), then build again."},
        OutsideRule{anyOf({"^Killed$", "Killed signal terminated program", "\\*\\*\\* \\[.*\\] Killed$",
                           "virtual memory exhausted", "out of memory allocating", "Cannot allocate memory",
                           "memory exhausted"}),
                    "The compiler ran out of memory: build with fewer jobs or close other programs, then build again."},
        OutsideRule{anyOf({"fork: .*Resource temporarily unavailable"}),
                    "No more processes can be started: build with fewer jobs or raise the limit (ulimit -u)."},
        OutsideRule{anyOf({"Read-only file system"}),
                    "The cache is on a read-only file system: choose another folder."},
        OutsideRule{anyOf({"Input/output error"}), "The disk reports an input/output error: check it (dmesg)."},
    };
    return rules;
}

/// A program or header that the machine lacks; scripts of the tree have a slash in their names.
std::optional<std::string> missingTool(const std::string &line)
{
    static const auto notFound =
        anyOf({"^(?:/\\S*/)?(?:sh|bash|dash): (?:line )?[0-9]+: ([\\w+.-]+): (?:command )?not found$"});
    static const auto makeNotFound = anyOf({"^g?make(?:\\[[0-9]+\\])?: ([\\w+.-]+): No such file or directory$"});
    static const auto driver = anyOf({"cannot execute ['\"]([\\w+.-]+)['\"]: .*No such file or directory"});
    static const auto ccache = anyOf({"ccache: error: Could not find compiler \"([\\w+.-]+)\""});
    static const auto header =
        anyOf({"fatal error: (gelf\\.h|libelf\\.h|elf\\.h|openssl/\\w+\\.h): No such file or directory"});
    std::string name;
    for (const auto *expression : {notFound.get(), makeNotFound.get(), driver.get(), ccache.get(), header.get()}) {
        if (RE2::PartialMatch(line, *expression, &name)) {
            return name;
        }
    }
    return {};
}

std::optional<std::string> outsideSentence(const std::string &line)
{
    for (const OutsideRule &rule : outsideRules()) {
        if (RE2::PartialMatch(line, *rule.expression)) {
            return std::string(rule.sentence);
        }
    }
    if (const auto tool = missingTool(line)) {
        return *tool + " is missing on this machine: " + fixForMissing(*tool) + ", then build again.";
    }
    return {};
}

void replaceAll(std::string &text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

/// One line without colours, control characters and curly quotes, cut to a bound.
std::string plainLine(std::string_view bytes)
{
    static const auto escape = anyOf({"\\x1b\\[[0-9;]*[A-Za-z]"});
    std::string line(bytes.substr(0, LongestLine));
    RE2::GlobalReplace(&line, *escape, "");
    std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; });
    for (const auto &[curly, plain] : {std::pair{"\u2018", "'"}, {"\u2019", "'"}, {"\u201c", "\""}, {"\u201d", "\""}}) {
        replaceAll(line, curly, plain);
    }
    return line;
}

std::string withoutPrefixes(std::string line, const std::vector<std::string> &prefixes)
{
    for (const std::string &prefix : prefixes) {
        if (!prefix.empty()) {
            replaceAll(line, prefix.ends_with('/') ? prefix : prefix + '/', "");
        }
    }
    static const auto upwards = anyOf({"(^|[\\s('\"])(?:\\.\\./)+"});
    RE2::GlobalReplace(&line, *upwards, "\\1");
    return line;
}

/// The first relative source file that the line names.
std::string fileIn(const std::string &line)
{
    static const auto name =
        anyOf({"(?:^|[\\s('\"`\\[:])([A-Za-z0-9_][\\w/.+-]*\\.(?:c|h|cc|cpp|S|s|o|rs|lds|dts|dtsi)|"
               "(?:[\\w-]+/)*(?:Kconfig|Makefile)[\\w.-]*)(?:$|[\\s:;,'\")\\]])"});
    std::string file;
    if (!RE2::PartialMatch(line, *name, &file)) {
        return {};
    }
    if (file.ends_with(".o")) {
        file.back() = 'c';
    }
    return file;
}

/// The linker names the object with its folder only in the line before: "ld: kernel/fork.o: in function `f':".
std::string linkedFile(const std::string &previous)
{
    static const auto object = anyOf({"^\\S*ld\\S*: ([\\w/.+-]+)\\.o: in function "});
    std::string file;
    return RE2::PartialMatch(previous, *object, &file) ? file + ".c" : std::string();
}

struct Finding {
    std::vector<std::string> lines;
    std::string file;

    void add(const std::string &line, const std::string &previous)
    {
        if (lines.size() >= MostLines || std::ranges::contains(lines, line)) {
            return;
        }
        lines.push_back(line);
        if (file.empty()) {
            file = linkedFile(previous);
        }
        if (file.empty()) {
            file = fileIn(line);
        }
    }
};

} // namespace

BuildLine kindOfBuildLine(std::string_view line)
{
    const std::string plain = plainLine(line);
    if (RE2::PartialMatch(plain, remarks())) {
        return RE2::PartialMatch(plain, warnings()) ? BuildLine::Warning : BuildLine::Plain;
    }
    const bool isError = RE2::PartialMatch(plain, strongErrors()) || RE2::PartialMatch(plain, weakErrors()) ||
                         RE2::PartialMatch(plain, makeErrors());
    return isError ? BuildLine::Error : BuildLine::Plain;
}

BuildCause findBuildCause(std::string_view log, const std::vector<std::string> &prefixes)
{
    Finding strong;
    Finding weak;
    Finding byMake;
    std::string previous;
    while (!log.empty()) {
        const std::size_t end = std::min(log.find('\n'), log.size());
        const std::string line = withoutPrefixes(plainLine(log.substr(0, end)), prefixes);
        log.remove_prefix(std::min(end + 1, log.size()));
        if (auto sentence = outsideSentence(line)) {
            return {.message = std::move(*sentence), .file = {}, .lines = {line}, .outside = true};
        }
        if (!RE2::PartialMatch(line, remarks())) {
            if (RE2::PartialMatch(line, strongErrors())) {
                strong.add(line, previous);
            } else if (RE2::PartialMatch(line, weakErrors())) {
                weak.add(line, previous);
            } else if (RE2::PartialMatch(line, makeErrors())) {
                byMake.add(line, previous);
            }
        }
        previous = line;
    }
    for (Finding *finding : {&strong, &weak, &byMake}) {
        if (!finding->lines.empty()) {
            return {.message = finding->lines.front(), .file = finding->file, .lines = finding->lines};
        }
    }
    return {};
}

} // namespace culprit::kernel
