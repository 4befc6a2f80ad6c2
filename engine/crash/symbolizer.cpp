// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/symbolizer.h"

#include "engine/crash/codeline.h"
#include "engine/crash/debugimage.h"
#include "engine/crash/demangle.h"
#include "engine/crash/frameline.h"
#include "engine/crash/line.h"
#include "engine/crash/modulefiles.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <ranges>
#include <set>
#include <utility>

namespace culprit::crash
{

namespace
{

/// Bounds that no real report meets: lines that are read, their length, what inlining may add to a report.
constexpr std::size_t mostPlaces = 10'000;
constexpr std::size_t longestLine = 2048;
constexpr std::size_t mostAdded = std::size_t{8} << 20;
/// Of so many functions of a report, one may be unknown or of another size before the vmlinux is held for another
/// build's: a kernel counts the last function of a section in its own way, and some code is made at run time.
constexpr std::size_t functionsPerMisfit = 4;

/// Code that is made at run time has names, but no vmlinux knows them.
constexpr auto runtimeCode = std::to_array<std::string_view>(
    {"bpf_prog_", "bpf_trampoline_", "bpf_dispatcher_", "ftrace_trampoline", "kprobe_"});

bool isRuntimeCode(const CodePlace &place)
{
    return place.module == "bpf" ||
           std::ranges::any_of(runtimeCode, [&](std::string_view begin) { return place.name.starts_with(begin); });
}

/// Kept files are few: those of a kernel's modules that reports name.
constexpr std::size_t mostModules = 200;

struct Line {
    std::string_view text; ///< without break
    bool broken = false;   ///< has a line break
    std::optional<CodePlace> place{};
};

/// A vmlinux or module that was asked for.
struct Source {
    Result<DebugImage> image;
    SourcePaths paths;
};

std::vector<Line> linesOf(std::string_view report)
{
    std::vector<Line> lines;
    std::size_t places = 0;
    while (!report.empty()) {
        const std::size_t end = lineEnd(report, 0);
        Line line{report.substr(0, end), end < report.size()};
        if (line.text.size() <= longestLine && places < mostPlaces) {
            line.place = findPlace(line.text);
            places += line.place ? 1U : 0U;
        }
        lines.push_back(line);
        report.remove_prefix(std::min(end + 1, report.size()));
    }
    return lines;
}

std::string otherIds(std::string_view file, std::string_view own, std::string_view reported)
{
    return std::format("{} is of another build than the report: its build id begins {}, the report's {}. Give the "
                       "file of the build that crashed.",
                       file, own.substr(0, 12), reported.substr(0, 12));
}

} // namespace

class Symbolizer::Private final
{
public:
    explicit Private(DebugFiles files)
        : m_files(std::move(files)), m_moduleFiles(std::move(m_files.modules), std::move(m_files.moduleFolders))
    {
    }

    Symbolized run(std::string_view report, std::size_t prefix);

private:
    Source *kernel();
    Source *module(const CodePlace &place);
    bool fitsKernel(const std::vector<Line> &lines, Symbolized &result);
    bool isOtherBuild(const std::vector<Line> &lines, const DebugImage &image, Symbolized &result) const;
    const std::vector<SourceFrame> *framesAt(const CodePlace &place);
    void write(const std::vector<Line> &lines, bool resolve, std::size_t prefix, Symbolized &result);
    void writePlace(const Line &line, const CodePlace &place, Symbolized &result);
    void note(std::string sentence);

