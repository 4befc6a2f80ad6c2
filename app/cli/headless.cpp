// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/headless.h"

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "engine/conductor/mergeculprit.h"

#include <QDateTime>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using conductor::SnapshotPtr;

namespace
{

/// What makes a new line of the log: where the search knows doubt, its figures change with each run.
QString stepOf(const conductor::Plan &plan)
{
    return plan.doubt ? conductor::word(plan.phase) + QString::fromStdString(plan.revision.hex()) : plan.reason;
}

/// "38 candidates between v6.13 (bad) and v6.12 (good)"
QString searchText(const session::SessionState &state)
{
    const QString bad = state.nameOf(state.created.bad);
    if (state.seeksGoodEnd()) {
        const auto count = state.created.releases.size();
        return (count == 1 ? u"%1 release before %2 (bad) is tried for a good end"_s
                           : u"%1 releases before %2 (bad) are tried until one is good"_s)
            .arg(count)
            .arg(bad);
    }
    return u"%1 candidates between %2 (bad) and %3 (good)"_s.arg(
        QString::number(state.range->commits.size()), bad,
        state.created.goods.isEmpty() ? QString() : state.nameOf(state.created.goods.first()));
}

} // namespace

Headless::Headless(conductor::Engine &engine, bool json, QObject *parent)
    : QObject(parent), m_engine(engine), m_json(json)
{
    connect(&m_engine, &conductor::Engine::opened, this, &Headless::begin);
    connect(&m_engine, &conductor::Engine::failed, this, &Headless::fail);
    connect(&m_engine, &conductor::Engine::changed, this, qOverload<const SnapshotPtr &>(&Headless::show));
    connect(&m_engine, &conductor::Engine::eventAppended, this, qOverload<const session::Event &>(&Headless::show));
    connect(&m_engine, &conductor::Engine::stopped, this, &Headless::end);
}

int Headless::runNew(const session::Setup &setup, const QString &sessionFile)
{
    m_path = sessionFile;
    m_engine.create(setup, sessionFile);
    return exec();
}

int Headless::resume(const QString &sessionFile)
{
    m_path = sessionFile;
    m_engine.open(sessionFile, session::Journal::Access::Write);
    return exec();
}

int Headless::exec()
{
    QEventLoop loop;
    connect(this, &Headless::finished, &loop, &QEventLoop::quit);
    const Interrupt interrupt([this] {
        m_interrupted = true;
        m_engine.stopNow();
        if (!m_started) {
            Q_EMIT finished();
        }
    });
    loop.exec();
    return m_status;
}

void Headless::begin()
{
    m_started = true;
    if (!m_json) {
        printLine(u"session %1: %2"_s.arg(m_path, searchText(*m_engine.snapshot()->state)));
    }
    m_engine.start();
}

void Headless::show(const SnapshotPtr &snapshot)
{
    m_progress.show(*snapshot);
    const conductor::Plan &plan = *snapshot->plan;
    const bool isStep =
        plan.action != conductor::Plan::Action::Finished && plan.action != conductor::Plan::Action::NeedsPerson;
    if (!m_json && isStep && stepOf(plan) != m_lastStep) {
        m_lastStep = stepOf(plan);
        m_progress.clear();
        printLine(planLine(*snapshot));
    }
}

void Headless::show(const session::Event &event)
{
    m_progress.clear();
    if (m_json) {
        QJsonObject object = QJsonDocument::fromJson(session::toJson(event.payload)).object();
        object[u"event"_s] = qint64(event.seq.value);
        object[u"time"_s] = event.time;
        object[u"kind"_s] = session::kindOf(event.payload);
        printJson(object);
    } else {
        printLine(u"  "_s + session::describe(event.payload));
    }
}

void Headless::end(const QString &reason)
{
    m_progress.clear();
    const SnapshotPtr snapshot = m_engine.snapshot();
    m_status = m_error ? printError(*m_error) : statusOf(*snapshot->plan);
    if (m_json) {
        QJsonObject result = planJson(*snapshot->plan);
        result[u"kind"_s] = u"result"_s;
        result[u"session"_s] = m_path;
        result[u"reason"_s] = reason;
        printJson(result);
    } else if (snapshot->plan->action == conductor::Plan::Action::Finished) {
        printLine({});
        printLine(reportText(*snapshot));
        if (conductor::endsWithMerge(*snapshot->state, *snapshot->plan)) {
            printLine(u"To find the commit behind the merge: culprit followup %1 -o SETUP.toml"_s.arg(m_path));
        }
    } else if (!m_error) {
        printLine(reason);
    }
    if (snapshot->plan->action != conductor::Plan::Action::Finished && !m_json) {
        printLine(u"To go on: culprit resume %1"_s.arg(m_path));
    }
    Q_EMIT finished();
}

void Headless::fail(const Error &error)
{
    m_error = error;
    if (!m_started) {
        m_progress.clear();
        m_status = printError(error);
        Q_EMIT finished();
    }
}

} // namespace culprit::app
