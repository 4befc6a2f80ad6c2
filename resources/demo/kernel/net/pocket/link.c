// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/frame.h>
#include <pocket/kernel.h>

static u32 bytes_accounted;

void pocket_link_account(u32 bytes)
{
	bytes_accounted += bytes;
}

u32 pocket_link_bytes(void)
{
	return bytes_accounted;
}

static int pocket_link_setup(void)
{
	printk("pocket: link is up, 10Mbps/Half\n");
	return 0;
}
initcall(pocket_link_setup);
