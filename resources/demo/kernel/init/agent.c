// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/agent.h>
#include <pocket/io.h>
#include <pocket/kernel.h>
#include <pocket/string.h>

void agent_print(const char *text)
{
	uart_write(UART_AGENT, text, strlen(text));
}

void agent_record(const char *format, ...)
{
	char line[160];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	agent_print("CULPRIT:");
	agent_print(line);
	agent_print("\n");
}
