// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/linereferee.h"

#include "tests/benchmarks/searchplayer/words.h"

#include <format>
#include <istream>
#include <ostream>

namespace culprit::bench
{

using namespace search;

namespace
{

/// "OK TARGET OTHER", as many as the runs that were asked for.
bool readCounts(Words &words, int runs, Counts &counts)
{
    if (!words.read(counts.ok) || !words.read(counts.target) || !words.read(counts.stranger) || !words.atEnd()) {
        return false;
    }
    const auto inRange = [runs](int count) { return count >= 0 && count <= runs; };
    return inRange(counts.ok) && inRange(counts.target) && inRange(counts.stranger) &&
           std::int64_t{counts.ok} + counts.target + counts.stranger == runs;
}

std::unexpected<Error> notAnAnswer(std::string_view line, std::string_view expected)
{
    return wrongUse(std::format("The referee said {} where {} was due.", quoted(line), expected));
}

} // namespace

std::optional<std::string> LineReferee::hear()
{
    m_out.flush();
    std::string line;
    while (std::getline(m_in, line)) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (!line.empty()) {
            return line;
        }
    }
    return std::nullopt;
}

Result<std::string> LineReferee::hearAnswer()
{
    if (auto line = hear()) {
        return std::move(*line);
    }
    return wrongUse("The referee went away in the middle of a game.");
}

Result<std::optional<VisitEnd>> LineReferee::visit(Node node, int runs)
{
    m_out << "RUN " << node << ' ' << runs << '\n';
    VisitEnd end;
    for (;;) {
        const auto line = hearAnswer();
        if (!line) {
            return std::unexpected(line.error());
        }
        Words words(*line);
        const std::string_view first = words.next();
        if (first == "STOP" && words.atEnd()) {
            return std::nullopt;
        }
        if (first == "BROKEN" && words.atEnd()) {
            end.built = false;
            return end;
        }
        if (first == "BUILT" && readCounts(words, runs, end.counts)) {
            return end;
        }
        Opinion opinion;
        if (first != "OVERRIDE" || !words.read(opinion.node) || opinion.node >= m_nodes) {
            return notAnAnswer(*line, std::format("BROKEN, STOP, OVERRIDE or BUILT with the ends of {} runs", runs));
        }
        const std::string_view verdict = words.next();
        if ((verdict != "bad" && verdict != "good") || !words.atEnd()) {
            return notAnAnswer(*line, "OVERRIDE with a commit and bad or good");
        }
        opinion.present = verdict == "bad";
        end.said.push_back(opinion);
    }
}

void LineReferee::startBuild(Node node)
{
    m_out << "BUILD " << node << '\n';
    m_building = node;
}

void LineReferee::startRuns(Node node, int runs)
{
    m_out << "RUN " << node << ' ' << runs << '\n';
    m_running = node;
    m_runs = runs;
}

Result<std::optional<std::vector<Event>>> LineReferee::wait()
{
    m_out << "WAIT\n";
    std::vector<Event> events;
    for (;;) {
        const auto line = hearAnswer();
        if (!line) {
            return std::unexpected(line.error());
        }
        if (*line == "STOP") {
            return std::nullopt;
        }
        if (*line == "OK") {
            return events;
        }
        Words words(*line);
        Event event;
        const bool timed = words.next() == "EVENT" && words.read(event.minutes);
        const std::string_view what = words.next();
        const bool ran = what == "RAN";
        std::optional<Node> &underWay = ran ? m_running : m_building;
        const bool known = timed && words.read(event.node) && underWay == event.node;
        if (!known ||
            !(ran ? readCounts(words, m_runs, event.counts) : (what == "BUILT" || what == "BROKEN") && words.atEnd())) {
            return notAnAnswer(*line, "OK, STOP or the end of what is under way");
        }
        event.what = ran ? Event::What::Ran : what == "BUILT" ? Event::What::Built : Event::What::Broken;
        underWay.reset();
        events.push_back(event);
    }
}

} // namespace culprit::bench
