// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long reports of 40 frames take. usage: bench_symbolizer [VMLINUX [FRAMES]], which must have debug information;
// without one a small kernel is built. To measure with the kernel that the label linux builds:
//   bench_symbolizer ~/.cache/culprit/linux-test/.../vmlinux

#include "engine/crash/debugimage.h"
#include "engine/crash/symbolizer.h"
#include "tests/engine/crash/smallkernel.h"

#include <chrono>
#include <cstdlib>
#include <format>
#include <print>
#include <random>
#include <vector>

namespace
{

using namespace culprit;

double millisecondsOf(auto work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Frames at random offsets of random functions, the same ones every time.
std::string reportOf(const std::map<std::string, test::ListedFunction> &functions, int frames, std::mt19937 &random)
{
    std::string report = "Call Trace:\n";
    while (frames > 0) {
        auto at = functions.begin();
        std::advance(at, std::uniform_int_distribution<std::ptrdiff_t>(0, std::ssize(functions) - 1)(random));
        const std::uint64_t size = at->second.size;
        if (size > 16) {
            report += std::format(" {}+{:#x}/{:#x}\n", at->first,
                                  std::uniform_int_distribution<std::uint64_t>(1, size)(random), size);
            --frames;
        }
    }
    return report;
}

} // namespace

int main(int argc, char **argv)
{
    std::optional<test::SmallKernel> small;
    std::string vmlinux = argc > 1 ? argv[1] : "";
    const int frames = argc > 2 ? std::atoi(argv[2]) : 40;
    if (vmlinux.empty()) {
        small.emplace();
        vmlinux = small->build(QStringLiteral("vmlinux")).toStdString();
    }
    const auto functions = test::SmallKernel::functions(QString::fromStdString(vmlinux));
    std::mt19937 random(1);
    constexpr int reports = 20;
    std::vector<std::string> texts;
    for (int i = 0; i < reports; ++i) {
        texts.push_back(reportOf(functions, frames, random));
    }
    const double opening = millisecondsOf([&] { (void)crash::DebugImage::open(vmlinux); });
    crash::Symbolizer symbolizer({.vmlinux = vmlinux});
    std::size_t places = 0;
    std::size_t resolved = 0;
    const auto all = [&] {
        for (const std::string &text : texts) {
            const crash::Symbolized result = symbolizer.symbolize(text);
            places += result.places;
            resolved += result.resolved;
        }
    };
    const double first = millisecondsOf([&] { (void)symbolizer.symbolize(texts.front()); });
    const double cold = millisecondsOf(all);
    const double warm = millisecondsOf(all);
    std::println("{}: {} functions, opened in {:.0f} ms", vmlinux, functions.size(), opening);
    std::println(
        "a report of {} frames: the first {:.1f} ms with opening, others {:.2f} ms, warm {:.3f} ms (target 50)", frames,
        first, cold / reports, warm / reports);
    std::println("resolved {} of {} places", resolved, places);
    return warm / reports < 50 && resolved > 0 ? 0 : 1;
}
