// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/accelerator.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace culprit::machine
{

/// What came of trying one accelerator with a real guest.
struct AcceleratorState {
    enum class Outcome {
        Works,
        NotPresent,   ///< no such device
        NoPermission, ///< the device may not be opened
        Aborts,       ///< QEMU ended without running the guest
        TooSlow,      ///< the guest did not run in time
        NoQemu,       ///< there is no QEMU to try with
    };
    Outcome outcome = Outcome::NotPresent;
    QString sentence; ///< for a reader, what it means and what to do
    qint64 ms = 0;    ///< how long the guest took, or until it was given up

    [[nodiscard]] bool works() const { return outcome == Outcome::Works; }
    bool operator==(const AcceleratorState &) const = default;
};

/// Everything that may change the result of a probe.
struct ProbeKey {
    QString bootId;
    QString kvmModules;
    QString qemuVersion;
    QString arguments;

    bool operator==(const ProbeKey &) const = default;
};

struct ProbeResult {
    ProbeKey key;
    AcceleratorState tcg;
    AcceleratorState kvm;

    [[nodiscard]] std::optional<Accelerator> best() const; ///< KVM if it works, else TCG if that does
    [[nodiscard]] QString sentence() const;                ///< which one runs use, and why
    bool operator==(const ProbeResult &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ProbeResult &result);
[[nodiscard]] std::optional<ProbeResult> probeResultFromJson(const QByteArray &json); ///< foreign bytes

/// What this host is now; the version of QEMU is left empty.
[[nodiscard]] ProbeKey currentProbeKey();

} // namespace culprit::machine
