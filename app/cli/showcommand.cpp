// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/sessionexport.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/runbyhand.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>

namespace culprit::app
{

namespace
{

constexpr std::string_view shellFormat = "shell";

struct Options {
    std::string file;
    std::string format = "text";
    qint64 at = 0;
    qint64 run = 0;
};

Result<QByteArray> exported(const Options &options)
{
    const std::optional<EventSeq> at = options.at > 0 ? std::optional(EventSeq{options.at}) : std::nullopt;
    if (options.run == 0) {
        return exportFile(pathFrom(options.file), QString::fromStdString(options.format), at);
    }
    const auto ledger = conductor::Ledger::open(pathFrom(options.file), session::Journal::Access::Read);
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    return conductor::runByHand(ledger->state(), RunId{options.run}, conductor::Places::standard());
}

int show(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    if ((options.format == shellFormat) != (options.run > 0)) {
        return printError(Error{Error::Kind::Use, "--as shell and --run N go together: the shell text is of one run."});
    }
    if (options.run > 0 && options.at > 0) {
        return printError(Error{Error::Kind::Use, "--run N takes no --at: a run is the same at any time."});
    }
    const auto bytes = exported(options);
    if (!bytes) {
        return printError(bytes.error());
    }
    std::fwrite(bytes->constData(), 1, std::size_t(bytes->size()), stdout);
    return std::fflush(stdout) == 0 ? Done : FailedOutside;
}

} // namespace

void addShowCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("show", "Print a session in one of the export formats");
    command->add_option("FILE", options->file, "Session file")->required()->type_name("");
    command->add_option("--as", options->format, "text, syz, git, mail, fixes, table, html or json; shell with --run")
        ->type_name("FORMAT")
        ->capture_default_str();
    command->add_option("--at", options->at, "The state after this event, not the latest")
        ->type_name("EVENT")
        ->check(CLI::PositiveNumber);
    command->add_option("--run", options->run, "With --as shell: do this run again by hand, without Culprit")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    command->callback([=, &action] { action = [=] { return show(arguments, *options); }; });
}

} // namespace culprit::app
