// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitdetails.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::kernel
{

/// Who should hear of a result, and why. All texts are UTF-8 on one line, bounded, without control characters.
struct Recipient {
    enum class Field { To, Cc };

    std::string address; ///< name@host, as it was written
    std::string name;    ///< of the person; empty for most lists
    std::string reason;  ///< "author, signed off", "maintainer: EXT4 FILE SYSTEM"
    Field field = Field::To;

    bool operator==(const Recipient &) const = default;
};

/// At most so many are taken from one commit or one output.
inline constexpr std::size_t mostRecipients = 100;

/// The author, and those that a commit's message names by trailers: who signed off, co-developed, reviewed, acked or
/// tested is To, who reported or is copied is Cc. Without the lists for stable kernels, which want no reports.
[[nodiscard]] std::vector<Recipient> recipientsOf(const history::CommitDetails &commit);

/// What scripts/get_maintainer.pl printed with its roles: maintainers, supporters and lists are To, all others Cc; the
/// list of the whole kernel too when there is a list of the subsystem. Lines that hold no address are passed over.
/// (Rule: syzkaller's pkg/vcs.)
[[nodiscard]] std::vector<Recipient> parseMaintainers(std::string_view output);

/// Each address once, whatever its letters' case, in the order given, with all its reasons; To if one of them says so.
[[nodiscard]] std::vector<Recipient> mergeRecipients(std::span<const std::vector<Recipient>> lists);

} // namespace culprit::kernel
