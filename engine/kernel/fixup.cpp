// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/fixup.h"

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

const QList<Fixup> &fixupsOfReleases()
{
    static const QList<Fixup> fixups{
        {.stretch = {.from = "v4.14", .until = {}},
         .commit = u"1d489151e9f9d1647110277ff77282fe4d96d09b"_s,
         .patch = {},
         .guilty = {},
         .reason = u"objtool refuses the objects without symbols that binutils 2.36 and newer make"_s,
         .ifKnown = true},
        {.stretch = {.from = "v4.5", .until = {}},
         .commit = u"52a9dab6d892763b2a8334a568bd4e2c1a6fde66"_s,
         .patch = {},
         .guilty = {},
         .reason = u"gcc 12 and newer refuse objtool's realloc wrapper"_s,
         .ifKnown = true},
        {.stretch = {},
         .commit = u"82880283d7fcd0a1d20964a56d6d1a5cc0df0713"_s,
         .patch = {},
         .guilty = u"db2b0c5d7b6f19b3c2cab08c531b65342eb5252b"_s,
         .reason = u"gcc refuses objtool for a string that may be cut"_s,
         .ifKnown = true},
    };
    return fixups;
}

} // namespace culprit::kernel
