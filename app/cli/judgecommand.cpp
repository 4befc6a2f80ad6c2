// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/cli/revisions.h"
#include "engine/conductor/ledger.h"
#include "engine/session/subrange.h"

#include <CLI/CLI.hpp>

#include <QProcessEnvironment>

#include <functional>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    std::string revision;
    std::string verdict;
    qint64 run = 0;
    std::string outcome;
    std::string title;
    std::string relevance;
    std::string note;
    int odds = 0;
    int runs = 0;
    bool undo = false;
    bool json = false;
};

QString text(const std::string &argument)
{
    return QString::fromLocal8Bit(argument.c_str());
}

QString author()
{
    return QProcessEnvironment::systemEnvironment().value(u"USER"_s);
}

/// "auto" takes a judgement back; nullopt inside the result then.
template <class Value>
Result<std::optional<Value>> valueFrom(const std::string &word,
                                       const std::function<std::optional<Value>(QStringView)> &parse,
                                       const std::string &known)
{
    if (word == "auto") {
        return std::optional<Value>();
    }
    const std::optional<Value> value = parse(text(word));
    if (!value) {
        return wrongUse("\"" + word + "\" is not one of " + known + ".");
    }
    return value;
}

Result<std::optional<session::Verdict>> verdictFrom(const session::Setup::Kernel &kernel, const std::string &word)
{
    const std::string own =
        kernel.terms.isOwn() ? (kernel.terms.older + u", "_s + kernel.terms.newer + u", "_s).toStdString() : "";
    return valueFrom<session::Verdict>(
        word, [&kernel](QStringView said) { return kernel.verdict(said); }, own + "good, bad, skip, auto");
}

/// "A..B": the commits that B contains and A does not.
Result<session::Payload> skippedRange(const session::SessionState &state, const Options &options, qsizetype dots)
{
    const QString range = text(options.revision);
    if (state.setup().kernel.verdict(text(options.verdict)) != session::Verdict::Skip || options.odds > 0) {
        return wrongUse("A range can only be skipped: take --verdict skip, or name one revision.");
    }
    const auto older = revisionIn(state, range.first(dots));
    const auto newer = revisionIn(state, range.sliced(dots + 2));
    if (!older || !newer) {
        return std::unexpected((older ? newer : older).error());
    }
    const QList<session::ObjectId> skipped = session::skippable(state, session::commitsBetween(state, *older, *newer));
    if (skipped.isEmpty()) {
        return wrongUse("Nothing in \"" + options.revision +
                        "\" could be skipped: the session has no commit there that "
                        "is not tested, judged or an end.");
    }
    if (skipped.size() > session::RangeSkipped::mostRevisions) {
        return wrongUse("\"" + options.revision + "\" has " + std::to_string(skipped.size()) +
                        " commits, and at most " + std::to_string(session::RangeSkipped::mostRevisions) +
                        " can be skipped at once.");
    }
    return session::RangeSkipped{range, skipped, text(options.note), author()};
}

Result<session::Payload> judgementFrom(const session::SessionState &state, const Options &options)
{
    const QString note = text(options.note);
    if (options.undo) {
        if (!state.undoable) {
            return wrongUse("There is no judgement to undo.");
        }
        return session::Undone{*state.undoable, author()};
    }
    if (const qsizetype dots = text(options.revision).indexOf(u".."); dots >= 0) {
        return skippedRange(state, options, dots);
    }
    if (options.runs > 0) {
        return revisionIn(state, text(options.revision))
            .transform([&](const session::ObjectId &id) -> session::Payload {
                return session::RetestAsked{id, options.runs, note, author()};
            });
    }
    if (!options.revision.empty()) {
        const auto revision = revisionIn(state, text(options.revision));
        const auto verdict = verdictFrom(state.setup().kernel, options.verdict);
        if (!revision) {
            return std::unexpected(revision.error());
        }
        if (!verdict) {
            return std::unexpected(verdict.error());
        }
        const bool weighs = *verdict == session::Verdict::Good || *verdict == session::Verdict::Bad;
        if (options.odds > 0 && !weighs) {
            return wrongUse("--odds goes with the verdicts good and bad only.");
        }
        if (options.odds > 0 && state.setup().search.strategy == session::Strategy::Halving) {
            return wrongUse("The session searches by halving, which believes each verdict: leave --odds out.");
        }
        return session::VerdictJudged{*revision, *verdict, note, author(), options.odds};
    }
    if (options.run != 0) {
        const auto outcome =
            valueFrom<session::Outcome>(options.outcome, &session::outcomeFromWord,
                                        "ok, crashed, boot failed, test failed, infrastructure failed, auto");
        if (!state.runs.contains(RunId{options.run})) {
            return wrongUse("The session has no run " + std::to_string(options.run) +
                            ": \"culprit show FILE\" lists its runs.");
        }
        if (!outcome) {
            return std::unexpected(outcome.error());
        }
        return session::OutcomeJudged{RunId{options.run}, *outcome, note, author()};
    }
    if (!state.titles.contains(text(options.title))) {
        return wrongUse("No run of the session has the title \"" + options.title +
                        "\": \"culprit show FILE\" lists its titles.");
    }
    const auto relevance = valueFrom<session::Relevance>(options.relevance, &session::relevanceFromWord,
                                                         "target, unrelated, undecided, auto");
    if (!relevance) {
        return std::unexpected(relevance.error());
    }
    return session::TitleJudged{text(options.title), *relevance, note, author()};
}

