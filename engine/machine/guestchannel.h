// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/runrequest.h"

#include <QObject>

#include <memory>

namespace culprit::machine
{

/// How a run reaches the agent in its guest.
class GuestChannel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class State {
        Open,
        Ended,   ///< the agent was there and can say no more
        Refused, ///< the guest answers but lets no agent in; see complaint()
    };

    virtual void prepare() = 0;   ///< what QEMU boots; prepared() follows, perhaps at once
    virtual void kernelRuns() {}  ///< its banner came
    virtual void machineGone() {} ///< what is under way will end by itself

    [[nodiscard]] virtual QByteArray next() = 0; ///< what the agent wrote since the last call
    [[nodiscard]] virtual State state() const { return State::Open; }
    [[nodiscard]] virtual bool isBusy() const { return false; }    ///< more may come although the machine is gone
    [[nodiscard]] virtual QString complaint() const { return {}; } ///< what went wrong last: one line, plain text

Q_SIGNALS:
    void prepared(const QString &problem); ///< a sentence; empty: all is there
};

/// `request` must outlive the channel; its port is read anew for each connection.
[[nodiscard]] std::unique_ptr<GuestChannel> channelFor(const RunRequest &request);

} // namespace culprit::machine
