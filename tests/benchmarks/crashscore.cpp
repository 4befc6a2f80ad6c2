// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scores engine/crash on a folder of annotated consoles (headers TITLE, ALT, TYPE, CORRUPTED, FRAME, EXECUTOR, START,
// END, SUPPRESSED, PANICKED; a blank line;
// the console; optionally REPORT: and the report). Prints the figures and, with -v, every difference.

#include "engine/crash/extractor.h"
#include "engine/crash/scanner.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <print>
#include <set>
#include <string>

namespace
{

using culprit::crash::Report;

struct Sample {
    std::string title;
    std::set<std::string> alternatives;
    std::string type;
    std::string function;
    std::string report;
    bool corrupted = false;
    bool panicked = false;
    bool suppressed = false;
    std::string executor;
    std::string start;
    std::string end;
    std::string console;
};

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void readHeader(Sample &sample, std::string_view line)
{
    const std::size_t colon = line.find(": ");
    const std::string_view key = line.substr(0, colon);
    const std::string value(colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 2));
    if (key == "TITLE") {
        sample.title = value;
    } else if (key == "ALT") {
        sample.alternatives.insert(value);
    } else if (key == "TYPE") {
        sample.type = value;
    } else if (key == "FRAME") {
        sample.function = value;
    } else if (key == "CORRUPTED") {
        sample.corrupted = value == "Y";
    } else if (key == "PANICKED") {
        sample.panicked = value == "Y";
    } else if (key == "SUPPRESSED") {
        sample.suppressed = value == "Y";
    } else if (key == "EXECUTOR") {
        sample.executor = value;
    } else if (key == "START") {
        sample.start = value;
    } else if (key == "END") {
        sample.end = value;
    }
}

Sample readSample(const std::filesystem::path &path)
{
    Sample sample;
    std::string text = readFile(path);
    std::erase(text, '\r');
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.empty()) {
            break;
        }
        readHeader(sample, line);
    }
    constexpr std::string_view mark = "REPORT:\n";
    if (const std::size_t at = rest.find("\nREPORT:\n"); at != std::string_view::npos) {
        sample.report = rest.substr(at + 1 + mark.size());
        rest = rest.substr(0, at + 1);
    }
    sample.console = rest;
    return sample;
}

struct Score {
    int samples = 0;
    int title = 0;
    int bucket = 0;
    int alternatives = 0;
    int type = 0;
    int corrupted = 0;
    int wronglyCorrupted = 0;
    int panicked = 0;
    int suppressed = 0;
    int executors = 0;
    int ranges = 0;
    int wantedRanges = 0;
    int invented = 0;
    int missed = 0;
    int reports = 0;
    int wantedReports = 0;
    int functions = 0;
    int wantedFunctions = 0;
    int disagreements = 0;
};

std::string lineOf(const std::string &console, std::size_t number)
{
    std::size_t begin = 0;
    for (; number > 1; --number) {
        begin = console.find('\n', begin) + 1;
    }
    return console.substr(begin, console.find('\n', begin) - begin);
}

std::string executorOf(const Report &report)
{
    return report.executor ? std::format("proc={}, id={}", report.executor->process, report.executor->program)
                           : std::string{};
}

bool scannerAgrees(const std::string &console, const std::optional<Report> &report)
{
    culprit::crash::Scanner scanner;
    for (std::size_t at = 0; at < console.size(); at += 77) {
        scanner.feed(std::string_view(console).substr(at, 77));
    }
    scanner.finish();
    return scanner.report() == report;
}

