// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * Runs a program of syzkaller's: one static program that holds it together with
 * syz-execprog and syz-executor, so that it comes into a guest as any reproducer does.
 * The three files are where this is compiled; arguments.h defines ARGUMENTS.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arguments.h"

#define FOLDER "/tmp/culprit-syz"

#define EMBED(name)                                                                                                    \
    __asm__(".pushsection .rodata\n" #name ":\n.incbin \"" #name "\"\n" #name "_end:\n.popsection\n");                 \
    extern const char name[], name##_end[]

EMBED(execprog);
EMBED(executor);
EMBED(program);

/* What runs from an earlier start keeps its file. Programs that drop their rights must reach it. */
static int put(const char *path, const char *from, const char *end)
{
    int file;

    unlink(path);
    file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0755);
    while (file >= 0 && from < end) {
        const ssize_t count = write(file, from, end - from);

        if (count <= 0) {
            break;
        }
        from += count;
    }
    if (file >= 0 && from == end && close(file) == 0) {
        return 0;
    }
    perror(path);
    return -1;
}

int main(void)
{
    static char *arguments[] = {"syz-execprog", "-executor=" FOLDER "/syz-executor", ARGUMENTS, FOLDER "/program",
                                NULL};

    umask(022);
    mkdir("/tmp", 0777);
    mkdir(FOLDER, 0755);
    if (put(FOLDER "/syz-execprog", execprog, execprog_end) || put(FOLDER "/syz-executor", executor, executor_end) ||
        put(FOLDER "/program", program, program_end)) {
        return 126;
    }
    if (chdir(FOLDER) == 0) {
        execv("./syz-execprog", arguments);
    }
    perror(FOLDER "/syz-execprog");
    return 127;
}
