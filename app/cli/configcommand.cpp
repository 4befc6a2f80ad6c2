// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/cli/revisions.h"
#include "engine/conductor/ledger.h"
#include "engine/exchange/configdrift.h"

#include <CLI/CLI.hpp>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    std::string revision;
    std::string against;
    bool whole = false;
    bool json = false;
};

/// A revision whose config the session keeps.
Result<history::ObjectId> builtRevision(const session::SessionState &state, const std::string &name)
{
    const auto revision = revisionIn(state, QString::fromLocal8Bit(name.c_str()));
    if (revision && !exchange::configOf(state, *revision)) {
        return wrongUse("No config is kept of " + revision->shortHex() +
                        ": it was not built in this session, or its build needs none.");
    }
    return revision;
}

Result<history::ObjectId> otherRevision(const session::SessionState &state, const history::ObjectId &revision,
                                        const std::string &against)
{
    if (!against.empty()) {
        return builtRevision(state, against);
    }
    if (const auto before = exchange::revisionBefore(state, revision)) {
        return *before;
    }
    return wrongUse(revision.shortHex() + " is the first revision that was built: name another one with --against, or "
                                          "ask for its --whole config.");
}

Result<QByteArray> textOf(const conductor::Ledger &ledger, const history::ObjectId &revision)
{
    return exchange::configText(ledger.journal(), ledger.state(), revision);
}

QJsonObject json(const kernel::ConfigChange &change)
{
    const auto value = [](const QByteArray &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(text));
    };
    return {{u"symbol"_s, QString::fromUtf8(change.symbol)},
            {u"before"_s, value(change.before)},
            {u"after"_s, value(change.after)}};
}

Result<void> printDrift(const conductor::Ledger &ledger, const history::ObjectId &revision, const Options &options)
{
    const auto before = otherRevision(ledger.state(), revision, options.against);
    if (!before) {
        return std::unexpected(before.error());
    }
    const auto changes = textOf(ledger, *before).and_then([&](const QByteArray &first) {
        return textOf(ledger, revision).and_then([&first](const QByteArray &second) {
            return kernel::configChanges(first, second);
        });
    });
    if (!changes) {
        return std::unexpected(changes.error());
    }
    if (options.json) {
        for (const kernel::ConfigChange &change : *changes) {
            printJson(json(change));
        }
    } else {
        printLine(exchange::driftText(ledger.state(), {*before, revision, *changes}).trimmed());
    }
    return {};
}

Result<void> printConfig(const Options &options)
{
    const auto ledger = conductor::Ledger::open(pathFrom(options.file), session::Journal::Access::Read);
    if (!ledger) {
        return std::unexpected(ledger.error());
    }
    const auto revision = builtRevision(ledger->state(), options.revision);
    if (!revision) {
        return std::unexpected(revision.error());
    }
    if (!options.whole) {
        return printDrift(*ledger, *revision, options);
    }
    const auto text = textOf(*ledger, *revision);
    if (!text) {
        return std::unexpected(text.error());
    }
    std::fwrite(text->constData(), 1, std::size_t(text->size()), stdout);
    return {};
}

} // namespace

void addConfigCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command =
        program.add_subcommand("config", "Print how the config of a tested revision differs from another one's");
    command->add_option("FILE", options->file, "Session file")->required()->type_name("");
    command->add_option("REVISION", options->revision, "Commit, tag or branch of the session")
        ->required()
        ->type_name("");
    auto *against = command
                        ->add_option("--against", options->against,
                                     "Compare with this revision, not with the one that was built before")
                        ->type_name("REVISION");
    auto *json = command->add_flag("--json", options->json, "Print a JSON object for each symbol");
    command->add_flag("--whole", options->whole, "Print the .config itself")->excludes(against)->excludes(json);
    command->callback([=, &action] {
        action = [=]() -> int {
            const CoreProgram core(arguments);
            const auto printed = printConfig(*options);
            return !printed ? printError(printed.error()) : std::fflush(stdout) == 0 ? Done : FailedOutside;
        };
    });
}

} // namespace culprit::app
