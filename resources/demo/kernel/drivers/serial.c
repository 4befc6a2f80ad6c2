// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/io.h>
#include <pocket/kernel.h>

#define LINE_STATUS 5
#define TRANSMITTER_EMPTY 0x20

void uart_setup(u16 port)
{
	outb(port + 1, 0x00);
	outb(port + 3, 0x80);
	outb(port + 0, 0x01);
	outb(port + 1, 0x00);
	outb(port + 3, 0x03);
	outb(port + 2, 0xc7);
	outb(port + 4, 0x03);
}

static void uart_byte(u16 port, char c)
{
	u32 patience = 1000000;

	while (!(inb(port + LINE_STATUS) & TRANSMITTER_EMPTY) && --patience)
		cpu_relax();
	outb(port, (u8)c);
}

void uart_write(u16 port, const char *text, size_t length)
{
	for (; length; length--, text++) {
		if (*text == '\n')
			uart_byte(port, '\r');
		uart_byte(port, *text);
	}
}

static int serial_show(void)
{
	printk("serial8250: 2 ports, IRQ sharing disabled\n");
	printk("serial8250: ttyS0 at I/O %#x (irq = 4, base_baud = 115200) is a 16550A\n", UART_CONSOLE);
	printk("printk: console [ttyS0] enabled\n");
	printk("serial8250: ttyS1 at I/O %#x (irq = 3, base_baud = 115200) is a 16550A\n", UART_AGENT);
	return 0;
}
initcall(serial_show);
