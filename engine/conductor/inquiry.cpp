// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/inquiry.h"

#include "engine/conductor/onworker.h"
#include "engine/conductor/recipientfinder.h"
#include "engine/conductor/reportreader.h"
#include "engine/conductor/weigher.h"
#include "engine/conductor/workshop.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

Q_LOGGING_CATEGORY(logInquiry, "culprit.inquiry", QtInfoMsg)

namespace
{

constexpr int mostReadOfTitle = 3; ///< of one revision: more reports of the same crash say the same

/// The next report that is worth reading: of a crash whose kernel is at hand.
std::optional<ReadingTask> nextReading(const session::SessionState &state, const Workshop &workshop,
                                       const QSet<qint64> &read)
{
    for (const session::ObjectId &id : state.order) {
        std::map<QString, int> known;
        for (const RunId run : state.revisions.at(id).runs) {
            const session::RunState &crash = state.runs.at(run);
            if (!crash.ended || crash.ended->report.isEmpty()) {
                continue;
            }
            if (crash.read || read.contains(run.value)) {
                ++known[crash.ended->title];
            } else if (known[crash.ended->title] < mostReadOfTitle && workshop.imageOf(id)) {
                return ReadingTask{run, crash.ended->report, workshop.vmlinuxOf(id), workshop.sourcesOf(id)};
            }
        }
    }
    return std::nullopt;
}

} // namespace

Inquiry::Inquiry(QObject *parent) : QObject(parent), m_reader(std::make_shared<ReportReader>()) {}

Inquiry::~Inquiry()
{
    stop();
}

bool Inquiry::isBusy() const
{
    return m_reading || m_finder != nullptr;
}

QString Inquiry::subject() const
{
    return m_finder ? u"asking who should hear of the culprit"_s : m_reading ? u"reading the crashes"_s : QString();
}

void Inquiry::stop()
{
    m_stop.request_stop();
    m_finder.reset();
}

void Inquiry::pursue(const session::SessionState &state, const Workshop &workshop,
                     const std::optional<session::ObjectId> &culprit)
{
    if (!culprit) {
        weigh(state, workshop);
    }
    read(state, workshop);
    if (culprit && !m_reading) {
        findRecipients(state, *culprit);
    }
}

void Inquiry::answer(const std::optional<session::Payload> &fact)
{
    if (!m_stop.stop_requested()) {
        Q_EMIT answered(fact);
    }
}

/// Once it is known what crashes.
void Inquiry::weigh(const session::SessionState &state, const Workshop &workshop)
{
    auto task = m_weighed == state.range ? std::nullopt : weighingTask(state, workshop.sourcesOf(state.created.bad));
    if (!task) {
        return;
    }
    m_weighed = state.range;
    onWorker(
        this, [task = std::move(*task), stop = m_stop.get_token()] { return weighCommits(task, stop); },
        [this, range = state.range](const Result<session::CommitsWeighed> &weighed) {
            if (m_weighed != range) {
                return; // another good end was found meanwhile
            }
            if (weighed) {
                answer(*weighed);
            } else if (!m_stop.stop_requested()) {
                qCWarning(logInquiry, "The commits are not weighed: %s", weighed.error().message.c_str());
            }
        });
}

void Inquiry::read(const session::SessionState &state, const Workshop &workshop)
{
    auto task = m_reading ? std::nullopt : nextReading(state, workshop, m_read);
    if (!task) {
        return;
    }
    m_reading = true;
    m_read.insert(task->run.value);
    onWorker(
        this, [reader = m_reader, task = std::move(*task)] { return reader->read(task); },
        [this](const std::optional<session::ReportRead> &read) {
            m_reading = false;
            answer(read ? std::optional<session::Payload>(*read) : std::nullopt);
        });
}

void Inquiry::findRecipients(const session::SessionState &state, const session::ObjectId &culprit)
{
    const bool known = state.recipients && state.recipients->culprit == culprit;
    if (known || m_finder || m_askedFor == culprit) {
        return;
    }
    m_askedFor = culprit;
    m_finder = std::make_unique<RecipientFinder>(state, culprit);
    connect(m_finder.get(), &RecipientFinder::found, this, [this](const session::RecipientsFound &found) {
        m_finder.release()->deleteLater();
        answer(found);
    });
    m_finder->start();
}

} // namespace culprit::conductor
