// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/narrowedrange.h"

namespace culprit::session
{

Result<history::CommitRange> narrowed(const history::Repository &repository, const Setup::Kernel &setup,
                                      history::CommitRange range)
{
    history::Narrowing narrowing{setup.firstParent, {}};
    for (const QString &path : setup.paths) {
        narrowing.paths.push_back(path.toStdString());
    }
    if (narrowing.isNone() || range.commits.empty()) {
        return range;
    }
    auto narrow = repository.narrowed(range, narrowing);
    if (!narrow) {
        return narrow;
    }
    if (narrow->bad.id != range.bad.id) {
        history::CommitInfo bad = range.commits.back();
        bad.parents = {static_cast<history::CommitIndex>(narrow->commits.size() - 1)};
        narrow->commits.push_back(std::move(bad));
    }
    narrow->bad = narrow->commits.back();
    return narrow;
}

} // namespace culprit::session
