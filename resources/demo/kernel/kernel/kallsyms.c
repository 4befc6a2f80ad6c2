// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/arch.h>
#include <pocket/kernel.h>

struct symbol {
	u32 address;
	const char *name;
};
extern const struct symbol kallsyms_table[] __attribute__((weak));
extern char _text[], _etext[];

void symbol_text(char *buffer, size_t size, u32 address)
{
	const struct symbol *symbol = kallsyms_table;
	u32 end;

	if (!symbol || address < (u32)_text || address >= (u32)_etext || address < symbol->address) {
		snprintf(buffer, size, "0x%x", address);
		return;
	}
	while (symbol[1].name && symbol[1].address <= address)
		symbol++;
	end = symbol[1].name ? symbol[1].address : (u32)_etext;
	snprintf(buffer, size, "%s+0x%x/0x%x", symbol->name, address - symbol->address, end - symbol->address);
}
