// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/repository.h"
#include "tests/support/randomhistory.h"
#include "tests/support/scratchrepository.h"

#include <QString>

namespace culprit::test
{

[[nodiscard]] inline history::Repository opened(const QString &path)
{
    auto repository = history::Repository::open(path.toStdString());
    if (!repository) {
        qFatal("%s", repository.error().message.c_str());
    }
    return std::move(*repository);
}

[[nodiscard]] inline history::ObjectId idOf(const ScratchRepository &scratch, std::size_t commit)
{
    return history::ObjectId::fromHex(scratch.hash(commit).toStdString()).value();
}

/// One id per line, as git prints them.
[[nodiscard]] inline std::vector<history::ObjectId> idsIn(const QByteArray &lines)
{
    std::vector<history::ObjectId> ids;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty()) {
            ids.push_back(history::ObjectId::fromHex(line.toStdString()).value());
        }
    }
    return ids;
}

/// Writes a random history; commit n of the repository is commit n of the history.
inline void write(ScratchRepository &scratch, const RandomHistory &history)
{
    for (std::size_t commit = 0; commit < history.parents.size(); ++commit) {
        scratch.addOn(history.parents[commit], history.dates[commit]);
    }
    scratch.write();
}

} // namespace culprit::test
