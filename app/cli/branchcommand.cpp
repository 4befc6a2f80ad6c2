// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/session/branch.h"

#include <CLI/CLI.hpp>

#include <memory>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    std::string target;
    qint64 at = 0;
};

int branch(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const auto at = options.at > 0 ? std::optional(EventSeq{options.at}) : std::nullopt;
    const auto branched = session::branchSession(pathFrom(options.file), at, pathFrom(options.target));
    if (!branched) {
        return printError(branched.error());
    }
    printLine(u"branched at event %1; \"culprit resume\" goes on"_s.arg(branched->at.value));
    if (branched->cancelled > 0) {
        printLine(u"builds and runs that were under way, cancelled there: %1"_s.arg(branched->cancelled));
    }
    return Done;
}

} // namespace

void addBranchCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand(
        "branch", "Make a new session of what another one knew at some event, to go on otherwise");
    command->add_option("FILE", options->file, "Session file; it is not changed")->required()->type_name("");
    command->add_option("--at", options->at, "The last event that both have, not the latest")
        ->check(CLI::PositiveNumber)
        ->type_name("EVENT");
    command->add_option("-o,--output", options->target, "Session file to make; an existing one is not overwritten")
        ->required()
        ->type_name("NEW");
    command->callback([=, &action] { action = [=] { return branch(arguments, *options); }; });
}

} // namespace culprit::app
