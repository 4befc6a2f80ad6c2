// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/followupmaker.h"

#include "app/followupfiles.h"
#include "engine/conductor/onworker.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

/// Settings would be written there; what is written is their patch.
QString freeName(const QString &session)
{
    const QFileInfo file(session);
    const QString start = file.absolutePath() + u'/' + file.completeBaseName();
    QString name = start + u"-merge.toml"_s;
    for (int number = 2; QFileInfo::exists(patchBeside(name)); ++number) {
        name = u"%1-merge-%2.toml"_s.arg(start).arg(number);
    }
    return name;
}

Result<conductor::FollowUp> makeFollowUp(const conductor::SnapshotPtr &snapshot)
{
    constexpr int merged = 2;
    const QString patch = patchBeside(freeName(snapshot->path));
    auto follow = conductor::followUp(*snapshot->state, *snapshot->plan, merged, patch);
    if (follow && !follow->patch.isEmpty()) {
        if (const auto written = writeNew(patch, follow->patch); !written) {
            return std::unexpected(written.error());
        }
    }
    return follow;
}

} // namespace

void FollowUpMaker::make(const conductor::SnapshotPtr &snapshot)
{
    conductor::onWorker(
        this, [snapshot] { return makeFollowUp(snapshot); },
        [this](const Result<conductor::FollowUp> &follow) {
            if (follow) {
                Q_EMIT made(follow->setup, follow->sentence);
            } else {
                Q_EMIT failed(follow.error());
            }
        });
}

} // namespace culprit::app
