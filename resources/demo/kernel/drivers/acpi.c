// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>
#include <pocket/string.h>

#define TABLE_HEADER 36

struct root_pointer {
	char signature[8];
	u8 checksum;
	char oem[6];
	u8 revision;
	u32 rsdt;
} packed;

struct table {
	char signature[4];
	u32 length;
	u8 revision, checksum;
	char oem[6];
	char oem_table[8];
	u32 oem_revision;
	char creator[4];
} packed;

static void show_table(u32 address)
{
	const struct table *table = (const struct table *)address;
	char signature[5] = {0}, oem[7] = {0}, oem_table[9] = {0};

	if (!is_mapped(address)) {
		printk("ACPI: table at 0x%08x is out of reach\n", address);
		return;
	}
	memcpy(signature, table->signature, 4);
	memcpy(oem, table->oem, 6);
	memcpy(oem_table, table->oem_table, 8);
	printk("ACPI: %s 0x%016x %06x (v%02u %-6s %-8s %08x)\n", signature, address, table->length, table->revision, oem, oem_table,
	       table->oem_revision);
}

static int acpi_tables(void)
{
	const struct root_pointer *root = NULL;
	const struct table *rsdt;
	u32 address, count, i;

	for (address = 0xe0000; address < 0x100000 && !root; address += 16) {
		if (memcmp((const void *)address, "RSD PTR ", 8) == 0)
			root = (const struct root_pointer *)address;
	}
	if (!root)
		return -ENODEV;
	printk("ACPI: Early table checksum verification disabled\n");
	printk("ACPI: RSDP 0x%016x %06x (v%02u BOCHS )\n", (u32)root, 20, root->revision);
	show_table(root->rsdt);
	rsdt = (const struct table *)root->rsdt;
	if (!is_mapped(root->rsdt) || rsdt->length < TABLE_HEADER)
		return -EIO;
	count = (rsdt->length - TABLE_HEADER) / 4;
	for (i = 0; i < count && i < 16; i++)
		show_table(((const u32 *)(root->rsdt + TABLE_HEADER))[i]);
	return 0;
}
initcall(acpi_tables);
