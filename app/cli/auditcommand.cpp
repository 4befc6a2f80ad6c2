// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/conductor/audit.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/planparts.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string file;
    bool json = false;
};

using conductor::Audit;
using conductor::VerdictAudit;

QString commitText(const history::ObjectId &id)
{
    return QString::fromStdString(id.shortHex());
}

QJsonValue chanceJson(std::optional<double> chance)
{
    return chance ? QJsonValue(*chance) : QJsonValue();
}

QJsonObject json(const Audit &audit)
{
    QJsonArray answer;
    for (const history::ObjectId &id : audit.answer) {
        answer.append(QString::fromStdString(id.hex()));
    }
    QJsonArray verdicts;
    for (const VerdictAudit &verdict : audit.verdicts) {
        verdicts.append(QJsonObject{{u"commit"_s, QString::fromStdString(verdict.revision.hex())},
                                    {u"verdict"_s, session::word(verdict.verdict)},
                                    {u"judged"_s, verdict.isJudged},
                                    {u"told"_s, verdict.isTold},
                                    {u"inferred"_s, verdict.isInferred},
                                    {u"support"_s, chanceJson(verdict.support)},
                                    {u"byOthers"_s, chanceJson(verdict.byOthers)},
                                    {u"answerWithout"_s, chanceJson(verdict.answerWithout)},
                                    {u"sentence"_s, verdict.sentence},
                                    {u"remedy"_s, verdict.remedy}});
    }
    QJsonArray others;
    for (const conductor::RulesAudit &rules : audit.others) {
        QStringList words;
        std::ranges::transform(rules.verdicts, std::back_inserter(words),
                               [](session::Verdict verdict) { return session::word(verdict); });
        others.append(QJsonObject{
            {u"rules"_s, session::word(rules.rules)},
            {u"verdicts"_s, QJsonArray::fromStringList(words)},
            {u"culprit"_s, rules.culprit ? QJsonValue(QString::fromStdString(rules.culprit->hex())) : QJsonValue()},
            {u"sentence"_s, rules.sentence}});
    }
    return {{u"answer"_s, answer}, {u"chance"_s, audit.chance}, {u"verdicts"_s, verdicts}, {u"others"_s, others}};
}

QString supportText(const VerdictAudit &verdict)
{
    return verdict.support ? u"right with "_s + conductor::percentText(*verdict.support) : u"not weighed"_s;
}

/// Who says so.
QString sourceText(const VerdictAudit &verdict)
{
    const QString source = verdict.isJudged ? u"judged"_s : verdict.isTold ? u"the log"_s : u"by runs"_s;
    return verdict.isInferred ? source + u", inferred"_s : source;
}

void print(const session::SessionState &state, const Audit &audit)
{
    QStringList names;
    std::ranges::transform(audit.answer, std::back_inserter(names),
                           [&](const history::ObjectId &id) { return state.nameOf(id); });
    printLine(names.isEmpty() ? u"Sure judgements exclude each other: there is no answer."_s
                              : u"By all runs the likeliest: %1, with %2"_s.arg(names.join(u", "_s),
                                                                                conductor::percentText(audit.chance)));
    printLine(u"\nVerdicts, the weakest first"_s);
    for (const VerdictAudit &verdict : audit.verdicts) {
        printLine(u"%1  %2 (%3), %4"_s.arg(commitText(verdict.revision), session::word(verdict.verdict),
                                           sourceText(verdict), supportText(verdict)));
        for (const QString &sentence : {verdict.sentence, verdict.remedy}) {
            if (!sentence.isEmpty()) {
                printLine(u"    "_s + sentence);
            }
        }
    }
    printLine(u"\nThe same runs by other rules"_s);
    for (const conductor::RulesAudit &rules : audit.others) {
        printLine(u"%1 %2"_s.arg(session::word(rules.rules), rules.sentence));
        for (std::size_t i = 0; i < audit.verdicts.size(); ++i) {
            const session::RevisionState *revision = state.revision(audit.verdicts[i].revision);
            if (rules.verdicts[i] != revision->verdict()) {
                printLine(u"    %1  %2, here %3"_s.arg(commitText(revision->id), session::word(rules.verdicts[i]),
                                                       session::word(revision->verdict())));
            }
        }
    }
}

int printAudit(const Options &options)
{
    const auto ledger = conductor::Ledger::open(pathFrom(options.file), session::Journal::Access::Read);
    if (!ledger) {
        return printError(ledger.error());
    }
    const auto audit = conductor::auditOf(ledger->state());
    if (!audit) {
        return printError(Error{Error::Kind::Outside,
                                "The session's range is empty or too large to be weighed: it cannot be audited."});
    }
    if (options.json) {
        printJson(json(*audit));
    } else {
        print(ledger->state(), *audit);
    }
    return Done;
}

} // namespace

void addAuditCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("audit", "Print how sure each verdict is and what hangs on it");
    command->add_option("FILE", options->file, "Session file")->required()->type_name("");
    command->add_flag("--json", options->json, "Print an object");
    command->callback([=, &action] {
        action = [=] {
            const CoreProgram core(arguments);
            return printAudit(*options);
        };
    });
}

} // namespace culprit::app
