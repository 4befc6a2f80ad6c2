// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sets the host name once; in a kernel with the planted bug every second boot warns of that.
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (sethostname("guest", 5) != 0) {
        perror("sethostname");
        return 1;
    }
    puts("the host name is set");
    return 0;
}
