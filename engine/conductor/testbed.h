// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/places.h"
#include "engine/conductor/preparation.h"
#include "engine/conductor/snapshot.h"
#include "engine/machine/runrequest.h"
#include "engine/machine/runresult.h"

#include <QObject>

#include <memory>
#include <vector>

namespace culprit::conductor
{

/// The machines: boots images with the session's reproducer and tells what came of it.
class Testbed final : public QObject
{
    Q_OBJECT

public:
    /// Files for the user, such as the memory of hung guests, go beside `session`.
    Testbed(const session::Setup &setup, const Prepared &prepared, const Places &places, const QString &session,
            QObject *parent = nullptr);
    ~Testbed() override; ///< ends what runs

    [[nodiscard]] int slotCount() const;
    [[nodiscard]] int freeSlots() const;
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] int runningOf(const ObjectId &revision) const;
    [[nodiscard]] std::vector<Activity::Machine> activity() const;

    [[nodiscard]] bool hasMemory() const; ///< for one more machine, or no other runs
    [[nodiscard]] int nextSlot() const;   ///< where the next run goes
    void run(RunId run, const ObjectId &revision, const QString &image, qint64 seed);
    void cancel(RunId run); ///< ended() follows with outcome cancelled

Q_SIGNALS:
    void console(culprit::RunId run, const QByteArray &bytes);
    void progressed();
    void ended(culprit::RunId run, const culprit::session::RunEnded &ended);

private:
    struct Machine;
    struct Private;
    void begin(Machine &machine);
    void start(Machine &machine, const machine::RunRequest &request);
    void runEnded(Machine &machine, const machine::RunResult &result);
    void guestSaved(Machine &machine, const machine::RunResult &result);
    void conclude(Machine &machine, machine::RunResult result);

    std::unique_ptr<Private> d;
};

} // namespace culprit::conductor
