// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using conductor::Plan;

void printLine(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void printJson(const QJsonObject &object)
{
    printLine(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

int printError(const Error &error)
{
    std::fprintf(stderr, "culprit: %s\n", error.message.c_str());
    return error.kind == Error::Kind::Use ? WrongUse : FailedOutside;
}

QString planLines(const session::SessionState &state, const Plan &plan)
{
    switch (plan.action) {
    case Plan::Action::Test:
        return u"next: %1, %n. %2"_s.arg(state.nameOf(plan.revision), plan.reason)
            .replace(u"%n"_s, plan.runsMissing == 1 ? u"1 run"_s : u"%1 runs"_s.arg(plan.runsMissing));
    case Plan::Action::ReadRange:
    case Plan::Action::MakeRevert:
        return u"next: %1"_s.arg(plan.reason);
    case Plan::Action::Finished:
        return u"finished: %1"_s.arg(plan.reason);
    case Plan::Action::NeedsPerson:
        return u"waiting: %1"_s.arg(plan.reason);
    }
    return {};
}

QJsonObject planJson(const Plan &plan)
{
    QJsonArray candidates;
    for (const history::ObjectId &id : plan.candidates) {
        candidates.append(QString::fromStdString(id.hex()));
    }
    QJsonObject object{
        {u"phase"_s, conductor::word(plan.phase)}, {u"reason"_s, plan.reason}, {u"candidates"_s, candidates},
        {u"remaining"_s, qint64(plan.remaining)},  {u"steps"_s, plan.steps},   {u"confirmed"_s, plan.confirmed}};
    switch (plan.action) {
    case Plan::Action::Test:
        object[u"action"_s] = u"test"_s;
        object[u"commit"_s] = QString::fromStdString(plan.revision.hex());
        object[u"runs"_s] = plan.runsMissing;
        break;
    case Plan::Action::ReadRange:
        object[u"action"_s] = u"read-range"_s;
        object[u"commit"_s] = QString::fromStdString(plan.revision.hex());
        break;
    case Plan::Action::MakeRevert:
        object[u"action"_s] = u"make-revert"_s;
        object[u"commit"_s] = QString::fromStdString(plan.revision.hex());
        break;
    case Plan::Action::Finished:
        object[u"action"_s] = u"finished"_s;
        break;
    case Plan::Action::NeedsPerson:
        object[u"action"_s] = u"needs-person"_s;
        break;
    }
    object[u"culprit"_s] = plan.culprit ? QJsonValue(QString::fromStdString(plan.culprit->hex())) : QJsonValue();
    return object;
}

int statusOf(const Plan &plan)
{
    return plan.action == Plan::Action::Finished && plan.culprit && plan.confirmed ? Done : Inconclusive;
}

} // namespace culprit::app
