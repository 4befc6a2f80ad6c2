// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/io.h>
#include <pocket/kernel.h>
#include <pocket/sched.h>
#include <pocket/string.h>

#define LINE_MAX 512

static void console_write(const char *text, u32 length)
{
	uart_write(UART_CONSOLE, text, length);
}

static void emit_time(void)
{
	char stamp[32];
	const u64 now = clock_us();
	const u32 seconds = (u32)div_u64(now, 1000000);
	const int length = snprintf(stamp, sizeof stamp, "[%5u.%06u] ", seconds, (u32)(now - (u64)seconds * 1000000));

	console_write(stamp, (u32)length);
}

void printk(const char *format, ...)
{
	char line[LINE_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	emit_time();
	console_write(line, strlen(line));
}

void printk_cont(const char *format, ...)
{
	char line[LINE_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	console_write(line, strlen(line));
}
