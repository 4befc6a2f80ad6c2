// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>
#include <pocket/mm.h>
#include <pocket/sched.h>

#define RULE "=================================================================="

static noreturn void report(const struct slab_object *object, u32 address, size_t size, bool write, u32 caller, u32 frame)
{
	const u32 start = (u32)(object + 1);
	char text[80];

	symbol_text(text, sizeof text, caller);
	printk(RULE "\n");
	printk("BUG: KASAN: slab-use-after-free in %s\n", text);
	printk("%s of size %u at addr %016x by task %s/%u\n", write ? "Write" : "Read", size, address, current_comm, current_pid);
	printk("\n");
	show_header();
	show_trace(frame);
	printk("\n");
	printk("Allocated by task %u:\n", current_pid);
	show_saved_trace(object->allocated_by, ARRAY_SIZE(object->allocated_by));
	printk("\n");
	printk("Freed by task %u:\n", current_pid);
	show_saved_trace(object->freed_by, ARRAY_SIZE(object->freed_by));
	printk("\n");
	printk("The buggy address belongs to the object at %016x\n", start);
	printk(" which belongs to the cache kmalloc-%u of size %u\n", object->size, object->size);
	printk("The buggy address is located %u bytes inside of\n", address - start);
	printk(" freed %u-byte region [%016x, %016x)\n", object->size, start, start + object->size);
	printk(RULE "\n");
	panic("KASAN: panic_on_warn set ...");
}

noinline void kasan_check(const void *address, size_t size, bool write)
{
	const struct slab_object *object = slab_find((u32)address);

	if (object && !object->live)
		report(object, (u32)address, size, write, (u32)__builtin_return_address(0), (u32)__builtin_frame_address(0));
}

static int kasan_show(void)
{
	printk("kasan: checks the accesses that are marked\n");
	return 0;
}
initcall(kasan_show);
