// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"
#include "engine/history/stretch.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace culprit::kernel
{

/// A change of the sources that revisions of a stretch are built with.
struct Fixup {
    history::Stretch stretch;
    QString commit;       ///< applied but where the revision has it, or another one of its title; empty: `patch` is
    QString patch;        ///< path of a unified diff, as for git apply
    QString guilty;       ///< a commit without which there is nothing to fix up; may be empty
    QString reason;       ///< may be empty
    bool ifKnown = false; ///< left out where the repository does not have these commits

    bool operator==(const Fixup &) const = default;
};

/// A fix-up of one revision, ready to be applied.
struct SourceChange {
    QString name;             ///< `1a2b3c4d5e6f ("title")`, or the name of the patch
    history::ObjectId commit; ///< null: `patch` is applied
    QByteArray patch;

    bool operator==(const SourceChange &) const = default;
};

/// Commits without which kernels of some age do not build with today's tools; they change what runs during the build
/// and nothing of the kernel.
[[nodiscard]] const QList<Fixup> &fixupsOfReleases();

} // namespace culprit::kernel
