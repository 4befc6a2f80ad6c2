// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/exporter.h"
#include "engine/exchange/facts.h"
#include "engine/exchange/logaudit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace culprit::exchange
{

namespace
{

QJsonObject json(const session::Tally &tally)
{
    return {{QStringLiteral("target"), tally.target}, {QStringLiteral("ok"), tally.ok},
            {QStringLiteral("other"), tally.other},   {QStringLiteral("boot"), tally.boot},
            {QStringLiteral("infra"), tally.infra},   {QStringLiteral("running"), tally.running}};
}

template <class Judged>
QJsonValue judgedWord(const Judged &judged)
{
    return judged ? QJsonValue(session::word(*judged)) : QJsonValue();
}

QJsonObject json(const SessionState &state, const RevisionState &revision)
{
    QJsonArray runs;
    for (const RunId id : revision.runs) {
        runs.append(qint64{id.value});
    }
    QJsonArray builds;
    QStringList applied;
    for (const BuildId id : revision.builds) {
        builds.append(qint64{id.value});
        const session::BuildState &build = state.builds.at(id);
        applied += build.ended ? build.ended->applied : QStringList();
    }
    applied.removeDuplicates();
    return {
        {QStringLiteral("commit"), hexOf(revision.id)},
        {QStringLiteral("subject"), subjectOf(state, revision.id)},
        {QStringLiteral("verdict"), word(revision.verdict())},
        {QStringLiteral("automatic"), word(revision.automatic)},
        {QStringLiteral("judged"), judgedWord(revision.judged)},
        {QStringLiteral("thought"), revision.thought ? QJsonValue(word(revision.thought->verdict)) : QJsonValue()},
        {QStringLiteral("odds"), revision.thought ? QJsonValue(revision.thought->odds) : QJsonValue()},
        {QStringLiteral("told"), revision.told ? QJsonValue(word(revision.told->verdict)) : QJsonValue()},
        {QStringLiteral("reason"), revision.reason},
        {QStringLiteral("note"), revision.note},
        {QStringLiteral("runsWanted"), revision.runsWanted},
        {QStringLiteral("runsMissing"), revision.runsMissing},
        {QStringLiteral("tally"), json(revision.tally)},
        {QStringLiteral("builds"), builds},
        {QStringLiteral("applied"), QJsonArray::fromStringList(applied)},
        {QStringLiteral("runs"), runs},
    };
}

QJsonObject json(const session::TitleState &title)
{
    QJsonArray revisions;
    for (const ObjectId &id : title.revisions) {
        revisions.append(hexOf(id));
    }
    return {
        {QStringLiteral("title"), title.title},
        {QStringLiteral("type"), title.type},
        {QStringLiteral("alternatives"), QJsonArray::fromStringList(title.alternatives)},
        {QStringLiteral("relevance"), word(title.relevance())},
        {QStringLiteral("automatic"), word(title.automatic)},
        {QStringLiteral("judged"), judgedWord(title.judged)},
        {QStringLiteral("reason"), title.reason},
        {QStringLiteral("runs"), title.runs},
        {QStringLiteral("revisions"), revisions},
    };
}

QJsonObject json(const session::RunState &run)
{
    return {
        {QStringLiteral("run"), qint64{run.started.run.value}},
        {QStringLiteral("commit"), hexOf(run.started.revision)},
        {QStringLiteral("number"), run.number},
        {QStringLiteral("outcome"), word(run.outcome())},
        {QStringLiteral("automatic"), word(run.machineOutcome())},
        {QStringLiteral("judged"), judgedWord(run.judged)},
        {QStringLiteral("guilty"), run.read ? QJsonValue(run.read->guilty) : QJsonValue()},
        {QStringLiteral("inferred"), run.ended && run.ended->inferred},
    };
}

QJsonArray recipientsJson(const SessionState &state, const std::optional<ObjectId> &culprit)
{
    QJsonArray recipients;
    if (const session::RecipientsFound *found = recipientsOf(state, culprit)) {
        for (const auto &recipient : found->recipients) {
            recipients.append(
                QJsonObject{{QStringLiteral("field"), recipient.isCopied ? QStringLiteral("cc") : QStringLiteral("to")},
                            {QStringLiteral("address"), recipient.address},
                            {QStringLiteral("name"), recipient.name},
                            {QStringLiteral("reason"), recipient.reason}});
        }
    }
    return recipients;
}

QJsonValue revertJson(const SessionState &state, const std::optional<ObjectId> &culprit)
{
    const session::RevertMade *made = culprit ? state.revertOf(*culprit) : nullptr;
    if (made == nullptr) {
        return {};
    }
    const RevisionState *tested = state.revision(made->commit);
    return QJsonObject{
        {QStringLiteral("tip"), hexOf(made->tip)},
        {QStringLiteral("commit"), made->commit.isNull() ? QJsonValue() : QJsonValue(hexOf(made->commit))},
        {QStringLiteral("obstacle"), made->obstacle},
        {QStringLiteral("verdict"), word(tested == nullptr ? session::Verdict::Undecided : tested->verdict())}};
}

QJsonObject json(const SessionState &state, const Conclusion &conclusion)
{
    QJsonArray candidates;
    for (const ObjectId &id : conclusion.candidates) {
        candidates.append(hexOf(id));
    }
    return {
        {QStringLiteral("phase"), conclusion.phase},
        {QStringLiteral("reason"), conclusion.reason},
        {QStringLiteral("finished"), conclusion.finished},
        {QStringLiteral("culprit"), conclusion.culprit ? QJsonValue(hexOf(*conclusion.culprit)) : QJsonValue()},
        {QStringLiteral("confirmed"), conclusion.confirmed},
        {QStringLiteral("revert"), revertJson(state, conclusion.culprit)},
        {QStringLiteral("candidates"), candidates},
    };
}

QJsonObject json(const session::Event &event)
{
    return {
        {QStringLiteral("seq"), qint64{event.seq.value}},
        {QStringLiteral("time"), event.time},
        {QStringLiteral("kind"), kindOf(event.payload)},
        {QStringLiteral("payload"), QJsonDocument::fromJson(toJson(event.payload)).object()},
    };
}

} // namespace

QByteArray jsonExport(const Source &source)
{
    QJsonArray events;
    for (const session::Event &event : source.events) {
        events.append(json(event));
    }
    QJsonArray revisions;
    for (const RevisionState *revision : inOrder(source.state)) {
        revisions.append(json(source.state, *revision));
    }
    QJsonArray runs;
    for (const auto &[id, run] : source.state.runs) {
        runs.append(json(run));
    }
    QJsonArray titles;
    for (const auto &[name, title] : source.state.titles) {
        titles.append(json(title));
    }
    const QJsonObject object{
        {QStringLiteral("schema"), QStringLiteral("culprit-session/1")},
        {QStringLiteral("lastEvent"), qint64{source.state.last.value}},
        {QStringLiteral("flaky"), source.state.flaky},
        {QStringLiteral("imported"), source.state.imported ? QJsonValue(logJson(source.state)) : QJsonValue()},
        {QStringLiteral("conclusion"), json(source.state, source.conclusion)},
        {QStringLiteral("recipients"), recipientsJson(source.state, source.conclusion.culprit)},
        {QStringLiteral("revisions"), revisions},
        {QStringLiteral("runs"), runs},
        {QStringLiteral("titles"), titles},
        {QStringLiteral("events"), events},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace culprit::exchange
