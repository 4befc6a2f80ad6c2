// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/proberesult.h"

#include <QObject>
#include <QString>

#include <memory>

namespace culprit::machine
{

/// Finds out which accelerators run a guest on this host, by running one with the very processor arguments of a run:
/// a /dev/kvm that opens, even one that answers, proves nothing. Takes some tenths of a second with the cache cold,
/// up to ten times as long as emulation (at least 2 s) where KVM hangs.
class AcceleratorProbe final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString qemu = QStringLiteral("qemu-system-x86_64");
        QString kvmDevice = QStringLiteral("/dev/kvm");
        QString cacheFile; ///< JSON, written here; empty: never cached
    };

    explicit AcceleratorProbe(Options options, QObject *parent = nullptr);
    ~AcceleratorProbe() override;

    void start(); ///< once

Q_SIGNALS:
    void finished(const culprit::machine::ProbeResult &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::machine
