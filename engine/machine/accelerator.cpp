// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/accelerator.h"

namespace culprit::machine
{

QString word(Accelerator accelerator)
{
    return accelerator == Accelerator::Kvm ? QStringLiteral("kvm") : QStringLiteral("tcg");
}

std::optional<Accelerator> acceleratorFromWord(QStringView word)
{
    if (word == u"kvm") {
        return Accelerator::Kvm;
    }
    return word == u"tcg" ? std::optional(Accelerator::Tcg) : std::nullopt;
}

int slowdown(Accelerator accelerator)
{
    return accelerator == Accelerator::Kvm ? 1 : 3;
}

QStringList processorArguments(Accelerator accelerator)
{
    const QString cpu = accelerator == Accelerator::Kvm ? QStringLiteral("host,migratable=off") : QStringLiteral("max");
    return {QStringLiteral("-machine"), QStringLiteral("q35"),  QStringLiteral("-accel"),
            word(accelerator),          QStringLiteral("-cpu"), cpu};
}

} // namespace culprit::machine
