// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace CLI
{
class App;
}

namespace culprit::app
{

/// The program's arguments as main() got them.
struct Arguments {
    int count;
    char **values;
};

/// What the chosen subcommand does; returns the exit status.
using Action = std::function<int()>;

// Each adds one subcommand that sets `action` when it is chosen.
void addRunCommands(CLI::App &program, Arguments arguments, Action &action); ///< run, resume
void addShowCommand(CLI::App &program, Arguments arguments, Action &action);
void addAuditCommand(CLI::App &program, Arguments arguments, Action &action);
void addCompareCommand(CLI::App &program, Arguments arguments, Action &action);
void addConfigCommand(CLI::App &program, Arguments arguments, Action &action);
void addSalvageCommands(CLI::App &program, Arguments arguments, Action &action); ///< check, salvage
void addBranchCommand(CLI::App &program, Arguments arguments, Action &action);
void addFollowUpCommand(CLI::App &program, Arguments arguments, Action &action);
void addPackCommand(CLI::App &program, Arguments arguments, Action &action);
void addImportCommand(CLI::App &program, Arguments arguments, Action &action);
void addJudgeCommand(CLI::App &program, Arguments arguments, Action &action);
void addNextCommand(CLI::App &program, Arguments arguments, Action &action);
void addCrashCommand(CLI::App &program, Arguments arguments, Action &action);
void addSymbolizeCommand(CLI::App &program, Arguments arguments, Action &action);
void addSignatureCommand(CLI::App &program, Arguments arguments, Action &action);
void addDoctorCommand(CLI::App &program, Arguments arguments, Action &action);
void addDemoCommand(CLI::App &program, Arguments arguments, Action &action);

} // namespace culprit::app
