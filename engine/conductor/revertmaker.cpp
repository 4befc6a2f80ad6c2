// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/revertmaker.h"

#include "engine/history/repository.h"

namespace culprit::conductor
{

Result<session::RevertMade> makeRevert(const QString &repository, const QString &objects,
                                       const history::ObjectId &culprit, const history::ObjectId &tip)
{
    return history::Repository::open(repository.toStdString())
        .and_then([&](const history::Repository &opened) { return opened.revert(culprit, tip, objects.toStdString()); })
        .transform([&](const history::Revert &revert) {
            return session::RevertMade{culprit, tip, revert.commit, QString::fromStdString(revert.obstacle)};
        });
}

} // namespace culprit::conductor
