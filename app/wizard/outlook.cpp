// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/outlook.h"

#include "engine/conductor/estimate.h"
#include "engine/conductor/ledger.h"
#include "widgets/plaintext.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr qsizetype sessionsAsked = 4; // reading one may take a second
constexpr int stepsBesides = 5;        // both ends; the culprit, a parent and the revert

/// Bytes that are free where a file or folder is, or will be.
qint64 freeAt(QString path)
{
    while (!QFileInfo::exists(path) && path != QFileInfo(path).path()) {
        path = QFileInfo(path).path();
    }
    return QStorageInfo(path).bytesAvailable();
}

QString gigabytes(qint64 bytes)
{
    return Outlook::tr("%1 GB").arg(double(bytes) / 1e9, 0, 'f', 1);
}

QString timeText(const session::Setup &setup, int steps, const QStringList &earlierSessions)
{
    for (const QString &path : earlierSessions.first(std::min(earlierSessions.size(), sessionsAsked))) {
        const auto ledger = conductor::Ledger::open(path, session::Journal::Access::Read);
        if (!ledger || ledger->state().setup().kernel.repo != setup.kernel.repo ||
            ledger->state().setup().kernel.recipe != setup.kernel.recipe) {
            continue;
        }
        const qint64 step = conductor::stepTime(ledger->state());
        if (step < 0) {
            continue;
        }
        const QString pace =
            Outlook::tr("a step of %1 took %2").arg(QFileInfo(path).completeBaseName(), widgets::durationText(step));
        return steps > 0 ? Outlook::tr("About %1: %2.").arg(widgets::durationText(step * (steps + stepsBesides)), pace)
                         : Outlook::tr("Not known before a good release is found: %1.").arg(pace);
    }
    return Outlook::tr("Not known before the first steps: no earlier session of this tree tells how long one takes.");
}

QString diskText(const session::Setup &setup, const QString &sessionFile, const conductor::Places &places)
{
    const QString needed = setup.kernel.recipe.name == u"linux"
                               ? Outlook::tr("a trimmed kernel needs 2 GB, a distribution's config 15 GB")
                               : Outlook::tr("as much as your build leaves there, for each compiler at work");
    return Outlook::tr("%1 free for builds in %2; %3. %4 free for the session file.")
        .arg(gigabytes(freeAt(places.cache)), places.cache, needed, gigabytes(freeAt(sessionFile)));
}

} // namespace

Outlook Outlook::of(const session::Setup &setup, int steps, const QString &sessionFile, const conductor::Places &places,
                    const QStringList &earlierSessions)
{
    Outlook outlook;
    outlook.time = timeText(setup, steps, earlierSessions);
    outlook.disk = diskText(setup, sessionFile, places);
    return outlook;
}

} // namespace culprit::app
