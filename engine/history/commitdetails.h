// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"

#include <cstdint>
#include <string>
#include <vector>

namespace culprit::history
{

/// Who wrote or committed something, and when. UTF-8, invalid bytes replaced.
struct Signature {
    std::string name;
    std::string mail;
    std::int64_t time = 0; ///< seconds since 1970
    int offset = 0;        ///< minutes east of UTC

    bool operator==(const Signature &) const = default;
};

/// All that a commit says. UTF-8, invalid bytes replaced.
struct CommitDetails {
    ObjectId id;
    std::vector<ObjectId> parents;
    Signature author;
    Signature committer;
    std::string subject;
    std::string message; ///< whole, the subject too; cut after a megabyte

    bool operator==(const CommitDetails &) const = default;
};

} // namespace culprit::history
