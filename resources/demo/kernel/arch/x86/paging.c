// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>

#define PAGE_PRESENT 0x001
#define PAGE_WRITE 0x002
#define PAGE_LARGE 0x080
#define LARGE_PAGE 0x400000u
#define LAPIC_BASE 0xfee00000u

static u32 directory[1024] __attribute__((aligned(4096)));
static u32 lowest[1024] __attribute__((aligned(4096)));

bool is_mapped(u32 address)
{
	const u32 entry = directory[address / LARGE_PAGE];

	if (!(entry & PAGE_PRESENT))
		return false;
	return (entry & PAGE_LARGE) || (lowest[address >> 12] & PAGE_PRESENT);
}

/* An NMI reaches the processor by the second pin of its local interrupt controller. */
static void let_nmi_through(void)
{
	*(volatile u32 *)(LAPIC_BASE + 0x0f0) = 0x1ff;
	*(volatile u32 *)(LAPIC_BASE + 0x350) = 0x700; /* LINT0: the 8259 */
	*(volatile u32 *)(LAPIC_BASE + 0x360) = 0x400; /* LINT1: NMI */
}

/* Memory as it is, but page zero, so that a NULL pointer faults, and nothing above the memory's end. */
void paging_setup(u32 memory_end)
{
	u32 i;

	for (i = 1; i < 1024; i++)
		lowest[i] = (i << 12) | PAGE_PRESENT | PAGE_WRITE;
	directory[0] = (u32)lowest | PAGE_PRESENT | PAGE_WRITE;
	for (i = 1; i < 1024 && i * LARGE_PAGE < memory_end; i++)
		directory[i] = (i * LARGE_PAGE) | PAGE_PRESENT | PAGE_WRITE | PAGE_LARGE;
	directory[LAPIC_BASE / LARGE_PAGE] = (LAPIC_BASE & ~(LARGE_PAGE - 1)) | PAGE_PRESENT | PAGE_WRITE | PAGE_LARGE | 0x10;

	__asm__ volatile("movl %%cr4, %%eax\n\torl $0x10, %%eax\n\tmovl %%eax, %%cr4\n\t"
			 "movl %0, %%cr3\n\t"
			 "movl %%cr0, %%eax\n\torl $0x80010000, %%eax\n\tmovl %%eax, %%cr0"
			 : : "r"(directory) : "eax", "memory");
	printk("paging: identity mapped up to %#x, page zero unmapped\n", memory_end);
	let_nmi_through();
}
