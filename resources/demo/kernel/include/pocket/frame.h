// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pocket/sched.h>

#define POCKET_RING_SIZE 8
#define POCKET_CHUNK 24
#define POCKET_FRAME_MAX 256

/* A frame of data on its way to the device, freed when the last reference is put. */
struct pocket_frame {
	u32 refs;
	u32 size;
	u32 sequence;
	u16 window; /* selector through which the device sees it */
	u8 data[POCKET_FRAME_MAX];
};

struct pocket_frame *pocket_frame_alloc(u32 size);
void pocket_frame_get(struct pocket_frame *frame);
void pocket_frame_put(struct pocket_frame *frame);

struct pocket_ring {
	struct pocket_frame *slots[POCKET_RING_SIZE];
	u32 head, tail;
	struct pocket_frame *inflight; /* what the device works on */
	struct work reap;
	u32 checksum;
	u32 sent;
};

void pocket_ring_init(struct pocket_ring *ring);
int pocket_ring_push(struct pocket_ring *ring, struct pocket_frame *frame);
void pocket_ring_flush(struct pocket_ring *ring);
void pocket_ring_discard(struct pocket_ring *ring);

#define POCKET_IOCTL_FRAME 1
#define POCKET_IOCTL_FLUSH 2
#define POCKET_IOCTL_STAT 3

/* A handle or a negative error. */
int pocket_open(const char *path);
int pocket_ioctl(int handle, u32 request, u32 argument);
int pocket_close(int handle);

void pocket_timer_check(u32 sequence);
void pocket_link_account(u32 bytes);
u32 pocket_link_bytes(void);
