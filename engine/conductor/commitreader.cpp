// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/commitreader.h"

#include "engine/history/repository.h"

namespace culprit::conductor
{

namespace
{

constexpr std::size_t patchLimit = 2'000'000; // bytes; a merge of a subsystem can have hundreds of megabytes

} // namespace

session::CommitText readCommitText(const QString &repository, const QString &moreObjects, const history::ObjectId &id)
{
    session::CommitText text;
    const auto opened = history::Repository::open(repository.toStdString(), moreObjects.toStdString());
    if (!opened) {
        text.message = QString::fromStdString(opened.error().message);
        return text;
    }
    if (const auto details = opened->commit(id)) {
        text.message = QString::fromStdString(details->message);
    } else {
        text.message = QString::fromStdString(details.error().message);
    }
    if (const auto patch = opened->patch(id, patchLimit)) {
        text.patch = QString::fromStdString(*patch);
    }
    return text;
}

} // namespace culprit::conductor
