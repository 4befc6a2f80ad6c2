// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct work {
	void (*run)(struct work *work);
	struct work *next;
	bool pending;
};

/* Runs `work` soon: when somebody yields to it, or when the queue is drained. */
void schedule_work(struct work *work);
/* True when the work was still waiting and now never runs. */
bool cancel_work(struct work *work);
void drain_work(void);

/* A place where somebody else may run. */
void cond_resched(void);
/* How contended the machine is: in `percent` of all boots one of the next `points` yields lets the queue run. */
void sched_set_contention(u32 percent, u32 points);

extern const char *current_comm;
extern u32 current_pid;

/* Time since the kernel's start, and pauses that let the processor sleep. */
u64 clock_us(void);
void clock_setup(void);
void msleep(u32 ms);
extern volatile u32 jiffies;
#define HZ 100
