// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/machine/qmp.h"
#include "engine/machine/runrequest.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace culprit::machine
{

/// Copies a guest's memory out of QEMU and back, one copy at a time. The monitor tells what comes of it: what it tells
/// is to be handed on to happened() and refused().
class GuestMemory final
{
public:
    enum class Copy {
        None,
        Save, ///< the whole machine; it stops
        Load, ///< the whole machine, into a QEMU that waits for it
        Dump, ///< what a debugger needs, a kdump-compressed file; the guest stands still meanwhile and then goes on
    };
    struct End {
        Copy copy;
        QString problem; ///< empty: it is done
    };

    explicit GuestMemory(QmpClient &monitor) : m_monitor(monitor) {}

    void start(Copy copy, const QString &file);
    [[nodiscard]] Copy copying() const { return m_copying; }
    std::optional<End> happened(const QString &event, const QJsonObject &data);
    std::optional<End> refused(const QString &why); ///< by the monitor
    End abandon(const QString &why);                ///< the copy under way

private:
    void migrate(const QString &command);
    void dump();

    QmpClient &m_monitor;
    Copy m_copying = Copy::None;
    QString m_file;
    QStringList m_dumpFormats; ///< that are still to be tried
};

/// While a file is written, its name ends so.
inline constexpr QLatin1StringView unfinishedDump(".part");

/// Removes what programs that are gone have left unfinished.
void removeUnfinished(const MemoryDumps &dumps);

/// Where the memory of a guest that is called `name` goes; empty if there are as many dumps as are wanted. An error
/// says why there can be none: no room.
[[nodiscard]] Result<QString> fileForDump(const MemoryDumps &dumps, const QString &name, int memoryMb);

} // namespace culprit::machine
