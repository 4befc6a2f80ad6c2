// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/frame.h>
#include <pocket/kernel.h>
#include <pocket/mm.h>

static u32 next_sequence;

noinline struct pocket_frame *pocket_frame_alloc(u32 size)
{
	struct pocket_frame *frame;

	if (size == 0 || size > POCKET_FRAME_MAX)
		return NULL;
	frame = kzalloc(sizeof *frame);
	if (!frame)
		return NULL;
	frame->refs = 1;
	frame->size = size;
	frame->sequence = ++next_sequence;
	frame->window = SELECTOR_WINDOW;
	return frame;
}

noinline void pocket_frame_get(struct pocket_frame *frame)
{
	kasan_check(&frame->refs, sizeof frame->refs, true);
	frame->refs++;
}

noinline void pocket_frame_put(struct pocket_frame *frame)
{
	kasan_check(&frame->refs, sizeof frame->refs, false);
	if (--frame->refs == 0)
		kfree(frame);
}
