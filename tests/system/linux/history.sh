#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# history.sh TARBALL REPOSITORY: makes a bare repository of Debian's linux-source and the patches beside this script, as
#
#   base - 1 - [v6.12-uts] - 3 - 3 - 5 - 5 - merge - 6 - 6 - merge - 7 - 7 - 7  main
#                 \            \             /                /
#                  2 - 2 - 2 - 2 -----------+                /
#                              4 - 4 - 4 - 4 ---------------+
#
# where the second patch of 2-uts-cookie is the culprit (refs/culprit) and the first one changes documentation only. The
# same tarball gives the same hashes. The repository appears when it is whole.
set -euo pipefail

readonly TARBALL=$1 REPOSITORY=$2
PATCHES=$(dirname "$(readlink -f "$0")")
readonly PATCHES
readonly WORK=$REPOSITORY.part

export GIT_DIR=$WORK GIT_INDEX_FILE=$WORK/index.now GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
export GIT_COMMITTER_NAME='Maintainer Mitra' GIT_COMMITTER_EMAIL=mitra@kernel.example.org
head=

# What no configuration of a small PC guest reads, four fifths of the package: documentation, code of other processors,
# graphics, network cards, sound and so on. Their Kconfig files and Makefiles stay.
unpack() {
    mkdir "$WORK.tree"
    tar --extract --xz --file "$TARBALL" --directory "$WORK.tree" --strip-components=1 --anchored --wildcards \
        --exclude='*/Documentation/*/*' --exclude='*/tools/perf/*' --exclude='*/tools/testing/*' \
        --exclude='*/arch/[!x]*/*.[chS]' --exclude='*/arch/xtensa/*.[chS]' --exclude='*/arch/[!x]*/*.dts*' \
        --exclude='*/drivers/gpu/drm/*.[ch]' --exclude='*/drivers/net/ethernet/*.[ch]' \
        --exclude='*/drivers/net/wireless/*.[ch]' --exclude='*/drivers/media/*.[ch]' \
        --exclude='*/drivers/scsi/*.[ch]' --exclude='*/drivers/staging/*.[ch]' --exclude='*/sound/*.[ch]'
}

# commit DATE AUTHOR MAIL PARENT...: of the index, message from standard input; moves head.
commit() {
    local date=$1 name=$2 mail=$3 parent parents=()
    shift 3
    for parent in "$@"; do parents+=(-p "$parent"); done
    head=$(GIT_AUTHOR_NAME=$name GIT_AUTHOR_EMAIL=$mail GIT_AUTHOR_DATE=$date GIT_COMMITTER_DATE=$date \
        git commit-tree "${parents[@]}" "$(git write-tree)")
}

patches() { # FOLDER
    local file info
    git read-tree "$head"
    for file in "$PATCHES/$1"/*.patch; do
        info=$(git mailinfo "$WORK.message" "$WORK.diff" <"$file")
        git apply --cached "$WORK.diff"
        field() { sed -n "s/^$1: //p" <<<"$info"; }
        commit "$(field Date)" "$(field Author)" "$(field Email)" "$head" < <(
            field Subject
            echo
            git stripspace <"$WORK.message"
        )
        [[ $file != *2-uts-cookie/0002-* ]] || git update-ref refs/culprit "$head"
    done
}

merge() { # COMMIT NAME DATE
    git read-tree "$(git merge-tree --write-tree "$head" "$1")"
    commit "$3" "$GIT_COMMITTER_NAME" "$GIT_COMMITTER_EMAIL" "$head" "$1" <<<"Merge branch '$2'"
}

rm -rf "$WORK" "$WORK".*
git init --quiet --bare "$WORK"
unpack
# Files above the threshold are written to one pack, not to forty thousand files.
git --work-tree="$WORK.tree" -c core.compression=1 -c core.bigFileThreshold=1 -c core.autocrlf=false \
    add --force --all "$WORK.tree"
rm -rf "$WORK.tree"
commit '2025-02-28 12:00:00 +0000' "$GIT_COMMITTER_NAME" "$GIT_COMMITTER_EMAIL" <<<'Linux as Debian packages it'

patches 1-base
start=$head
GIT_COMMITTER_DATE='2025-03-01 12:00:00 +0000' git tag -a -m 'Host names with a cookie' v6.12-uts "$start"
patches 2-uts-cookie
cookie=$head
head=$start
patches 3-main
fork=$head
patches 4-lib-cleanups
cleanups=$head
head=$fork
patches 5-main
merge "$cookie" uts-cookie '2025-03-14 18:00:00 +0000'
patches 6-main
merge "$cleanups" lib-cleanups '2025-03-16 18:30:00 +0000'
patches 7-main
git update-ref refs/heads/main "$head"
git symbolic-ref HEAD refs/heads/main

rm -rf "$WORK".* "$GIT_INDEX_FILE" "$REPOSITORY"
mv -T "$WORK" "$REPOSITORY"
