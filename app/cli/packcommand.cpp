// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/sessionexport.h"

#include <CLI/CLI.hpp>

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    std::string archive;
};

} // namespace

void addPackCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand(
        "pack", "Write a session as an archive of plain files, which \"culprit import\" makes a session again");
    command->add_option("FILE", options->file, "Session file")->required()->type_name("");
    command->add_option("-o,--output", options->archive, "Archive to make; an existing one is not overwritten")
        ->required()
        ->type_name("NAME.tar.zst");
    command->callback([=, &action] {
        action = [=]() -> int {
            const CoreProgram core(arguments);
            const auto done = packFile(pathFrom(options->file), pathFrom(options->archive));
            return done ? Done : printError(done.error());
        };
    });
}

} // namespace culprit::app
