// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace culprit::machine
{

enum class Accelerator { Tcg, Kvm };

[[nodiscard]] QString word(Accelerator accelerator); ///< "tcg", "kvm"
[[nodiscard]] std::optional<Accelerator> acceleratorFromWord(QStringView word);

/// How much longer everything may take than with KVM (syzkaller scales its timeouts likewise).
[[nodiscard]] int slowdown(Accelerator accelerator);

/// -machine, -accel and -cpu of every run, and therefore of the probe.
[[nodiscard]] QStringList processorArguments(Accelerator accelerator);

} // namespace culprit::machine
