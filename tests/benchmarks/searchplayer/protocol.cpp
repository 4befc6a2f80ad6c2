// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/protocol.h"

#include "tests/benchmarks/searchplayer/historytext.h"
#include "tests/benchmarks/searchplayer/linereferee.h"
#include "tests/benchmarks/searchplayer/player.h"

#include <format>
#include <ostream>

namespace culprit::bench
{

using namespace search;

namespace
{

struct Head {
    std::size_t size = 0;
    std::size_t badEnd = 0;
    Costs costs;
    double confidence = 0.99;
    Mode mode = Mode::Auto;
};

bool readMode(std::string_view name, Mode &mode)
{
    mode = name == "async" ? Mode::Async : name == "deterministic" ? Mode::Deterministic : Mode::Auto;
    return mode != Mode::Auto || name == "auto";
}

/// One "key=value"; keys of a later version are passed over.
bool readEntry(std::string_view entry, Head &head)
{
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos) {
        return false;
    }
    const std::string_view key = entry.substr(0, equals);
    const std::string_view value = entry.substr(equals + 1);
    if (key == "n") {
        return readNumber(value, head.size) && head.size > 0;
    }
    if (key == "head") {
        return readNumber(value, head.badEnd);
    }
    if (key == "P") {
        return readNumber(value, head.costs.machines) && head.costs.machines > 0;
    }
    if (key == "B") {
        return readNumber(value, head.costs.build) && head.costs.build > 0;
    }
    if (key == "R") {
        return readNumber(value, head.costs.batch) && head.costs.batch > 0;
    }
    if (key == "conf") {
        return readNumber(value, head.confidence) && head.confidence > 0 && head.confidence <= 1;
    }
    return key != "mode" || readMode(value, head.mode);
}

Result<Head> readHead(Words words)
{
    Head head;
    while (!words.atEnd()) {
        const std::string_view entry = words.next();
        if (!readEntry(entry, head)) {
            return wrongUse(std::format("The referee's WORLD line has an entry that cannot be: {}.", quoted(entry)));
        }
    }
    if (head.size == 0 || head.badEnd != head.size - 1) {
        return wrongUse(
            "The referee's WORLD line must say n=COMMITS and head=COMMITS-1: the last commit is the bad one.");
    }
    return head;
}

/// The games of one referee.
class Table
{
public:
    Table(std::istream &in, std::ostream &out) : m_out(out), m_referee(in, out) {}

    [[nodiscard]] Result<void> sit()
    {
        while (const auto line = m_referee.hear()) {
            if (*line == "QUIT") {
                return {};
            }
            if (auto taken = take(*line); !taken) {
                return taken;
            }
        }
        return {};
    }

private:
    [[nodiscard]] Result<void> take(const std::string &line)
    {
        Words words(line);
        const std::string_view first = words.next();
        if (line == "BBSIM 1") {
            return {};
        }
        if (first == "WORLD") {
            auto head = readHead(words);
            if (!head) {
                return std::unexpected(std::move(head.error()));
            }
            m_head = *head;
            m_history = {};
            return {};
        }
        if (first == "C" && m_head) {
            if (m_history.dates.size() == m_head->size || !m_history.readCommit(words) ||
                !m_history.readParents(words)) {
                return wrongUse(std::format("The referee's line {} is not the next of {} commits: "
                                            "C INDEX DATE ID PRIOR PARENT..., parents before children.",
                                            quoted(line), m_head->size));
            }
            return {};
        }
        if (line == "BEGIN" && m_head) {
            return playGame();
        }
        return wrongUse(std::format("The referee said {} where WORLD, its commits and BEGIN were due.", quoted(line)));
    }

    [[nodiscard]] Result<void> playGame()
    {
        if (m_history.dates.size() != m_head->size) {
            return wrongUse(
                std::format("The referee told {} commits of {} before BEGIN.", m_history.dates.size(), m_head->size));
        }
        auto graph = m_history.graph();
        if (!graph) {
            return std::unexpected(std::move(graph.error()));
        }
        m_referee.newGame(m_head->size);
        const auto end =
            play({std::move(*graph), m_history.prior, m_head->costs, m_head->confidence, m_head->mode}, m_referee);
        if (!end) {
            return std::unexpected(end.error());
        }
        if (!end->stopped) {
            say(end->answer);
        }
        m_head.reset();
        return {};
    }

    void say(const std::optional<Leading> &answer)
    {
        if (!answer) {
            m_out << "GIVEUP\n";
            return;
        }
        m_out << "DONE " << answer->probability;
        for (const Node node : answer->nodes) {
            m_out << ' ' << node;
        }
        m_out << '\n';
    }

    std::ostream &m_out;
    LineReferee m_referee;
    std::optional<Head> m_head; ///< of the game that is being told
    HistoryText m_history;
};

} // namespace

Result<void> playByProtocol(std::istream &in, std::ostream &out)
{
    return Table(in, out).sit();
}

} // namespace culprit::bench
