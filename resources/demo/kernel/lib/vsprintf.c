// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/kernel.h>
#include <pocket/string.h>

struct output {
	char *at, *end;
	u32 length;
};

static void put(struct output *out, char c)
{
	if (out->at < out->end)
		*out->at++ = c;
	out->length++;
}

static u32 digits_of(u64 value, u32 base, char *digits)
{
	u32 count = 0;

	do {
		const u64 rest = base == 16 ? value >> 4 : div_u64(value, 10);

		digits[count++] = "0123456789abcdef"[(u32)(value - rest * base)];
		value = rest;
	} while (value);
	return count;
}

static void put_number(struct output *out, u64 value, u32 base, bool negative, bool prefix, u32 width, char pad)
{
	char digits[24];
	u32 count = digits_of(value, base, digits);
	u32 taken = count + negative + (prefix ? 2 : 0);

	if (pad == '0' && negative)
		put(out, '-');
	if (pad == '0' && prefix)
		put(out, '0'), put(out, 'x');
	for (; taken < width; taken++)
		put(out, pad);
	if (pad != '0' && negative)
		put(out, '-');
	if (pad != '0' && prefix)
		put(out, '0'), put(out, 'x');
	while (count)
		put(out, digits[--count]);
}

static void put_text(struct output *out, const char *text, u32 width, bool left)
{
	u32 length = text ? strlen(text) : 0;
	u32 i;

	for (i = length; !left && i < width; i++)
		put(out, ' ');
	for (i = 0; i < length; i++)
		put(out, text[i]);
	for (i = length; left && i < width; i++)
		put(out, ' ');
}

/* d u x s c p %, with #, 0, -, a width and ll. */
int vsnprintf(char *buffer, size_t size, const char *format, va_list args)
{
	struct output out = {buffer, size ? buffer + size - 1 : buffer, 0};

	for (; *format; format++) {
		bool prefix = false, left = false, wide = false;
		char pad = ' ';
		u32 width = 0;

		if (*format != '%') {
			put(&out, *format);
			continue;
		}
		for (format++; *format == '#' || *format == '0' || *format == '-'; format++) {
			prefix |= *format == '#';
			left |= *format == '-';
			pad = *format == '0' ? '0' : pad;
		}
		while (*format >= '0' && *format <= '9')
			width = width * 10 + (u32)(*format++ - '0');
		for (; *format == 'l'; format++)
			wide |= format[1] == 'l';
		switch (*format) {
		case 'd': {
			const s64 value = wide ? va_arg(args, s64) : va_arg(args, s32);
			put_number(&out, value < 0 ? -(u64)value : (u64)value, 10, value < 0, false, width, pad);
			break;
		}
		case 'u':
			put_number(&out, wide ? va_arg(args, u64) : va_arg(args, u32), 10, false, false, width, pad);
			break;
		case 'x':
			put_number(&out, wide ? va_arg(args, u64) : va_arg(args, u32), 16, false, prefix, width, pad);
			break;
		case 'p':
			put_number(&out, (u32)va_arg(args, void *), 16, false, false, 8, '0');
			break;
		case 's':
			put_text(&out, va_arg(args, const char *), width, left);
			break;
		case 'c':
			put(&out, (char)va_arg(args, int));
			break;
		case '\0':
			format--;
			break;
		default:
			put(&out, *format);
		}
	}
	if (size)
		*out.at = '\0';
	return (int)out.length;
}

int snprintf(char *buffer, size_t size, const char *format, ...)
{
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(buffer, size, format, args);
	va_end(args);
	return length;
}
