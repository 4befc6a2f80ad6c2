// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#define MULTIBOOT_LOADED 0x2badb002

struct multiboot_info {
	u32 flags;
	u32 mem_lower, mem_upper;
	u32 boot_device;
	u32 cmdline;
	u32 mods_count, mods_addr;
	u32 syms[4];
	u32 mmap_length, mmap_addr;
};

struct multiboot_module {
	u32 start, end, string, reserved;
};

struct multiboot_mmap {
	u32 size;
	u64 base, length;
	u32 type;
} packed;
