// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/guestinput.h"

namespace culprit::machine
{

QByteArray guestInput(const RunRequest &request)
{
    const auto *guest = std::get_if<InitramfsGuest>(&request.guest);
    if (guest == nullptr) {
        return planLines(request.plan) + '\n' + request.reproducer;
    }
    QByteArray archive;
    for (const QByteArray &base : guest->baseArchives) {
        archive += base;
        archive.append((4 - archive.size() % 4) % 4, '\0');
    }
    ReproducerPlan plan = request.plan;
    plan.waits = request.start == GuestStart::Save;
    return archive + runArchive(request.reproducer, plan);
}

} // namespace culprit::machine
