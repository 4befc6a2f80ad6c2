// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/io.h>
#include <pocket/kernel.h>
#include <pocket/sched.h>
#include <pocket/string.h>

#define PIT_HZ 1193182
#define CALIBRATE_MS 4

static u64 first_tsc;
static u32 tsc_per_ms;
volatile u32 jiffies;

u64 clock_us(void)
{
	if (!tsc_per_ms)
		return 0;
	return div_u64((rdtsc() - first_tsc) * 1000, tsc_per_ms);
}

/* Counts the processor's clock while the timer chip runs for some milliseconds. */
static u32 calibrate(void)
{
	const u32 latch = PIT_HZ / 1000 * CALIBRATE_MS;
	u64 start, end;

	outb(0x61, (inb(0x61) & ~2) | 1);
	outb(0x43, 0xb0);
	outb(0x42, latch & 0xff);
	outb(0x42, latch >> 8);
	start = rdtsc();
	while (!(inb(0x61) & 0x20))
		cpu_relax();
	end = rdtsc();
	return (u32)(end - start) / CALIBRATE_MS;
}

void clock_setup(void)
{
	const u32 latch = PIT_HZ / HZ;

	first_tsc = rdtsc();
	tsc_per_ms = calibrate();
	if (!tsc_per_ms)
		tsc_per_ms = 1000000;
	outb(0x43, 0x34);
	outb(0x40, latch & 0xff);
	outb(0x40, latch >> 8);
}

void timer_interrupt(void)
{
	jiffies++;
	outb(0x20, 0x20);
}

void msleep(u32 ms)
{
	const u64 end = clock_us() + (u64)ms * 1000;

	while (clock_us() < end)
		halt();
}

static int clocksource_show(void)
{
	printk("tsc: Detected %u.%03u MHz processor\n", tsc_per_ms / 1000, tsc_per_ms % 1000);
	printk("clocksource: tsc: mask: 0xffffffffffffffff, HZ=%d\n", HZ);
	return 0;
}
initcall(clocksource_show);
