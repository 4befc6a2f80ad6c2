// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/* As arch/x86/entry.S leaves it on the stack. */
struct regs {
	u32 fs;
	u32 edi, esi, ebp, esp_saved, ebx, edx, ecx, eax;
	u32 vector, code;
	u32 eip, cs, eflags;
};

#define SELECTOR_CODE 0x08
#define SELECTOR_DATA 0x10
#define SELECTOR_WINDOW 0x18

void cpu_setup(void);
void paging_setup(u32 memory_end);
bool is_mapped(u32 address);
void timer_interrupt(void);

struct regs;
void show_regs(const struct regs *regs);
void dump_stack(void);
void show_trace(u32 frame_pointer);
/* Return addresses of the callers, the nearest first; how many were found. */
u32 save_trace(u32 frame_pointer, u32 *addresses, u32 size);
void show_saved_trace(const u32 *addresses, u32 size);
void show_header(void);

/* "name+0x12/0x34" of the function that has this address. */
void symbol_text(char *buffer, size_t size, u32 address);

noreturn void machine_restart(void);
noreturn void machine_power_off(void);
void pvpanic_notify(void);
