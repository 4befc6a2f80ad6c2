// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/frame.h>
#include <pocket/kernel.h>
#include <pocket/string.h>

#define POCKET_POLLS 2

/* The device has done with the frame: drop the reference that it was given. */
static void pocket_ring_reap(struct work *work)
{
	struct pocket_ring *ring = container_of(work, struct pocket_ring, reap);
	struct pocket_frame *frame = ring->inflight;

	ring->inflight = NULL;
	if (frame)
		pocket_frame_put(frame);
}

void pocket_ring_init(struct pocket_ring *ring)
{
	memset(ring, 0, sizeof *ring);
	ring->reap.run = pocket_ring_reap;
}

static bool pocket_ring_full(const struct pocket_ring *ring)
{
	return ring->head - ring->tail == POCKET_RING_SIZE;
}

/* Takes over the caller's reference. */
noinline int pocket_ring_push(struct pocket_ring *ring, struct pocket_frame *frame)
{
	if (pocket_ring_full(ring))
		return -ENOMEM;
	ring->slots[ring->head++ % POCKET_RING_SIZE] = frame;
	return 0;
}

static struct pocket_frame *pocket_ring_pop(struct pocket_ring *ring)
{
	if (ring->head == ring->tail)
		return NULL;
	return ring->slots[ring->tail++ % POCKET_RING_SIZE];
}

/* The device needs a moment before it opens its window. */
static noinline void pocket_ring_wait(struct pocket_ring *ring)
{
	u32 polls;

	for (polls = 0; polls < POCKET_POLLS; polls++)
		cond_resched();
}

static inline void pocket_load_window(u16 selector)
{
	__asm__ volatile("movw %0, %%fs" : : "r"(selector));
}

static u32 pocket_copy_chunk(const u8 *data, u32 size)
{
	u32 sum = 0, i;

	for (i = 0; i < size; i++)
		sum = sum * 31 + data[i];
	return sum;
}

static u32 pocket_chunk_size(u32 left)
{
	return left < POCKET_CHUNK ? left : POCKET_CHUNK;
}

noinline void pocket_ring_flush(struct pocket_ring *ring)
{
	struct pocket_frame *frame;

	while ((frame = pocket_ring_pop(ring))) {
		const u32 size = frame->size;
		u32 at = 0;

		pocket_frame_get(frame);
		ring->inflight = frame;
		schedule_work(&ring->reap);
		pocket_ring_wait(ring);
		pocket_load_window(frame->window);
		while (at < size) {
			const u32 chunk = pocket_chunk_size(size - at);

			ring->checksum += pocket_copy_chunk(frame->data + at, chunk);
			at += chunk;
			cond_resched();
		}
		ring->sent++;
		if (cancel_work(&ring->reap))
			pocket_frame_put(frame);
		pocket_frame_put(frame);
	}
}

void pocket_ring_discard(struct pocket_ring *ring)
{
	struct pocket_frame *frame;

	while ((frame = pocket_ring_pop(ring)))
		pocket_frame_put(frame);
}
