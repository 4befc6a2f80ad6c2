// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/buildrequest.h"
#include "engine/kernel/startconfig.h"
#include "engine/session/setup.h"

#include <QStringList>

namespace culprit::conductor
{

/// How the setup wants a revision built; for whoever builds are left what its guests require, jobs and the
/// output folder, and a config that is still to be made.
[[nodiscard]] Result<kernel::BuildRequest> kernelRequest(const session::Setup::Kernel &setup,
                                                         const history::ObjectId &revision);

/// What a kernel must have built in to boot as the setup's guest and to be talked to there; for the recipe "linux".
[[nodiscard]] QStringList guestOptions(const session::Setup &setup);

/// How the config is made that the setup names by one of session::startConfigs().
[[nodiscard]] kernel::StartConfig startConfigOf(const session::Setup::Kernel &setup);

/// Which compilers of those that the range needs are not installed and what is taken instead, a sentence each. An error
/// if there is nothing to take, or if what the setup says of stretches of the history is wrong at an end of the range.
/// Reads the history: for worker threads.
[[nodiscard]] Result<QStringList> compilerNotes(const session::Setup::Kernel &setup);

} // namespace culprit::conductor
