// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/conductor/candidates.h"
#include "engine/history/repository.h"

#include <CLI/CLI.hpp>

#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string repo;
    std::string bad;
    std::vector<std::string> good;
    std::vector<std::string> skip;
    history::Narrowing narrowing;
};

/// A session's state that holds nothing but the range and the skips.
Result<session::SessionState> stateFor(const Options &options)
{
    const auto repository = history::Repository::open(pathFrom(options.repo).toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    session::SessionState state;
    const auto bad = repository->resolve(options.bad);
    if (!bad) {
        return std::unexpected(bad.error());
    }
    std::vector<history::ObjectId> goods;
    for (const std::string &name : options.good) {
        const auto good = repository->resolve(name);
        if (!good) {
            return std::unexpected(good.error());
        }
        goods.push_back(*good);
    }
    auto range = repository->range(*bad, goods);
    if (!range) {
        return std::unexpected(range.error());
    }
    range = repository->narrowed(*range, options.narrowing);
    if (!range) {
        return std::unexpected(range.error());
    }
    state.range = std::make_shared<const history::CommitRange>(std::move(*range));
    for (const std::string &name : options.skip) {
        const auto skip = repository->resolve(name);
        if (!skip) {
            return std::unexpected(skip.error());
        }
        state.revisions[*skip].id = *skip;
        state.revisions[*skip].judged = session::Verdict::Skip;
    }
    return state;
}

int next(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    QElapsedTimer timer;
    timer.start();
    const auto state = stateFor(options);
    if (!state) {
        return printError(state.error());
    }
    const conductor::Candidates candidates(*state);
    const search::Choice choice = candidates.choose();
    QJsonObject answer{{u"remaining"_s, qint64(choice.remaining)},
                       {u"steps"_s, choice.steps},
                       {u"seconds"_s, double(timer.nsecsElapsed()) * 1e-9}};
    if (choice.next) {
        answer[u"commit"_s] = QString::fromStdString(candidates.idAt(*choice.next).hex());
        printJson(answer);
        return Done;
    }
    answer[u"commit"_s] = QJsonValue();
    QJsonArray left;
    for (const search::Node node : choice.candidates) {
        left.append(QString::fromStdString(candidates.idAt(node).hex()));
    }
    answer[u"candidates"_s] = left;
    printJson(answer);
    return choice.state == search::Choice::State::Found ? Done : Inconclusive;
}

} // namespace

void addNextCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command =
        program.add_subcommand("next", "Print the revision to test next, as JSON; counts as git bisect counts");
    command->add_option("--repo", options->repo, "Repository")->required()->type_name("DIR");
    command->add_option("--bad", options->bad, "Revision with the bug")->required()->type_name("C");
    command->add_option("--good", options->good, "Revisions without it")->required()->type_name("C");
    command->add_option("--skip", options->skip, "Revisions that cannot be tested")->type_name("C");
    command->add_option("--paths", options->narrowing.paths, "Only commits that change these files or folders count")
        ->type_name("P");
    command->add_flag("--first-parent", options->narrowing.firstParent,
                      "What came by a merge counts as done by the merge");
    command->callback([=, &action] { action = [=] { return next(arguments, *options); }; });
}

} // namespace culprit::app
