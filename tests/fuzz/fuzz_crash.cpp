// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, in any chunks: the extractor and the live scanner hold their promises and agree.

#include "engine/crash/demangle.h"
#include "engine/crash/extractor.h"
#include "engine/crash/lineclass.h"
#include "engine/crash/normalform.h"
#include "engine/crash/scanner.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace
{

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

bool isTitle(const std::string &title)
{
    return title.size() <= 120 && std::ranges::all_of(title, [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

// The first byte says how the console is cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::size_t step = 1 + data[0] % 67;
    const std::string console(data + 1, data + size);
    const auto report = culprit::crash::extract(console);

    culprit::crash::Scanner scanner;
    for (std::size_t at = 0; at < console.size(); at += step) {
        scanner.feed(std::string_view(console).substr(at, step));
    }
    scanner.finish();
    require(scanner.crashed() == report.has_value());
    require(scanner.report() == report);
    require(scanner.settled() == report.has_value());
    if (report) {
        require(scanner.crashOffset() == report->beginOffset);
        require(report->beginOffset <= report->endOffset && report->endOffset <= console.size());
        require(report->beginLine >= 1 && report->beginLine <= report->endLine);
        require(report->textPrefix <= report->text.size());
        require(isTitle(report->title) && !report->title.empty());
        require(std::ranges::all_of(report->alternatives, isTitle));
        require(!std::ranges::contains(report->alternatives, report->title));
    }
    require(culprit::crash::normalForm(console).size() <= console.size());
    culprit::crash::LineClassifier classifier;
    (void)classifier.classify(console);
    (void)culprit::crash::demangle(console);
    return 0;
}
