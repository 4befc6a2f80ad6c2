// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/cli/report.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/runbyhand.h"
#include "engine/exchange/sessionarchive.h"

#include <CLI/CLI.hpp>

#include <optional>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    std::string archive;
};

Result<void> packed(const Options &options)
{
    auto ledger = conductor::Ledger::open(pathFrom(options.file), session::Journal::Access::Read);
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    const auto events = ledger->journal().events();
    if (!events) {
        return std::unexpected(events.error());
    }
    const session::SessionState &state = ledger->state();
    const exchange::Conclusion conclusion = conclusionOf(state, conductor::planFor(state));
    const exchange::Source source{state, *events, conclusion};
    // Made for the first run that can be done by hand: that may compile.
    std::optional<conductor::ByHandTexts> byHand;
    const auto runByHand = [&](RunId run) {
        if (!conductor::whyNotByHand(state, run).isEmpty()) {
            return QByteArray();
        }
        if (!byHand) {
            byHand.emplace(state, conductor::Places::standard());
        }
        return byHand->text(run).value_or(QByteArray());
    };
    return exchange::packSession(ledger->journal(), {source, exchange::textReport(state, conclusion), runByHand},
                                 pathFrom(options.archive));
}

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
            const auto done = packed(*options);
            return done ? Done : printError(done.error());
        };
    });
}

} // namespace culprit::app
