// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/conductor/comparison.h"
#include "engine/conductor/ledger.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string first;
    std::string second;
    bool json = false;
};

using conductor::ComparedAnswer;
using conductor::ComparedSide;
using conductor::Comparison;

QString hex(const history::ObjectId &id)
{
    return QString::fromStdString(id.hex());
}

QJsonObject json(const ComparedAnswer &answer)
{
    QJsonArray candidates;
    for (const history::ObjectId &id : answer.candidates) {
        candidates.append(hex(id));
    }
    return {{u"culprit"_s, answer.culprit ? QJsonValue(hex(*answer.culprit)) : QJsonValue()},
            {u"confirmed"_s, answer.confirmed},
            {u"candidates"_s, candidates}};
}

QJsonObject json(const ComparedSide &side)
{
    QJsonObject titles;
    for (const auto &[title, runs] : side.titles) {
        titles[title] = runs;
    }
    return {{u"verdict"_s, session::word(side.verdict)},
            {u"judged"_s, side.isJudged},
            {u"told"_s, side.isTold},
            {u"hits"_s, side.tally.target},
            {u"runs"_s, side.tally.ended()},
            {u"titles"_s, titles},
            {u"build"_s, side.build ? QJsonValue(session::word(side.build->outcome)) : QJsonValue()}};
}

QJsonObject json(const Comparison &comparison)
{
    QJsonArray settings;
    for (const session::SettingDifference &setting : comparison.settings) {
        settings.append(
            QJsonObject{{u"key"_s, setting.key}, {u"first"_s, setting.first}, {u"second"_s, setting.second}});
    }
    QJsonArray revisions;
    for (const conductor::ComparedRevision &revision : comparison.revisions) {
        revisions.append(QJsonObject{{u"commit"_s, hex(revision.revision)},
                                     {u"first"_s, json(revision.first)},
                                     {u"second"_s, json(revision.second)},
                                     {u"differs"_s, revision.differs},
                                     {u"reason"_s, revision.reason}});
    }
    return {{u"sameAnswer"_s, comparison.sameAnswer},
            {u"first"_s, json(comparison.first)},
            {u"second"_s, json(comparison.second)},
            {u"parting"_s, comparison.parting ? QJsonValue(hex(*comparison.parting)) : QJsonValue()},
            {u"howTheyPart"_s, comparison.howTheyPart},
            {u"settings"_s, settings},
            {u"revisions"_s, revisions}};
}

int compare(const Options &options)
{
    const QString firstPath = pathFrom(options.first);
    const QString secondPath = pathFrom(options.second);
    const auto first = conductor::Ledger::open(firstPath, session::Journal::Access::Read);
    if (!first) {
        return printError(first.error());
    }
    const auto second = conductor::Ledger::open(secondPath, session::Journal::Access::Read);
    if (!second) {
        return printError(second.error());
    }
    const Comparison comparison = conductor::comparisonOf(first->state(), second->state());
    if (options.json) {
        printJson(json(comparison));
    } else {
        printLine(conductor::comparisonText(comparison, first->state(), second->state(),
                                            {QFileInfo(firstPath).fileName(), QFileInfo(secondPath).fileName()})
                      .chopped(1));
    }
    return comparison.sameAnswer ? Done : Inconclusive;
}

} // namespace

void addCompareCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("compare", "Say where two sessions differ, and why");
    command->add_option("FIRST", options->first, "Session file")->required()->type_name("");
    command->add_option("SECOND", options->second, "Session file of the same bug")->required()->type_name("");
    command->add_flag("--json", options->json, "Print an object");
    command->callback([=, &action] {
        action = [=] {
            const CoreProgram core(arguments);
            return compare(*options);
        };
    });
}

} // namespace culprit::app
