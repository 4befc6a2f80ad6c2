// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/session/integrity.h"
#include "engine/session/salvage.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    std::string target;
    bool json = false;
};

QString counted(qint64 count, const QString &thing)
{
    return count == 1 ? u"1 "_s + thing : u"%1 %2s"_s.arg(count).arg(thing);
}

int check(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const QString path = pathFrom(options.file);
    const auto integrity = session::checkSession(path);
    if (!integrity) {
        return printError(integrity.error());
    }
    const QString lost = session::spansText(integrity->lost);
    if (options.json) {
        printJson({{u"session"_s, path},
                   {u"sound"_s, integrity->isSound()},
                   {u"events"_s, integrity->events},
                   {u"logs"_s, integrity->logs},
                   {u"lost"_s, lost},
                   {u"faults"_s, QJsonArray::fromStringList(integrity->faults)}});
    } else if (integrity->isSound()) {
        printLine(u"sound: %1, %2"_s.arg(counted(integrity->events, u"event"_s), counted(integrity->logs, u"log"_s)) +
                  (lost.isEmpty() ? QString() : u" (events %1 were lost before it was salvaged)"_s.arg(lost)));
    } else {
        for (const QString &fault : integrity->faults) {
            printLine(fault);
        }
    }
    return integrity->isSound() ? Done : Inconclusive;
}

QString lineFor(const session::LostPart &part)
{
    const QString log = QString::number(part.log.value);
    return part.to ? u"missing: log %1, bytes %2 to %3"_s.arg(log).arg(part.from).arg(*part.to - 1)
                   : u"missing: log %1, from byte %2 to its end"_s.arg(log).arg(part.from);
}

int salvage(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const auto salvaged = session::salvageSession(pathFrom(options.file), pathFrom(options.target));
    if (!salvaged) {
        return printError(salvaged.error());
    }
    printLine(u"saved: %1, %2, %3"_s.arg(counted(salvaged->events, u"event"_s), counted(salvaged->logs, u"log"_s),
                                         counted(salvaged->commitTexts, u"commit text"_s)));
    for (const session::EventSpan &span : salvaged->missingEvents) {
        printLine(span.first == span.last ? u"missing: event %1"_s.arg(span.first)
                                          : u"missing: events %1 to %2"_s.arg(span.first).arg(span.last));
    }
    for (const session::LostPart &part : salvaged->lostParts) {
        printLine(lineFor(part));
    }
    for (const QString &note : salvaged->notes) {
        printLine(u"missing: "_s + note);
    }
    return salvaged->isWhole() ? Done : Inconclusive;
}

} // namespace

void addSalvageCommands(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();

    CLI::App *checkCommand = program.add_subcommand("check", "Say whether a session file is whole");
    checkCommand->add_option("FILE", options->file, "Session file")->required()->type_name("");
    checkCommand->add_flag("--json", options->json, "Print the answer as one JSON object");
    checkCommand->callback([=, &action] { action = [=] { return check(arguments, *options); }; });

    CLI::App *salvageCommand =
        program.add_subcommand("salvage", "Save what can still be read of a damaged session file");
    salvageCommand->add_option("FILE", options->file, "Damaged session file; it is not changed")
        ->required()
        ->type_name("");
    salvageCommand
        ->add_option("-o,--output", options->target, "Session file to make; an existing one is not overwritten")
        ->required()
        ->type_name("NEW");
    salvageCommand->callback([=, &action] { action = [=] { return salvage(arguments, *options); }; });
}

} // namespace culprit::app
