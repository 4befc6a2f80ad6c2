// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/version.h"
#include "app/window/windowprogram.h"

#include <CLI/CLI.hpp>

#include <clocale>

int main(int argc, char **argv)
{
    using namespace culprit::app;
    std::setlocale(LC_NUMERIC, "C");

    CLI::App program{"Finds the kernel commit that introduced or fixed a bug. Without a command it opens the window.",
                     "culprit"};
    program.set_version_flag("--version", "culprit " CULPRIT_VERSION);
    program.require_subcommand(0, 1);
    program.footer("Exit status: 0 done, 1 the answer is no or inconclusive, 2 wrong use, 3 something outside failed.");
    std::string file;
    program.add_option("FILE", file, "Session (.culprit), syzbot log or \"git bisect log\" to open in the window")
        ->type_name("");

    Action action;
    const Arguments arguments{argc, argv};
    addDemoCommand(program, arguments, action);
    addRunCommands(program, arguments, action);
    addShowCommand(program, arguments, action);
    addAuditCommand(program, arguments, action);
    addCompareCommand(program, arguments, action);
    addConfigCommand(program, arguments, action);
    addSalvageCommands(program, arguments, action);
    addBranchCommand(program, arguments, action);
    addFollowUpCommand(program, arguments, action);
    addPackCommand(program, arguments, action);
    addImportCommand(program, arguments, action);
    addJudgeCommand(program, arguments, action);
    addNextCommand(program, arguments, action);
    addCrashCommand(program, arguments, action);
    addSymbolizeCommand(program, arguments, action);
    addSignatureCommand(program, arguments, action);
    addDoctorCommand(program, arguments, action);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return program.exit(error) == 0 ? Done : WrongUse;
    }
    return action ? action() : runWindow(arguments, QString::fromLocal8Bit(file.c_str()));
}
