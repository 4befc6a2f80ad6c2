// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/kernel.h>
#include <release.h>

const char pocket_release[] = POCKET_RELEASE;
const char pocket_banner[] = "Pocket version " POCKET_RELEASE " (culprit@demo) (gcc " __VERSION__ ") #1 PREEMPT";
