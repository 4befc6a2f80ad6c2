// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/searchplayer/world.h"

#include <format>
#include <fstream>
#include <optional>

namespace culprit::bench
{

namespace
{

bool readChance(std::string_view text, double &chance)
{
    return readNumber(text, chance) && chance >= 0 && chance <= 1;
}

/// Nothing if there is no such key: those of a later version are passed over.
std::optional<double *> chanceOf(Scenario &scenario, std::string_view key)
{
    struct Key {
        std::string_view name;
        double *chance;
    };
    for (const auto &[name, chance] : {Key{"p", &scenario.p}, Key{"q", &scenario.q}, Key{"s", &scenario.s},
                                       Key{"title", &scenario.title}, Key{"own", &scenario.own}}) {
        if (name == key) {
            return chance;
        }
    }
    return std::nullopt;
}

bool readEntry(std::string_view entry, Scenario &scenario)
{
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos) {
        return false;
    }
    const std::string_view key = entry.substr(0, equals);
    const std::string_view value = entry.substr(equals + 1);
    if (const auto chance = chanceOf(scenario, key)) {
        return readChance(value, **chance);
    }
    if (key == "pvar") {
        return readNumber(value, scenario.pvar) && scenario.pvar >= 0;
    }
    if (key == "B") {
        return readNumber(value, scenario.costs.build) && scenario.costs.build > 0;
    }
    if (key == "R") {
        return readNumber(value, scenario.costs.batch) && scenario.costs.batch > 0;
    }
    if (key == "P") {
        return readNumber(value, scenario.costs.machines) && scenario.costs.machines > 0;
    }
    if (key == "id") {
        scenario.id = value;
    } else if (key == "topo") {
        scenario.topo = value;
    } else if (key == "qmode") {
        scenario.qmode = value;
    } else if (key == "prior") {
        scenario.prior = value;
    }
    return true;
}

/// Reads the text line by line; each returns what is wrong with it.
class Reader
{
public:
    [[nodiscard]] std::optional<std::string> take(std::string_view line)
    {
        Words words(line);
        const std::string_view first = words.next();
        if (first == "#") {
            return takeComment(words);
        }
        if (first.empty() || first.starts_with('#')) {
            return std::nullopt;
        }
        if (first == "seed") {
            m_haveSeed = words.read(m_world.seed) && words.atEnd();
            return m_haveSeed ? std::nullopt : std::optional("seed must be followed by one whole number");
        }
        if (first == "culprit") {
            m_haveCulprit = words.read(m_world.culprit) && words.atEnd();
            return m_haveCulprit ? std::nullopt : std::optional("culprit must be followed by the number of a commit");
        }
        if (first == "C" && takeCommit(words)) {
            return std::nullopt;
        }
        return std::format("{} is neither \"seed NUMBER\", \"culprit COMMIT\" nor the next commit as "
                           "\"C INDEX DATE ID PRIOR RATE BROKEN PARENT...\"",
                           quoted(line));
    }
    [[nodiscard]] std::optional<std::string> finish() const
    {
        if (m_world.rates.empty() || !m_haveSeed || !m_haveCulprit) {
            return "a world needs a seed, a culprit and commits";
        }
        if (m_world.culprit >= m_world.rates.size()) {
            return std::format("the culprit is commit {}, but there are only {}", m_world.culprit,
                               m_world.rates.size());
        }
        return std::nullopt;
    }
    [[nodiscard]] World &world() { return m_world; }

private:
    std::optional<std::string> takeComment(Words words)
    {
        Scenario scenario;
        for (bool first = true; !words.atEnd(); first = false) {
            const std::string_view entry = words.next();
            if (first && entry.find('=') == std::string_view::npos) {
                return std::nullopt;
            }
            if (!readEntry(entry, scenario)) {
                return std::format("the scenario has an entry that cannot be: {}", quoted(entry));
            }
        }
        if (scenario.qmode != "iid") {
            // The text does not say where the other bug comes from.
            return std::format("unrelated crashes of the kind {} cannot be played from a text, only qmode=iid",
                               quoted("qmode=" + scenario.qmode));
        }
        m_world.scenario = std::move(scenario);
        return std::nullopt;
    }
    bool takeCommit(Words &words)
    {
        double rate = 0;
        int broken = 0;
        if (!m_world.history.readCommit(words) || !readChance(words.next(), rate) || !words.read(broken) ||
            broken < 0 || broken > 1 || !m_world.history.readParents(words)) {
            return false;
        }
        m_world.rates.push_back(rate);
        m_world.broken.push_back(broken == 1);
        return true;
    }

    World m_world;
    bool m_haveSeed = false;
    bool m_haveCulprit = false;
};

} // namespace

Result<World> readWorld(const std::string &file)
{
    std::ifstream in(file);
    if (!in) {
        return wrongUse(std::format("The world {} cannot be read: name a file that can.", file));
    }
    Reader reader;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (const auto wrong = reader.take(line)) {
            return wrongUse(std::format("{}:{}: {}.", file, number, *wrong));
        }
    }
    if (const auto wrong = reader.finish()) {
        return wrongUse(std::format("{}: {}.", file, *wrong));
    }
    return std::move(reader.world());
}

} // namespace culprit::bench
