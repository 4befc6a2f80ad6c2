// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

void *memset(void *to, int byte, size_t count);
void *memcpy(void *to, const void *from, size_t count);
int memcmp(const void *a, const void *b, size_t count);
size_t strlen(const char *text);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t count);
/* Always ends the copy, cut if need be. */
void strlcpy(char *to, const char *from, size_t size);
u64 simple_strtoull(const char *text);
u64 div_u64(u64 value, u32 by);
