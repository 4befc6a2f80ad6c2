// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QObject>
#include <QString>

#include <memory>

namespace culprit::machine
{

/// Makes the agent of a Linux guest, which is process 1 there or is started by ssh, with the host's C compiler, once
/// for each version of its source, compiler and flags: a static program in a cache folder.
class GuestAgent final : public QObject
{
    Q_OBJECT

public:
    explicit GuestAgent(QString cacheFolder, QString compiler = QStringLiteral("gcc"), QObject *parent = nullptr);
    ~GuestAgent() override;

    void start(); ///< once

Q_SIGNALS:
    /// The path of the program, for linuxArchive() or ImageGuest.
    void finished(const culprit::Result<QString> &program);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::machine
