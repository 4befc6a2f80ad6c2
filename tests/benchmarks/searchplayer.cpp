// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays hidden worlds for the search: a referee tells a graph and how builds and runs end, the engine's own search says
// what to do. Speaks the referee's line protocol on standard input and output (--protocol).

#include "engine/search/bayes.h"
#include "engine/search/halving.h"
#include "engine/search/ranks.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using namespace culprit::search;

namespace
{

struct World {
    std::size_t size = 0;
    Costs costs;
    double confidence = 0.99;
    std::string mode;
    std::vector<std::vector<Node>> parents;
    std::vector<std::int64_t> dates;
    std::vector<std::string> names;
    std::vector<double> prior;
};

World readHead(const std::string &line)
{
    World world;
    std::istringstream in(line);
    std::string word;
    in >> word;
    while (in >> word) {
        const std::size_t equals = word.find('=');
        const std::string key = word.substr(0, equals);
        const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
        if (key == "n") {
            world.size = std::stoul(value);
        } else if (key == "P") {
            world.costs.machines = std::stoi(value);
        } else if (key == "B") {
            world.costs.build = std::stod(value);
        } else if (key == "R") {
            world.costs.batch = std::stod(value);
        } else if (key == "conf") {
            world.confidence = std::stod(value);
        } else if (key == "mode") {
            world.mode = value;
        }
    }
    return world;
}

void readCommit(World &world, const std::string &line)
{
    std::istringstream in(line);
    std::string word;
    std::size_t node = 0;
    std::int64_t date = 0;
    std::string name;
    double weight = 1;
    in >> word >> node >> date >> name >> weight;
    std::vector<Node> parents;
    Node parent = 0;
    while (in >> parent) {
        parents.push_back(parent);
    }
    world.parents.push_back(std::move(parents));
    world.dates.push_back(date);
    world.names.push_back(std::move(name));
    world.prior.push_back(weight);
}

bool nextLine(std::string &line)
{
    std::cout.flush();
    return static_cast<bool>(std::getline(std::cin, line));
}

/// Keeps what the referee has told.
class Notebook
{
public:
    [[nodiscard]] const Observations &seen() const { return m_seen; }
    Observation &at(Node node)
    {
        const auto found = std::ranges::find(m_seen.revisions, node, &Observation::node);
        if (found != m_seen.revisions.end()) {
            return *found;
        }
        return m_seen.revisions.emplace_back(Observation{node, Making::Untried, {}});
    }
    void add(Node node, const Counts &more)
    {
        Counts &counts = at(node).counts;
        counts.ok += more.ok;
        counts.target += more.target;
        counts.stranger += more.stranger;
    }
    void hear(const std::string &line)
    {
        std::istringstream in(line);
        std::string word;
        in >> word;
        if (word == "OVERRIDE") {
            Node node = 0;
            in >> node >> word;
            m_seen.opinions.push_back({node, word == "bad", Opinion::sure});
        }
    }

private:
    Observations m_seen;
};

void sayDone(const Leading &answer)
{
    std::cout << "DONE " << answer.probability;
    for (const Node node : answer.nodes) {
        std::cout << ' ' << node;
    }
    std::cout << '\n';
}

/// One action after the other. False if the referee stopped it or went away.
bool playAuto(const World &world, const BayesSearch &search)
{
    Notebook book;
    for (;;) {
        const Advice advice = search.advise(book.seen(), world.costs, world.confidence);
        if (advice.state == Advice::State::Impossible) {
            std::cout << "GIVEUP\n";
            return true;
        }
        if (advice.ended()) {
            sayDone(advice.answer);
            return true;
        }
        const Node node = advice.visit->node;
        std::cout << "RUN " << node << ' ' << advice.visit->runs << '\n';
        std::string line;
        while (nextLine(line) && line.starts_with("OVERRIDE")) {
            book.hear(line);
        }
        if (line.starts_with("BUILT ")) {
            std::istringstream in(line.substr(6));
            Counts more;
            in >> more.ok >> more.target >> more.stranger;
            book.at(node).making = Making::Built;
            book.add(node, more);
        } else if (line == "BROKEN") {
            book.at(node).making = Making::Broken;
        } else {
            return line == "STOP";
        }
    }
}

/// Builder and machines side by side.
bool playAsync(const World &world, const BayesSearch &search)
{
    Notebook book;
    UnderWay underWay;
    double now = 0;
    double buildBegan = 0;
    for (;;) {
        const Advice advice = search.advise(book.seen(), world.costs, world.confidence);
        if (advice.state == Advice::State::Impossible) {
            std::cout << "GIVEUP\n";
            return true;
        }
        underWay.builtFor = now - buildBegan;
        const Orders orders = advice.ended() ? Orders{} : search.orders(book.seen(), advice, underWay, world.costs);
        const bool idle = !orders.run && !orders.build && !underWay.running && !underWay.building;
        if (advice.ended() || idle) {
            sayDone(advice.answer);
            return true;
        }
        if (orders.build && orders.build != underWay.building) {
            std::cout << "BUILD " << *orders.build << '\n';
            underWay.building = orders.build;
            buildBegan = now;
        }
        if (orders.run && !underWay.running) {
            std::cout << "RUN " << orders.run->node << ' ' << orders.run->runs << '\n';
            underWay.running = orders.run->node;
            underWay.runs = orders.run->runs;
        }
        std::cout << "WAIT\n";
        std::string line;
        while (nextLine(line) && line.starts_with("EVENT ")) {
            std::istringstream in(line.substr(6));
            std::string what;
            Node node = 0;
            in >> now >> what >> node;
            if (what == "RAN") {
                Counts more;
                in >> more.ok >> more.target >> more.stranger;
                book.add(node, more);
                underWay.running.reset();
            } else {
                book.at(node).making = what == "BUILT" ? Making::Built : Making::Broken;
                underWay.building.reset();
            }
        }
        if (line != "OK") {
            return line == "STOP";
        }
    }
}

/// git's own search: one run a revision, any crash is bad.
bool playDeterministic(const Graph &graph)
{
    Evidence evidence{std::vector<Mark>(graph.size(), Mark::None)};
    for (;;) {
        const Choice choice = bisect(graph, evidence);
        if (choice.state != Choice::State::Test) {
            Leading answer{choice.candidates, 1};
            if (choice.state == Choice::State::Contradiction) {
                std::cout << "GIVEUP\n";
            } else {
                sayDone(answer);
            }
            return true;
        }
        std::cout << "RUN " << *choice.next << " 1\n";
        std::string line;
        if (!nextLine(line)) {
            return false;
        }
        if (line == "STOP") {
            return true;
        }
        if (line == "BROKEN") {
            evidence.marks[*choice.next] = Mark::Skip;
        } else {
            std::istringstream in(line.substr(6));
            Counts counts;
            in >> counts.ok >> counts.target >> counts.stranger;
            evidence.marks[*choice.next] = counts.target + counts.stranger > 0 ? Mark::Bad : Mark::Good;
        }
    }
}

bool play(World world)
{
    auto graph = Graph::make(world.parents, world.dates, ranksOf(world.names));
    if (!graph) {
        std::cerr << graph.error().message << '\n';
        return false;
    }
    if (world.mode == "deterministic") {
        return playDeterministic(*graph);
    }
    const BayesSearch search(std::move(*graph), world.prior);
    return world.mode == "async" ? playAsync(world, search) : playAuto(world, search);
}

} // namespace

int main()
{
    std::ios::sync_with_stdio(false);
    std::string line;
    World world;
    while (nextLine(line)) {
        if (line.starts_with("WORLD ")) {
            world = readHead(line);
        } else if (line.starts_with("C ")) {
            readCommit(world, line);
        } else if (line == "BEGIN") {
            if (!play(world)) {
                return 2;
            }
        } else if (line == "QUIT") {
            return 0;
        }
    }
    return 0;
}
