// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/cli/report.h"
#include "engine/conductor/runbyhand.h"
#include "engine/exchange/configdrift.h"
#include "engine/session/journal.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

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
    const auto journal = session::Journal::open(pathFrom(options.file), session::Journal::Access::Read);
    if (!journal) {
        return std::unexpected(journal.error());
    }
    const auto ranges = (*journal)->ranges();
    if (!ranges) {
        return std::unexpected(ranges.error());
    }
    auto events = (*journal)->events();
    if (!events) {
        return std::unexpected(events.error());
    }
    if (options.at > 0) {
        if (events->empty() || options.at > events->back().seq.value) {
            return wrongUse("The session has no event " + std::to_string(options.at) + ": its last one is " +
                            std::to_string(events->empty() ? 0 : events->back().seq.value) + ".");
        }
        std::erase_if(*events, [&](const session::Event &event) { return event.seq.value > options.at; });
    }
    const session::SessionState state = session::fold(*events, *ranges);
    if (options.run > 0) {
        return conductor::runByHand(state, RunId{options.run}, conductor::Places::standard());
    }
    const exchange::Conclusion conclusion = conclusionOf(state, conductor::planFor(state));
    exchange::Source source{state, *events, conclusion};
    if (state.imported && options.at == 0) {
        auto log = (*journal)->readLog(state.imported->log, 0, (*journal)->logSize(state.imported->log));
        if (!log) {
            return std::unexpected(log.error());
        }
        source.importedLog = std::move(*log);
    }
    if (conclusion.culprit) {
        auto config = exchange::configText(**journal, state, *conclusion.culprit);
        if (!config) {
            return std::unexpected(config.error());
        }
        source.config = std::move(*config);
    }
    return exchange::exportSession(QString::fromStdString(options.format), source);
}

int show(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    if ((options.format == shellFormat) != (options.run > 0)) {
        return printError(Error{Error::Kind::Use, "--as shell and --run N go together: the shell text is of one run."});
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
