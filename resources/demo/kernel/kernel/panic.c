// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>
#include <pocket/sched.h>

u32 tainted;

void panic(const char *format, ...)
{
	char reason[200];
	va_list args;

	va_start(args, format);
	vsnprintf(reason, sizeof reason, format, args);
	va_end(args);
	printk("Kernel panic - not syncing: %s\n", reason);
	pvpanic_notify();
	printk("Kernel Offset: disabled\n");
	machine_restart();
}

void warn_slowpath(const char *file, int line)
{
	char text[80];

	symbol_text(text, sizeof text, (u32)__builtin_return_address(0));
	printk("------------[ cut here ]------------\n");
	printk("WARNING: CPU: 0 PID: %u at %s:%d %s\n", current_pid, file, line, text);
	printk("Modules linked in:\n");
	show_header();
	printk("RIP: 0010:%s\n", text);
	show_trace((u32)__builtin_frame_address(0));
	printk("---[ end trace 0000000000000000 ]---\n");
	tainted |= TAINT_WARN;
}
