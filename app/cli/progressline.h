// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QString>

namespace culprit::app
{

/// One line at the bottom of a terminal that is written over again and again; nothing where standard error is none.
class ProgressLine final
{
public:
    ProgressLine();
    ~ProgressLine() { clear(); }

    void show(const conductor::Snapshot &snapshot);
    void clear();

private:
    bool m_terminal = false;
    bool m_shown = false;
};

/// "step 4 of about 8 [#####.....] build 61 % cc drivers/net/x.c, 2 machines testing, 00:41 to go"
[[nodiscard]] QString progressText(const conductor::Snapshot &snapshot, int columns);

} // namespace culprit::app
