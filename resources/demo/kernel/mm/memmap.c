// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/kernel.h>
#include <pocket/mm.h>
#include <pocket/multiboot.h>

#define MEMORY_LIMIT 0x40000000u

extern char _text[], _etext[], _end[];
u32 heap_start, heap_end;

static const char *type_name(u32 type)
{
	static const char *const names[] = {"unknown", "usable", "reserved", "ACPI data", "ACPI NVS", "unusable"};

	return type < ARRAY_SIZE(names) ? names[type] : "reserved";
}

static u32 show_map(const struct multiboot_info *info)
{
	u32 at = info->mmap_addr, end = 0;

	printk("BIOS-provided physical RAM map:\n");
	while (at < info->mmap_addr + info->mmap_length) {
		const struct multiboot_mmap *entry = (const struct multiboot_mmap *)at;
		const u64 last = entry->base + entry->length - 1;

		printk("BIOS-e820: [mem 0x%016llx-0x%016llx] %s\n", entry->base, last, type_name(entry->type));
		if (entry->type == 1 && entry->base == 0x100000)
			end = last >= MEMORY_LIMIT ? MEMORY_LIMIT : (u32)last + 1;
		at += entry->size + 4;
	}
	return end;
}

u32 memmap_setup(const struct multiboot_info *info)
{
	const struct multiboot_module *modules = (const struct multiboot_module *)info->mods_addr;
	u32 end = info->flags & 64 ? show_map(info) : 0, i;

	if (!end)
		end = 0x100000 + info->mem_upper * 1024;
	heap_start = (u32)_end;
	for (i = 0; (info->flags & 8) && i < info->mods_count; i++) {
		printk("RAMDISK: [mem 0x%08x-0x%08x]\n", modules[i].start, modules[i].end - 1);
		if (modules[i].end > heap_start)
			heap_start = modules[i].end;
	}
	heap_start = (heap_start + 4095) & ~4095u;
	heap_end = end & ~4095u;
	printk("Memory: %uK/%uK available (%uK kernel code, %uK data)\n", (heap_end - heap_start) / 1024, end / 1024,
	       (u32)(_etext - _text) / 1024, (u32)(_end - _etext) / 1024);
	return end;
}
