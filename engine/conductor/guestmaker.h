// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/machine/guest.h"
#include "engine/session/setup.h"

#include <QObject>

#include <memory>

namespace culprit::conductor
{

/// What a session's machines run besides a kernel.
struct GuestParts {
    machine::Guest guest;  ///< with what it needs to run the reproducer
    QByteArray reproducer; ///< what the guest runs: compiled, or as given

    bool operator==(const GuestParts &) const = default;
};

/// Makes them: compiles reproducer and agent, or takes those that were compiled before from the cache. Asynchronous;
/// used once.
class GuestMaker final : public QObject
{
    Q_OBJECT

public:
    GuestMaker(const session::Setup &setup, const QString &cacheFolder, QObject *parent = nullptr);
    ~GuestMaker() override;

    void start(const machine::Guest &checked); ///< as checkedGuest() returns it

Q_SIGNALS:
    void finished(const culprit::Result<culprit::conductor::GuestParts> &parts);

private:
    void compileReproducer();
    void compileAgent();
    Result<void> giveAgent(const QString &path);

    struct Private;
    std::unique_ptr<Private> d;
};

/// The guest without agent; of a disk image, once the image and what reaches it were looked at. Blocks: for workers.
[[nodiscard]] Result<machine::Guest> checkedGuest(const session::Setup::Machine &machine);

/// Both at once, for workers: blocks as long as the compiler takes.
[[nodiscard]] Result<GuestParts> madeGuest(const session::Setup &setup, const QString &cacheFolder);

} // namespace culprit::conductor
