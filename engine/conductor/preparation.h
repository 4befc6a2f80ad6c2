// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/guestmaker.h"
#include "engine/conductor/places.h"
#include "engine/history/objectid.h"
#include "engine/kernel/startconfig.h"
#include "engine/machine/accelerator.h"
#include "engine/machine/proberesult.h"
#include "engine/session/event.h"

#include <QObject>

#include <memory>
#include <optional>

namespace culprit::conductor
{

/// What a session needs besides kernels, found or made before the first build.
struct Prepared {
    session::EngineStarted engine; ///< the machine in words, the accelerator and why, compilers that are missing
    machine::Accelerator accelerator = machine::Accelerator::Tcg;
    GuestParts parts;
    int machines = 1;                         ///< VMs at once
    std::optional<kernel::MadeConfig> config; ///< where one was to be made

    bool operator==(const Prepared &) const = default;
};

/// Checks the machine and the setup, in the order in which a failure would cost least: files, tools, compilers, memory
/// and disk, reproducer, accelerator, config. Asynchronous; used once.
class Preparation final : public QObject
{
    Q_OBJECT

public:
    /// With `configFrom` the config that the setup asks for is made by that revision's tree.
    Preparation(const session::Setup &setup, const Places &places,
                const std::optional<history::ObjectId> &configFrom = std::nullopt, QObject *parent = nullptr);
    ~Preparation() override;

    void start();

Q_SIGNALS:
    void finished(const culprit::Result<culprit::conductor::Prepared> &prepared);

private:
    void makeGuest(const machine::Guest &checked);
    void probeAccelerator();
    void conclude(const machine::ProbeResult &result);
    void makeConfig(const history::ObjectId &revision);
    void takeConfig(const kernel::BuildResult &result);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::conductor
