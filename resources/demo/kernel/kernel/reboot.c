// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/io.h>
#include <pocket/kernel.h>

#define PVPANIC_PORT 0x505
#define PVPANIC_PANICKED 1
#define PM1A_CONTROL 0x604
#define SLEEP_ENABLE 0x2000
#define RESET_CONTROL 0xcf9

void pvpanic_notify(void)
{
	const u8 events = inb(PVPANIC_PORT);

	if (events != 0xff && (events & PVPANIC_PANICKED))
		outb(PVPANIC_PORT, PVPANIC_PANICKED);
}

void machine_restart(void)
{
	__asm__ volatile("cli");
	outb(RESET_CONTROL, 0x02);
	outb(RESET_CONTROL, 0x06);
	outb(0x64, 0xfe);
	for (;;)
		__asm__ volatile("hlt");
}

void machine_power_off(void)
{
	printk("reboot: Power down\n");
	outw(PM1A_CONTROL, SLEEP_ENABLE);
	for (;;)
		__asm__ volatile("cli; hlt");
}
