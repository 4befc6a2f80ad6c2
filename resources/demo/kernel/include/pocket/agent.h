// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/* The second serial port: one record for each call, or plain text of the reproducer. */
void agent_record(const char *format, ...) printf_like(1);
void agent_print(const char *text);

/* Interprets the reproducer's script; gives its exit code. */
int repro_run(const char *script, u32 size);