int judge(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    auto ledger = conductor::Ledger::open(pathFrom(options.file), session::Journal::Access::Write);
    if (!ledger) {
        return printError(ledger.error());
    }
    const auto judgement = judgementFrom(ledger->state(), options);
    if (!judgement) {
        return printError(judgement.error());
    }
    const conductor::Preview preview = conductor::previewOf(ledger->state(), *judgement);
    if (const auto event = ledger->append(*judgement); !event) {
        return printError(event.error());
    }
    const conductor::Plan plan = conductor::planFor(ledger->state());
    if (options.json) {
        printJson(planJson(plan));
        return Done;
    }
    printLine(preview.text);
    for (const QString &conflict : preview.conflicts) {
        printLine(u"conflict: %1"_s.arg(conflict));
    }
    printLine(planLines(ledger->state(), plan));
    return Done;
}

} // namespace

void addJudgeCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command =
        program.add_subcommand("judge", "Overrule a verdict, an outcome or a title, and print what the plan is now");
    command->add_option("FILE", options->file, "Session file")->required()->type_name("");
    auto *what = command->add_option_group("what", "what is judged")->require_option(1);
    auto *revision = what->add_option("--revision", options->revision,
                                      "Commit, tag or branch of the session; to skip, also a range A..B of them")
                         ->type_name("C");
    auto *run = what->add_option("--run", options->run, "Number of a run")->type_name("N");
    auto *title = what->add_option("--title", options->title, "Crash title")->type_name("T");
    what->add_flag("--undo", options->undo, "Take the latest judgement back");
    command
        ->add_option("--verdict", options->verdict,
                     "good, bad or the session's own terms, skip, or auto for the program's own")
        ->type_name("V")
        ->needs(revision);
    command->add_option("--runs", options->runs, "So many more runs of the revision, before anything else is tested")
        ->type_name("N")
        ->check(CLI::Range(1, 10'000))
        ->needs(revision)
        ->excludes("--verdict");
    command
        ->add_option("--odds", options->odds,
                     "You only think so, and are right N times out of N + 1: it counts as evidence beside the runs")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000))
        ->needs(revision);
    command->add_option("--outcome", options->outcome, "ok, crashed, \"boot failed\", ..., or auto")
        ->type_name("O")
        ->needs(run);
    command->add_option("--relevance", options->relevance, "target, unrelated, undecided, or auto")
        ->type_name("R")
        ->needs(title);
    command->add_option("--note", options->note, "Why")->type_name("TEXT");
    command->add_flag("--json", options->json, "Print the plan as JSON");
    command->callback([=, &action] {
        const auto missing = [](const std::string &value, const char *option) {
            if (value.empty()) {
                throw CLI::RequiredError(option);
            }
        };
        if (!options->revision.empty() && options->runs == 0) {
            missing(options->verdict, "--verdict");
        } else if (options->run != 0) {
            missing(options->outcome, "--outcome");
        } else if (!options->title.empty()) {
            missing(options->relevance, "--relevance");
        }
        action = [=] { return judge(arguments, *options); };
    });
}

} // namespace culprit::app