void judge(Score &score, const std::string &name, const Sample &sample, bool verbose)
{
    const std::optional<Report> found = culprit::crash::extract(sample.console);
    const Report report = found.value_or(Report{});
    const std::set<std::string> alternatives(report.alternatives.begin(), report.alternatives.end());
    const auto differs = [&](std::string_view what, const std::string &wanted, const std::string &got) {
        if (verbose) {
            std::println("{}: {}\n  want {}\n  got  {}", name, what, wanted, got);
        }
    };
    ++score.samples;
    score.title += report.title == sample.title;
    score.bucket += report.title == sample.title || sample.alternatives.contains(report.title);
    score.alternatives += alternatives == sample.alternatives;
    score.type += report.type == sample.type;
    score.corrupted += report.corrupted == sample.corrupted;
    score.wronglyCorrupted += report.corrupted && !sample.corrupted;
    score.panicked += !found || report.panicked == sample.panicked;
    score.invented += found && sample.title.empty();
    score.missed += !found && !sample.title.empty();
    score.wantedReports += !sample.report.empty();
    score.reports += !sample.report.empty() && report.text == sample.report;
    score.wantedFunctions += !sample.function.empty();
    score.functions += !sample.function.empty() && report.function == sample.function;
    if (report.title != sample.title) {
        differs("title", sample.title, report.title);
    } else if (report.type != sample.type) {
        differs("type", sample.type, report.type);
    } else if (alternatives != sample.alternatives) {
        std::string got;
        for (const std::string &title : report.alternatives) {
            got += title + "; ";
        }
        differs("alternatives", sample.alternatives.empty() ? "none" : *sample.alternatives.begin(), got);
    }
    if (report.corrupted != sample.corrupted) {
        differs("corrupted", sample.corrupted ? "Y" : "N", report.corrupted ? "Y" : "N");
    }
    if (!sample.report.empty() && report.text != sample.report) {
        const auto at = std::ranges::mismatch(sample.report, report.text).in1 - sample.report.begin();
        differs("report", sample.report.substr(static_cast<std::size_t>(at), 200),
                static_cast<std::size_t>(at) <= report.text.size()
                    ? report.text.substr(static_cast<std::size_t>(at), 200)
                    : std::string{});
    }
    score.suppressed += report.suppressed == sample.suppressed;
    if (report.suppressed != sample.suppressed) {
        differs("suppressed", sample.suppressed ? "Y" : "N", report.suppressed ? "Y" : "N");
    }
    score.executors += sample.executor.empty() || executorOf(report) == sample.executor;
    if (!sample.executor.empty() && executorOf(report) != sample.executor) {
        differs("executor", sample.executor, executorOf(report));
    }
    score.wantedRanges += !sample.start.empty() + !sample.end.empty();
    if (!sample.start.empty()) {
        const std::string got = lineOf(sample.console, report.beginLine);
        score.ranges += got == sample.start;
        if (got != sample.start) {
            differs("start", sample.start, got);
        }
    }
    if (!sample.end.empty()) {
        const std::string got = lineOf(sample.console, report.endLine);
        score.ranges += got == sample.end;
        if (got != sample.end) {
            differs("end", sample.end, got);
        }
    }
    if (!scannerAgrees(sample.console, found)) {
        ++score.disagreements;
        differs("live scanner", "agreement", "none");
    }
}

void print(std::string_view what, int right, int all)
{
    std::println("{:24} {:4} of {:4}  {:5.1f} %", what, right, all, all > 0 ? 100.0 * right / all : 100.0);
}

} // namespace

int main(int argc, char **argv)
{
    const bool verbose = argc == 3 && std::string_view(argv[2]) == "-v";
    if (argc < 2 || (argc == 3 && !verbose) || argc > 3) {
        std::println(stderr, "usage: crashscore FOLDER [-v]");
        return 2;
    }
    std::error_code error;
    std::set<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1], error)) {
        if (entry.is_regular_file() && entry.path().extension() != ".md") {
            paths.insert(entry.path());
        }
    }
    if (error) {
        std::println(stderr, "crashscore: {}: {}", argv[1], error.message());
        return 2;
    }
    Score score;
    const auto begin = std::chrono::steady_clock::now();
    for (const std::filesystem::path &path : paths) {
        judge(score, path.filename().string(), readSample(path), verbose);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    print("title", score.title, score.samples);
    print("title or alternative", score.bucket, score.samples);
    print("alternatives as a set", score.alternatives, score.samples);
    print("type", score.type, score.samples);
    print("corrupted", score.corrupted, score.samples);
    print("panicked", score.panicked, score.samples);
    print("suppressed", score.suppressed, score.samples);
    print("executor", score.executors, score.samples);
    print("first and last line", score.ranges, score.wantedRanges);
    print("report", score.reports, score.wantedReports);
    print("function", score.functions, score.wantedFunctions);
    std::println("wrongly corrupted {}, invented {}, missed {}, scanner disagreements {}; {:.2f} s",
                 score.wronglyCorrupted, score.invented, score.missed, score.disagreements, took.count());
    return 0;
}
