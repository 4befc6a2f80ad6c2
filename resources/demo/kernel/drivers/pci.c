// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/io.h>
#include <pocket/kernel.h>

#define PCI_ADDRESS 0xcf8
#define PCI_DATA 0xcfc
#define PCI_DEVICES 32
#define PCI_FUNCTIONS 8

static u32 pci_read(u32 device, u32 function, u32 offset)
{
	outl(PCI_ADDRESS, 0x80000000u | (device << 11) | (function << 8) | (offset & 0xfc));
	return inl(PCI_DATA);
}

static const char *class_name(u32 class)
{
	switch (class >> 8) {
	case 0x0600:
		return "host bridge";
	case 0x0601:
		return "ISA bridge";
	case 0x0106:
		return "SATA controller";
	case 0x0c05:
		return "SMBus";
	case 0x0300:
		return "display";
	case 0x0200:
		return "network";
	default:
		return "device";
	}
}

static int pci_scan(void)
{
	u32 device, function, found = 0;

	printk("PCI: Using configuration type 1 for base access\n");
	printk("pci_bus 0000:00: root bus resource [bus 00-ff]\n");
	for (device = 0; device < PCI_DEVICES; device++) {
		for (function = 0; function < PCI_FUNCTIONS; function++) {
			const u32 id = pci_read(device, function, 0);
			const u32 class = pci_read(device, function, 8) >> 8;

			if (id == 0xffffffffu) {
				if (function == 0)
					break;
				continue;
			}
			found++;
			printk("pci 0000:00:%02x.%x: [%04x:%04x] type 00 class 0x%06x (%s)\n", device, function, id & 0xffff, id >> 16,
			       class, class_name(class));
			if (function == 0 && !(pci_read(device, 0, 12) & 0x800000))
				break;
		}
	}
	printk("pci_bus 0000:00: %u functions found\n", found);
	return 0;
}
initcall(pci_scan);