    DebugFiles m_files;
    ModuleFiles m_moduleFiles;
    std::optional<Source> m_kernel;
    std::map<std::string, std::optional<Source>, std::less<>> m_modules; ///< nothing: no such file
    std::vector<std::string> m_notes;
    const Source *m_lastSource = nullptr;
};

void Symbolizer::Private::note(std::string sentence)
{
    if (m_notes.size() < 20 && !std::ranges::contains(m_notes, sentence)) {
        m_notes.push_back(std::move(sentence));
    }
}

Source *Symbolizer::Private::kernel()
{
    if (!m_kernel) {
        auto image = DebugImage::open(m_files.vmlinux);
        SourcePaths paths = image ? image->sourcePaths(m_files.sourceFolder.string()) : SourcePaths();
        m_kernel.emplace(std::move(image), std::move(paths));
    }
    return &*m_kernel;
}

/// The module's file if it can be used; else a note says why not.
Source *Symbolizer::Private::module(const CodePlace &place)
{
    auto known = m_modules.find(place.module);
    if (known == m_modules.end()) {
        if (m_modules.size() >= mostModules) {
            return nullptr;
        }
        std::optional<Source> source;
        if (const auto path = m_moduleFiles.find(place.module)) {
            auto image = DebugImage::open(*path);
            // Modules of the tree lie where the kernel's sources lie; one from elsewhere is told by its own.
            SourcePaths paths = m_kernel && m_kernel->image && m_kernel->image->hasDebugInformation() ? m_kernel->paths
                                : image ? image->sourcePaths(m_files.sourceFolder.string())
                                        : SourcePaths();
            source.emplace(std::move(image), std::move(paths));
        }
        known = m_modules.emplace(place.module, std::move(source)).first;
    }
    const std::string name = std::format("The module {}", place.module);
    if (!known->second) {
        note(std::format("{}.ko was not found: name its folder to resolve its functions.", name));
        return nullptr;
    }
    Source &source = *known->second;
    if (!source.image) {
        note(source.image.error().message);
        return nullptr;
    }
    if (!place.buildId.empty() && !source.image->buildId().empty() && place.buildId != source.image->buildId()) {
        note(otherIds(name, source.image->buildId(), place.buildId));
        return nullptr;
    }
    if (!source.image->hasDebugInformation()) {
        note(std::format("{} has no debug information: build it with CONFIG_DEBUG_INFO.", name));
        return nullptr;
    }
    return &source;
}

bool Symbolizer::Private::isOtherBuild(const std::vector<Line> &lines, const DebugImage &image,
                                       Symbolized &result) const
{
    bool sameId = false;
    for (const Line &line : lines) {
        const std::string_view id = kernelBuildId(line.text);
        if (!id.empty() && !image.buildId().empty()) {
            if (id != image.buildId()) {
                result.notes.push_back(otherIds(m_files.vmlinux.string(), image.buildId(), id));
                return true;
            }
            sameId = true;
        }
    }
    std::set<std::pair<std::string_view, std::uint64_t>> functions;
    std::vector<std::string_view> misfits;
    for (const Line &line : lines) {
        if (!line.place || !line.place->module.empty() || isRuntimeCode(*line.place) ||
            !functions.emplace(line.place->name, line.place->size).second) {
            continue;
        }
        if (image.symbols().find(line.place->name, line.place->size).fit != TextSymbols::Fit::Found) {
            misfits.push_back(line.place->name);
        }
    }
    if (sameId || misfits.size() * functionsPerMisfit <= functions.size()) {
        return false;
    }
    result.notes.push_back(std::format("{} is of another build than the report: {} of its {} functions are not there "
                                       "or of another size, as {}. Give the vmlinux of the build that crashed.",
                                       m_files.vmlinux.string(), misfits.size(), functions.size(),
                                       misfits.front().substr(0, 100)));
    return true;
}

bool Symbolizer::Private::fitsKernel(const std::vector<Line> &lines, Symbolized &result)
{
    using Outcome = Symbolized::Outcome;
    const Source &source = *kernel();
    if (!source.image) {
        result.outcome = Outcome::NoKernel;
        result.notes.push_back(source.image.error().message);
        return false;
    }
    if (result.places == 0) {
        result.outcome = Outcome::NothingToDo;
        result.notes.emplace_back("The report names no place in the kernel's code.");
        return false;
    }
    if (isOtherBuild(lines, *source.image, result)) {
        result.outcome = Outcome::OtherBuild;
        return false;
    }
    if (!source.image->hasDebugInformation()) {
        result.outcome = Outcome::NoDebugInformation;
        result.notes.push_back(std::format("{} has no debug information: build the kernel with CONFIG_DEBUG_INFO.",
                                           m_files.vmlinux.string()));
        return false;
    }
    return true;
}

/// The source positions of a place, innermost first; null when there are none.
const std::vector<SourceFrame> *Symbolizer::Private::framesAt(const CodePlace &place)
{
    if (place.offset > place.size || isRuntimeCode(place)) {
        return nullptr;
    }
    Source *source = place.module.empty() ? kernel() : module(place);
    if (source == nullptr) {
        return nullptr;
    }
    const TextSymbols::Match match = source->image->symbols().find(place.name, place.size);
    if (match.fit != TextSymbols::Fit::Found) {
        note(std::format("{}{} has no function {} of {} bytes.",
                         place.module.empty() ? m_files.vmlinux.string() : "The module ", place.module,
                         place.name.substr(0, 100), place.size));
        return nullptr;
    }
    // A call returns to the instruction after it, which may be of another line, or of the next function even.
    const bool isReturn = !place.exact && place.offset > 0;
    const auto &frames = source->image->frames(match.address + place.offset - (isReturn ? 1 : 0));
    m_lastSource = source;
    return frames.empty() ? nullptr : &frames;
}

void Symbolizer::Private::writePlace(const Line &line, const CodePlace &place, Symbolized &result)
{
    std::string &text = result.text;
    const std::string_view before = line.text.substr(0, place.begin);
    const std::string after = place.module.empty()
                                  ? std::string(line.text.substr(place.end))
                                  : std::format(" [{}]{}", place.module, line.text.substr(place.moduleEnd));
    const auto *frames = framesAt(place);
    if (frames == nullptr) {
        text += withoutBuildId(line.text, place);
        return;
    }
    ++result.resolved;
    for (const SourceFrame &frame : *frames) {
        text += before;
        if (frame.inlined) {
            text += frame.function.empty() ? "?" : demangle(frame.function);
        } else {
            text += line.text.substr(place.begin, place.end - place.begin);
        }
        text += std::format(" {}:{}", m_lastSource->paths.relative(frame.file), frame.line);
        text += frame.inlined ? " [inline]" : "";
        text += after;
        text += frame.inlined ? "\n" : "";
    }
}

void Symbolizer::Private::write(const std::vector<Line> &lines, bool resolve, std::size_t prefix, Symbolized &result)
{
    std::size_t read = 0;
    std::size_t given = 0;
    for (const Line &line : lines) {
        given += line.text.size();
    }
    for (const Line &line : lines) {
        if (read < prefix) {
            result.prefix = result.text.size();
        }
        if (!line.place) {
            result.text += line.text;
        } else if (!resolve || line.place->resolved || result.text.size() > given + mostAdded) {
            result.text += withoutBuildId(line.text, *line.place);
        } else {
            writePlace(line, *line.place, result);
        }
        result.text += line.broken ? "\n" : "";
        read += line.text.size() + (line.broken ? 1U : 0U);
        if (read <= prefix) {
            result.prefix = result.text.size();
        }
    }
}

Symbolized Symbolizer::Private::run(std::string_view report, std::size_t prefix)
{
    m_notes.clear();
    Symbolized result;
    const std::vector<Line> lines = linesOf(report);
    result.places =
        static_cast<std::size_t>(std::ranges::count_if(lines, [](const Line &line) { return line.place.has_value(); }));
    const bool resolve = fitsKernel(lines, result);
    if (resolve) {
        m_kernel->image->refresh();
        for (auto &source : m_modules | std::views::values) {
            if (source && source->image) {
                source->image->refresh();
            }
        }
    }
    write(lines, resolve, prefix, result);
    std::ranges::move(m_notes, std::back_inserter(result.notes));
    if (const auto code = findMachineCode(report, prefix)) {
        result.code = disassemble(*code);
    }
    return result;
}

Symbolizer::Symbolizer(DebugFiles files) : d(std::make_unique<Private>(std::move(files))) {}
Symbolizer::Symbolizer(Symbolizer &&) noexcept = default;
Symbolizer &Symbolizer::operator=(Symbolizer &&) noexcept = default;
Symbolizer::~Symbolizer() = default;

Symbolized Symbolizer::symbolize(std::string_view report, std::size_t prefix)
{
    return d->run(report, prefix);
}

} // namespace culprit::crash
