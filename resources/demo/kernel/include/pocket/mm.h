// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct multiboot_info;
/* Reads the loader's memory map; gives the end of the memory that is used. */
u32 memmap_setup(const struct multiboot_info *info);
extern u32 heap_start, heap_end;

void *kmalloc(size_t size);
void *kzalloc(size_t size);
void kfree(void *pointer);
/* Objects that are allocated now. */
u32 slab_live(void);

#define POISON_FREE 0x6b

struct slab_object {
	struct slab_object *next;
	u32 size;
	bool live;
	u32 allocated_by[8], freed_by[8];
};
struct slab_object *slab_find(u32 address);

/* Reports the access and panics when the object at this address is no longer allocated. */
void kasan_check(const void *address, size_t size, bool write);

struct initrd_file {
	const char *data;
	u32 size;
};
/* The last file of that name in the archives; data is NULL when there is none. */
struct initrd_file initrd_find(const char *name);
void initrd_set(u32 start, u32 end);
void cpio_find(const char *data, u32 size, const char *name, struct initrd_file *found);
/* A value of run.conf. */
bool run_conf(const char *key, char *value, size_t size);
