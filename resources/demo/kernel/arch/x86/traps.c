// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/io.h>
#include <pocket/kernel.h>

#define VECTOR_NMI 2
#define VECTOR_GP 13
#define VECTOR_PF 14
#define VECTOR_TIMER 32

static const char *const names[] = {"divide error", "debug", "NMI", "int3", "overflow", "bounds", "invalid opcode",
	"device not available", "double fault", "coprocessor segment overrun", "invalid TSS", "segment not present",
	"stack segment", "general protection fault", "page fault", "spurious interrupt", "x87 FPU error", "alignment check",
	"machine check", "SIMD exception"};

void do_trap(struct regs *regs);

static void page_fault_lines(const struct regs *regs, u32 address)
{
	if (address < 4096)
		printk("BUG: kernel NULL pointer dereference, address: %016x\n", address);
	else
		printk("BUG: unable to handle page fault for address: %016x\n", address);
	printk("#PF: supervisor %s in kernel mode\n",
	       regs->code & 16 ? "instruction fetch" : regs->code & 2 ? "write access" : "read access");
	printk("#PF: error_code(0x%04x) - %s page\n", regs->code, regs->code & 1 ? "permissions violation" : "not-present");
	printk("Oops: %04x [#1] PREEMPT\n", regs->code);
}

static noreturn void die(const struct regs *regs)
{
	show_header();
	show_regs(regs);
	tainted |= TAINT_DIE;
	printk("---[ end trace 0000000000000000 ]---\n");
	panic("Fatal exception");
}

static noreturn void do_nmi(const struct regs *regs)
{
	printk("Uhhuh. NMI received for unknown reason %02x on CPU 0.\n", inb(0x61));
	show_header();
	show_regs(regs);
	panic("NMI: Not continuing");
}

void do_trap(struct regs *regs)
{
	u32 address;

	switch (regs->vector) {
	case VECTOR_TIMER:
		timer_interrupt();
		return;
	case VECTOR_NMI:
		do_nmi(regs);
	case VECTOR_PF:
		__asm__ volatile("movl %%cr2, %0" : "=r"(address));
		page_fault_lines(regs, address);
		break;
	default:
		printk("%s: %04x [#1] PREEMPT\n", regs->vector < ARRAY_SIZE(names) ? names[regs->vector] : "unknown trap",
		       regs->code);
	}
	die(regs);
}
