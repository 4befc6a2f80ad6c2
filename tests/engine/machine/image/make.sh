#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make.sh FOLDER: the smallest disk image that a guest of kind "image" can boot, FOLDER/disk.img, and the key that its
# ssh server lets in, FOLDER/id. Of the host's busybox-static, dropbear-bin and e2fsprogs; needs no root.
set -euo pipefail

readonly FOLDER=$1
readonly TREE=$FOLDER/tree
PATH=$PATH:/usr/sbin:/sbin

mkdir -p "$TREE"/{bin,dev,etc,proc,root/.ssh,sys,tmp}
cp "$(command -v busybox)" "$TREE/bin/busybox"
ln -s busybox "$TREE/bin/sh"
install -m 755 "$(dirname "$0")/init" "$TREE/init"

DROPBEAR=$(command -v dropbear)
cp "$DROPBEAR" "$TREE/bin/dropbear"
ldd "$DROPBEAR" | grep -o '/[^ ]*' | while read -r library; do
    install -D -m 755 "$library" "$TREE$library"
done

dropbearkey -t ed25519 -f "$TREE/etc/hostkey" >/dev/null 2>&1
echo 'root:*:0:0:root:/root:/bin/sh' >"$TREE/etc/passwd"
echo '/bin/sh' >"$TREE/etc/shells"
ssh-keygen -q -t ed25519 -N '' -f "$FOLDER/id"
install -m 600 "$FOLDER/id.pub" "$TREE/root/.ssh/authorized_keys"
chmod 700 "$TREE/root" "$TREE/root/.ssh"

mke2fs -q -t ext4 -d "$TREE" -E root_owner=0:0 "$FOLDER/disk.img" 32M
rm -rf "$TREE"
