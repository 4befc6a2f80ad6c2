// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/buildrequest.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

/// Where the config comes from if the user has none.
enum class StartConfig {
    Defconfig,      ///< the tree's own defconfig, with its kvm_guest.config if it has one
    Localmodconfig, ///< what the kernel that runs here is configured with, of its modules those that are loaded
};

/// The kernel that Localmodconfig is about.
struct RunningKernel {
    QString config;                                    ///< path; empty: where the tree's own script finds it
    QString modules = QStringLiteral("/proc/modules"); ///< path of a list as lsmod or the kernel write it
};

/// A Build of this request in a slot of the Linux recipe makes no kernel: its image is the config. Modules are built
/// in, for guests have none, and so is what `kernel` requires. `kernel` is asked as for a kernel of the revision,
/// without a config.
[[nodiscard]] BuildRequest startConfigRequest(StartConfig start, const BuildRequest &kernel,
                                              const RunningKernel &running = {});

struct MadeConfig {
    QByteArray text;
    QStringList notes; ///< what it was made of and what was changed in it, sentences

    bool operator==(const MadeConfig &) const = default;
};

/// What came of that build, with its log. An error says why there is no config, and what else to name.
[[nodiscard]] Result<MadeConfig> madeConfig(StartConfig start, const BuildResult &result, const QByteArray &log);

} // namespace culprit::kernel
