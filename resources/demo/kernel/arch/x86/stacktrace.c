// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>
#include <pocket/sched.h>

extern char stack_bottom[], stack_top[];
extern char _text[], _etext[];

static bool on_stack(u32 address)
{
	return address >= (u32)stack_bottom && address + 8 <= (u32)stack_top && !(address & 3);
}

u32 save_trace(u32 frame_pointer, u32 *addresses, u32 size)
{
	u32 count = 0;

	while (count < size && on_stack(frame_pointer)) {
		const u32 *frame = (const u32 *)frame_pointer;

		if (frame[1] < (u32)_text || frame[1] >= (u32)_etext)
			break;
		addresses[count++] = frame[1];
		if (frame[0] <= frame_pointer)
			break;
		frame_pointer = frame[0];
	}
	return count;
}

void show_saved_trace(const u32 *addresses, u32 size)
{
	char text[80];
	u32 i;

	for (i = 0; i < size && addresses[i]; i++) {
		symbol_text(text, sizeof text, addresses[i] - 1);
		printk(" %s\n", text);
	}
}

void show_trace(u32 frame_pointer)
{
	u32 addresses[16] = {0};

	save_trace(frame_pointer, addresses, ARRAY_SIZE(addresses));
	printk("Call Trace:\n");
	printk(" <TASK>\n");
	show_saved_trace(addresses, ARRAY_SIZE(addresses));
	printk(" </TASK>\n");
}

void dump_stack(void)
{
	show_header();
	show_trace((u32)__builtin_frame_address(0));
}

void show_header(void)
{
	printk("CPU: 0 PID: %u Comm: %s %s %s #1\n", current_pid, current_comm, tainted ? "Tainted: G        W        " : "Not tainted",
	       pocket_release);
	printk("Hardware name: QEMU Standard PC (Q35 + ICH9, 2009), pocket board\n");
}

void show_regs(const struct regs *regs)
{
	const u32 *stack = (const u32 *)(regs + 1);
	char text[80];
	u32 cr0, cr2, cr3, cr4, i;

	symbol_text(text, sizeof text, regs->eip);
	printk("RIP: 0010:%s\n", text);
	printk("Code:");
	for (i = 0; i < 24 && is_mapped(regs->eip + i); i++)
		printk_cont(i ? " %02x" : " <%02x>", ((const u8 *)regs->eip)[i]);
	printk_cont("\n");
	printk("RSP: 0018:%016x EFLAGS: %08x\n", (u32)stack, regs->eflags);
	printk("RAX: %016x RBX: %016x RCX: %016x\n", regs->eax, regs->ebx, regs->ecx);
	printk("RDX: %016x RSI: %016x RDI: %016x\n", regs->edx, regs->esi, regs->edi);
	printk("RBP: %016x R08: %016x R09: %016x\n", regs->ebp, 0, 0);
	__asm__ volatile("movl %%cr0, %0\n\tmovl %%cr2, %1\n\tmovl %%cr3, %2\n\tmovl %%cr4, %3"
			 : "=r"(cr0), "=r"(cr2), "=r"(cr3), "=r"(cr4));
	printk("FS:  %016x(0000) GS:%016x(0000) knlGS:%016x\n", regs->fs, SELECTOR_WINDOW, 0);
	printk("CS:  %04x DS: %04x ES: %04x CR0: %016x\n", regs->cs, SELECTOR_DATA, SELECTOR_DATA, cr0);
	printk("CR2: %016x CR3: %016x CR4: %016x\n", cr2, cr3, cr4);
	show_trace(regs->ebp);
}
