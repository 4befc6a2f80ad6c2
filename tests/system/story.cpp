// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/story.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

Story::Story(const QList<QJsonObject> &events) : m_events(events)
{
    for (const QJsonObject &event : events) {
        const QString kind = event.value(u"kind"_s).toString();
        if (kind == u"build-started") {
            m_revisionOfBuild[event.value(u"build"_s).toInteger()] = event.value(u"revision"_s).toString();
        } else if (kind == u"run-started") {
            m_revisionOfRun[event.value(u"run"_s).toInteger()] = event.value(u"revision"_s).toString();
        }
    }
}

QList<QJsonObject> Story::all(const QString &kind) const
{
    QList<QJsonObject> found;
    std::ranges::copy_if(m_events, std::back_inserter(found),
                         [&](const QJsonObject &event) { return event.value(u"kind"_s) == kind; });
    return found;
}

QList<QJsonObject> Story::kernels() const
{
    QList<QJsonObject> found = all(u"build-ended"_s);
    found.removeIf([](const QJsonObject &build) { return build.value(u"outcome"_s) != u"built"_s; });
    return found;
}

QString Story::revisionOf(const QJsonObject &event) const
{
    return event.contains(u"run"_s) ? m_revisionOfRun.value(event.value(u"run"_s).toInteger())
                                    : m_revisionOfBuild.value(event.value(u"build"_s).toInteger());
}

QString Story::signatureOf(const QString &revision) const
{
    for (const QJsonObject &build : kernels()) {
        if (revisionOf(build) == revision) {
            return build.value(u"signature"_s).toString();
        }
    }
    return {};
}

qsizetype Story::runsOf(const QString &revision, const QString &outcome) const
{
    return std::ranges::count_if(all(u"run-ended"_s), [&](const QJsonObject &run) {
        return revisionOf(run) == revision && run.value(u"outcome"_s) == outcome;
    });
}

QList<qint64> Story::milliseconds(const QString &kind, const QString &member) const
{
    QList<qint64> values;
    for (const QJsonObject &event : all(kind)) {
        values << event.value(member).toInteger();
    }
    return values;
}

} // namespace culprit::tests
