// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/string.h>

void *memset(void *to, int byte, size_t count)
{
	void *at = to;

	__asm__ volatile("rep stosb" : "+D"(at), "+c"(count) : "a"(byte) : "memory");
	return to;
}

void *memcpy(void *to, const void *from, size_t count)
{
	void *at = to;

	__asm__ volatile("rep movsb" : "+D"(at), "+S"(from), "+c"(count) : : "memory");
	return to;
}

int memcmp(const void *a, const void *b, size_t count)
{
	const u8 *left = a, *right = b;

	for (; count; count--, left++, right++) {
		if (*left != *right)
			return *left - *right;
	}
	return 0;
}

size_t strlen(const char *text)
{
	const char *end = text;

	while (*end)
		end++;
	return (size_t)(end - text);
}

int strncmp(const char *a, const char *b, size_t count)
{
	for (; count && *a && *a == *b; count--)
		a++, b++;
	return count ? (u8)*a - (u8)*b : 0;
}

int strcmp(const char *a, const char *b)
{
	return strncmp(a, b, (size_t)-1);
}

void strlcpy(char *to, const char *from, size_t size)
{
	if (!size)
		return;
	while (--size && *from)
		*to++ = *from++;
	*to = '\0';
}

u64 simple_strtoull(const char *text)
{
	u64 value = 0;

	while (*text >= '0' && *text <= '9')
		value = value * 10 + (u64)(*text++ - '0');
	return value;
}

u64 div_u64(u64 value, u32 by)
{
	u32 high = (u32)(value >> 32), low = (u32)value, rest = 0, upper = 0;

	if (high >= by) {
		upper = high / by;
		high %= by;
	}
	__asm__("divl %4" : "=a"(low), "=d"(rest) : "0"(low), "1"(high), "rm"(by));
	return ((u64)upper << 32) | low;
}
