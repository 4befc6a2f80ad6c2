// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>
#include <pocket/mm.h>
#include <pocket/string.h>

/* Freed objects wait here before their memory is used again, so that late uses are seen. */
#define QUARANTINE 64

static struct slab_object *objects;
static struct slab_object *quarantine[QUARANTINE];
static u32 quarantine_at;
static struct slab_object *spare;
static u32 live;

static struct slab_object *take_spare(size_t size)
{
	struct slab_object **at, *object;

	for (at = &spare; (object = *at); at = &object->next) {
		if (object->size >= size && object->size < 2 * size) {
			*at = object->next;
			return object;
		}
	}
	return NULL;
}

static struct slab_object *take_fresh(size_t size)
{
	struct slab_object *object = (struct slab_object *)heap_start;

	if (heap_end - heap_start < sizeof *object + size)
		return NULL;
	heap_start += sizeof *object + size;
	object->size = size;
	return object;
}

void *kmalloc(size_t size)
{
	struct slab_object *object;

	size = (size + 15) & ~15u;
	object = take_spare(size);
	if (!object)
		object = take_fresh(size);
	if (!object)
		return NULL;
	object->live = true;
	object->next = objects;
	objects = object;
	memset(object->allocated_by, 0, sizeof object->allocated_by);
	memset(object->freed_by, 0, sizeof object->freed_by);
	save_trace((u32)__builtin_frame_address(0), object->allocated_by, ARRAY_SIZE(object->allocated_by));
	live++;
	return object + 1;
}

void *kzalloc(size_t size)
{
	void *pointer = kmalloc(size);

	return pointer ? memset(pointer, 0, size) : NULL;
}

struct slab_object *slab_find(u32 address)
{
	struct slab_object *object;

	for (object = objects; object; object = object->next) {
		if (address >= (u32)(object + 1) && address < (u32)(object + 1) + object->size)
			return object;
	}
	return NULL;
}

static void release_oldest(struct slab_object *oldest)
{
	struct slab_object **at = &objects;

	while (*at != oldest)
		at = &(*at)->next;
	*at = oldest->next;
	oldest->next = spare;
	spare = oldest;
}

void kfree(void *pointer)
{
	struct slab_object *object = (struct slab_object *)pointer - 1;

	if (!pointer)
		return;
	kasan_check(pointer, 1, true);
	object->live = false;
	live--;
	memset(pointer, POISON_FREE, object->size);
	save_trace((u32)__builtin_frame_address(0), object->freed_by, ARRAY_SIZE(object->freed_by));
	if (quarantine[quarantine_at])
		release_oldest(quarantine[quarantine_at]);
	quarantine[quarantine_at] = object;
	quarantine_at = (quarantine_at + 1) % QUARANTINE;
}

u32 slab_live(void)
{
	return live;
}

static int slab_show(void)
{
	printk("slab: HWalign=16, quarantine of %d objects, heap at [mem 0x%08x-0x%08x]\n", QUARANTINE, heap_start, heap_end - 1);
	return 0;
}
initcall(slab_show);
