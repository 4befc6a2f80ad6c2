#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# guestconfig.sh REPOSITORY CONFIG FRAGMENT...: the smallest configuration of the kernel that has what the fragments name.
set -euo pipefail

readonly REPOSITORY=$1 CONFIG=$2
shift 2
TREE=$(mktemp -d)
trap 'rm -rf "$TREE"' EXIT

# What Kconfig reads, a tenth of the tree.
git -C "$REPOSITORY" archive main Makefile scripts arch/x86 include ':(glob)**/Kconfig*' | tar -x -C "$TREE"
cat "$@" >"$TREE/fragments"
make -s -C "$TREE" KCONFIG_ALLCONFIG=fragments allnoconfig >&2
cp "$TREE/.config" "$CONFIG"
