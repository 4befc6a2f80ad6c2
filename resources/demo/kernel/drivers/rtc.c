// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/io.h>
#include <pocket/kernel.h>

static u32 cmos(u8 number)
{
	outb(0x70, number);
	return inb(0x71);
}

static u32 from_bcd(u32 value)
{
	return (value >> 4) * 10 + (value & 15);
}

static int rtc_read(void)
{
	printk("rtc_cmos 00:04: RTC can wake from S4, setting system clock to 20%02u-%02u-%02uT%02u:%02u:%02u UTC\n",
	       from_bcd(cmos(9)), from_bcd(cmos(8)), from_bcd(cmos(7)), from_bcd(cmos(4)), from_bcd(cmos(2)), from_bcd(cmos(0)));
	return 0;
}
initcall(rtc_read);
