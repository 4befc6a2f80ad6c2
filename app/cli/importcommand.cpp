// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/logimport.h"
#include "engine/conductor/ledger.h"
#include "engine/exchange/logaudit.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string log;
    std::string session;
    std::string repo;
    bool json = false;
};

qint64 testedRevisions(const session::SessionState &state)
{
    return std::ranges::count_if(state.revisions, [](const auto &item) { return !item.second.runs.empty(); });
}

void printSummary(const session::SessionState &state, const QString &path)
{
    const auto inferred = std::ranges::count_if(
        state.runs, [](const auto &item) { return item.second.ended && item.second.ended->inferred; });
    printLine(u"%1: %2 revisions with %3 runs, %4 of them inferred"_s.arg(path)
                  .arg(testedRevisions(state))
                  .arg(state.runs.size())
                  .arg(inferred));
    if (state.imported) {
        printLine(exchange::logReport(state).trimmed());
    }
    printLine(planLines(state, conductor::planFor(state)));
}

int import(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const QString path = pathFrom(options.session);
    if (QFileInfo::exists(path)) {
        return printError(Error{Error::Kind::Use, path.toStdString() + " exists already: choose another name."});
    }
    const QString log = options.log == "-" ? u"-"_s : pathFrom(options.log);
    const QString repo = options.repo.empty() ? QString() : pathFrom(options.repo);
    if (const auto imported = importLog(log, repo, path); !imported) {
        return printError(imported.error());
    }
    const auto ledger = conductor::Ledger::open(path, session::Journal::Access::Read);
    if (!ledger) {
        return printError(ledger.error());
    }
    const session::SessionState &state = ledger->state();
    if (!options.json) {
        printSummary(state, path);
        return Done;
    }
    QJsonObject object = state.imported ? exchange::logJson(state) : QJsonObject();
    object.insert(u"session"_s, path);
    object.insert(u"revisions"_s, testedRevisions(state));
    object.insert(u"runs"_s, qint64(state.runs.size()));
    object.insert(u"plan"_s, planJson(conductor::planFor(state)));
    printJson(object);
    return Done;
}

} // namespace

void addImportCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand(
        "import",
        "Make a session of a syzbot bisection log, of what \"git bisect log\" prints or of what \"culprit pack\" "
        "wrote");
    command->add_option("LOG", options->log, "The log or the archive; - for standard input, a log only")
        ->required()
        ->type_name("");
    command->add_option("-o,--output", options->session, "Session file to make; an existing one is not overwritten")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--repo", options->repo,
                     "Kernel tree, for the true range; without it only the commits that the log names are known")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "Print the summary as one JSON object");
    command->callback([=, &action] { action = [=] { return import(arguments, *options); }; });
}

} // namespace culprit::app
