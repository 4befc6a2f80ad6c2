// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/headless.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/window/preferences.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string setup;
    std::string session;
    bool json = false;
};

int run(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const QString setupFile = QString::fromLocal8Bit(options.setup.c_str());
    const auto setup = session::readSetup(setupFile);
    if (!setup) {
        return printError(setup.error());
    }
    const QString sessionFile = options.session.empty() ? QFileInfo(setupFile).completeBaseName() + u".culprit"_s
                                                        : QString::fromLocal8Bit(options.session.c_str());
    if (QFileInfo::exists(sessionFile)) {
        return printError(Error{
            Error::Kind::Use,
            QStringLiteral("%1 exists already: go on with \"culprit resume %1\", or name another file with --session.")
                .arg(sessionFile)
                .toStdString()});
    }
    QSettings settings;
    conductor::Engine engine(storedPlaces(settings));
    return Headless(engine, options.json).runNew(*setup, sessionFile);
}

int resume(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    QSettings settings;
    conductor::Engine engine(storedPlaces(settings));
    return Headless(engine, options.json).resume(QString::fromLocal8Bit(options.session.c_str()));
}

} // namespace

void addRunCommands(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();

    CLI::App *runCommand = program.add_subcommand("run", "Run a whole bisection without the window");
    runCommand->add_option("SETUP", options->setup, "Settings file (SETUP.toml)")->required()->type_name("");
    runCommand
        ->add_option("--session", options->session, "Session file to make (default: SETUP's name with .culprit, here)")
        ->type_name("FILE");
    runCommand->add_flag("--json", options->json, "Print events and result as JSON, one object a line");
    runCommand->callback([=, &action] { action = [=] { return run(arguments, *options); }; });

    CLI::App *resumeCommand =
        program.add_subcommand("resume", "Go on where a session stopped, after a crash or power cut too");
    resumeCommand->add_option("FILE", options->session, "Session file")->required()->type_name("");
    resumeCommand->add_flag("--json", options->json, "Print events and result as JSON, one object a line");
    resumeCommand->callback([=, &action] { action = [=] { return resume(arguments, *options); }; });
}

} // namespace culprit::app
