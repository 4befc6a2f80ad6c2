// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/machinerequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

machine::RunRequest machineRequest(const session::Setup &setup, const GuestParts &parts,
                                   machine::Accelerator accelerator, RunId run, qint64 seed)
{
    machine::RunRequest request;
    request.name = u"run-%1"_s.arg(run.value);
    request.guest = parts.guest;
    request.reproducer = parts.reproducer;
    request.plan.seconds = int(setup.test.timeout.count());
    request.plan.repeat = setup.test.repeat;
    request.plan.settleSeconds = std::clamp(int(setup.test.timeout.count() / 10), 1, 5);
    request.plan.seed = quint32(seed);
    // A kernel since v6.7 may refuse 32-bit programs although it could run them; what the setup adds counts more.
    const QString enabled = setup.test.bits == 32 ? u"ia32_emulation=on "_s : QString();
    request.kernelArguments = (enabled + setup.machine.append).trimmed();
    if (!setup.kernel.recipe.banner.isEmpty()) {
        request.expectedBanner = setup.kernel.recipe.banner.toUtf8();
    }
    request.memoryMb = setup.machine.memoryMB;
    request.cpus = setup.machine.cpus;
    request.accelerator = accelerator;
    request.deadlines.boot = setup.test.bootTimeout;
    request.deadlines.noOutput = setup.test.noOutput;
    return request;
}

} // namespace culprit::conductor
