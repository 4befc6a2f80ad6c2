// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/places.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace culprit::app
{

/// One thing that a bisection needs from this machine.
struct Check {
    QString name;
    bool fine = false;
    bool needed = true; ///< without it nothing can be bisected; else it is only slower
    QString finding;    ///< what was found, one line
    QString fix;        ///< what to do, one line; empty where it is fine

    bool operator==(const Check &) const = default;
};

/// Looks for what on this machine would stop a bisection: QEMU, usable KVM, compilers and tools, disk, memory.
class Doctor final : public QObject
{
    Q_OBJECT

public:
    explicit Doctor(const conductor::Places &places, QObject *parent = nullptr);
    ~Doctor() override;

    void start();

Q_SIGNALS:
    void finished(const QList<culprit::app::Check> &checks);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::app
