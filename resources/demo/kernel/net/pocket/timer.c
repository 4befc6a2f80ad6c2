// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/frame.h>
#include <pocket/kernel.h>
#include <pocket/random.h>

/*
 * The board's crystal drifts from boot to boot. A timer that is late by more
 * than the slack is noticed by a check when the first frames are queued.
 */
#define TIMER_SLACK_US 950
#define TIMER_CHECKED 2

static u32 timer_late_us;

static u32 timer_drift(void)
{
	struct random_stream stream = random_stream("timer");

	return random_below(&stream, 1000);
}

noinline void pocket_timer_check(u32 sequence)
{
	if (sequence != TIMER_CHECKED)
		return;
	WARN_ON_ONCE(timer_late_us >= TIMER_SLACK_US);
}

static int pocket_timer_setup(void)
{
	timer_late_us = timer_drift();
	printk("pocket: timer calibrated, slack %d us\n", TIMER_SLACK_US);
	return 0;
}
initcall(pocket_timer_setup);
