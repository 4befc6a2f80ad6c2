// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/kernel.h>
#include <pocket/random.h>
#include <pocket/sched.h>

const char *current_comm = "swapper/0";
u32 current_pid;

static struct work *queue;
static u32 yields_left; /* until the queue runs, 0: it does not */

void schedule_work(struct work *work)
{
	struct work **at = &queue;

	if (work->pending)
		return;
	work->pending = true;
	work->next = NULL;
	while (*at)
		at = &(*at)->next;
	*at = work;
}

bool cancel_work(struct work *work)
{
	struct work **at;

	for (at = &queue; *at; at = &(*at)->next) {
		if (*at == work) {
			*at = work->next;
			work->pending = false;
			return true;
		}
	}
	return false;
}

void drain_work(void)
{
	while (queue) {
		struct work *work = queue;

		queue = work->next;
		work->pending = false;
		work->run(work);
	}
}

void cond_resched(void)
{
	if (yields_left && --yields_left == 0)
		drain_work();
}

void sched_set_contention(u32 percent, u32 points)
{
	struct random_stream stream = random_stream("sched");

	yields_left = 0;
	if (points && random_below(&stream, 100) < percent)
		yields_left = 1 + random_below(&stream, points);
}
