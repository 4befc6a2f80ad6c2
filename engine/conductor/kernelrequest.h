// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/buildrequest.h"
#include "engine/session/setup.h"

#include <QStringList>

namespace culprit::conductor
{

/// How the setup wants a revision built; for whoever builds are left what its guests require, jobs and the
/// output folder.
[[nodiscard]] Result<kernel::BuildRequest> kernelRequest(const session::Setup::Kernel &setup,
                                                         const history::ObjectId &revision);

/// Which compilers of those that the range needs are not installed and what is taken instead, a sentence each. An error
/// if there is nothing to take, or if what the setup says of stretches of the history is wrong at an end of the range.
/// Reads the history: for worker threads.
[[nodiscard]] Result<QStringList> compilerNotes(const session::Setup::Kernel &setup);

} // namespace culprit::conductor
