// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/runrequest.h"

namespace culprit::machine
{

/// The folder of one run with its initramfs or overlay, its ports and its console.
class RunFolder final
{
public:
    explicit RunFolder(const RunRequest &request);
    ~RunFolder(); ///< removes what the run put there, unless it is to be kept
    RunFolder(const RunFolder &) = delete;
    RunFolder &operator=(const RunFolder &) = delete;

    /// Makes the folder and writes the initramfs, if the guest has one. Returns what is wrong, if anything.
    [[nodiscard]] QString prepare(const RunRequest &request);
    [[nodiscard]] const RunFiles &files() const { return m_files; }

private:
    QString m_path;
    RunFiles m_files;
    bool m_keep;
    bool m_isOurs = false;
};

} // namespace culprit::machine
