// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/io.h>
#include <pocket/kernel.h>
#include <pocket/string.h>

struct descriptor_pointer {
	u16 limit;
	u32 base;
} packed;

struct gate {
	u16 offset_low, selector;
	u8 zero, type;
	u16 offset_high;
} packed;

static u64 gdt[4] = {
	0,
	0x00cf9a000000ffffull, /* code */
	0x00cf92000000ffffull, /* data */
	0x00cf92000000ffffull, /* window of the device */
};
static struct gate idt[256];

#define DECLARE(number) extern void vector_##number(void);
#define GATE(number) {number, vector_##number},
#define VECTORS(X) \
	X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19) X(32)
VECTORS(DECLARE)

static const struct {
	u8 number;
	void (*entry)(void);
} vectors[] = {VECTORS(GATE)};

void load_descriptors(const struct descriptor_pointer *gdt_pointer, const struct descriptor_pointer *idt_pointer);

static void setup_interrupt_controllers(void)
{
	/* Both 8259s to vectors 32 and 40, only the timer let through. */
	outb(0x20, 0x11);
	outb(0xa0, 0x11);
	outb(0x21, 32);
	outb(0xa1, 40);
	outb(0x21, 4);
	outb(0xa1, 2);
	outb(0x21, 1);
	outb(0xa1, 1);
	outb(0x21, 0xfe);
	outb(0xa1, 0xff);
}

void cpu_setup(void)
{
	const struct descriptor_pointer gdt_pointer = {sizeof gdt - 1, (u32)gdt};
	const struct descriptor_pointer idt_pointer = {sizeof idt - 1, (u32)idt};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(vectors); i++) {
		const u32 entry = (u32)vectors[i].entry;
		idt[vectors[i].number] = (struct gate){(u16)entry, SELECTOR_CODE, 0, 0x8e, (u16)(entry >> 16)};
	}
	load_descriptors(&gdt_pointer, &idt_pointer);
	setup_interrupt_controllers();
}

static int cpu_show(void)
{
	static const struct {
		u8 bit;
		const char *name;
	} features[] = {{0, "fpu"}, {3, "pse"}, {4, "tsc"}, {5, "msr"}, {6, "pae"}, {8, "cx8"}, {9, "apic"},
			{15, "cmov"}, {23, "mmx"}, {24, "fxsr"}, {25, "sse"}, {26, "sse2"}};
	u32 out[4], brand[13] = {0}, i;
	char vendor[13];

	cpuid(0, out);
	memcpy(vendor, &out[1], 4);
	memcpy(vendor + 4, &out[3], 4);
	memcpy(vendor + 8, &out[2], 4);
	vendor[12] = '\0';
	cpuid(0x80000000u, out);
	if (out[0] >= 0x80000004u) {
		for (i = 0; i < 3; i++)
			cpuid(0x80000002u + i, &brand[4 * i]);
	}
	cpuid(1, out);
	printk("x86/cpu: vendor %s, %s\n", vendor, (const char *)brand);
	printk("smpboot: CPU0: family 0x%x, model 0x%x, stepping 0x%x\n", (out[0] >> 8) & 15, (out[0] >> 4) & 15, out[0] & 15);
	printk("x86/cpu: features:");
	for (i = 0; i < ARRAY_SIZE(features); i++) {
		if (out[3] & (1u << features[i].bit))
			printk_cont(" %s", features[i].name);
	}
	printk_cont("\n");
	return 0;
}
initcall(cpu_show);
