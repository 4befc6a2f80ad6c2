// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/followupfiles.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/mergeculprit.h"

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
    int side = 2;
};

int followUp(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const auto ledger = conductor::Ledger::open(pathFrom(options.file), session::Journal::Access::Read);
    if (!ledger) {
        return printError(ledger.error());
    }
    const QString target = pathFrom(options.target);
    const session::SessionState &state = ledger->state();
    const auto follow = conductor::followUp(state, conductor::planFor(state), options.side, patchBeside(target));
    if (!follow) {
        return printError(follow.error());
    }
    if (const auto written = writeFollowUp(*follow, target); !written) {
        return printError(written.error());
    }
    printLine(follow->sentence);
    printLine(u"\"culprit run %1\" starts it."_s.arg(target));
    return Done;
}

} // namespace

void addFollowUpCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand(
        "followup", "Write the settings of the bisection that finds the commit behind a merge that is the culprit");
    command->add_option("FILE", options->file, "Session file that ended with a merge")->required()->type_name("");
    command
        ->add_option(
            "--side", options->side,
            "Which side is bisected, each commit with what the merge adds to it: 1, the branch that was merged "
            "into, or 2, what was merged (the default)")
        ->check(CLI::Range(1, 2))
        ->type_name("N");
    command
        ->add_option("-o,--output", options->target,
                     "Settings to write, and a patch beside them; existing ones are not overwritten")
        ->required()
        ->type_name("SETUP.toml");
    command->callback([=, &action] { action = [=] { return followUp(arguments, *options); }; });
}

} // namespace culprit::app
