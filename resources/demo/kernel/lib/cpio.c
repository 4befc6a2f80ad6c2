// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/mm.h>
#include <pocket/string.h>

#define HEADER 110
#define FIELD_SIZE 6
#define FIELD_NAMESIZE 11

static u32 field(const char *header, u32 number)
{
	const char *digits = header + 6 + number * 8;
	u32 value = 0, i;

	for (i = 0; i < 8; i++) {
		const char c = digits[i];
		const u32 digit = c >= '0' && c <= '9' ? (u32)(c - '0') : (u32)((c | 32) - 'a' + 10);

		value = (value << 4) | (digit & 15);
	}
	return value;
}

static const char *base_name(const char *path, u32 length)
{
	const char *base = path;
	u32 i;

	for (i = 0; i + 1 < length && path[i]; i++) {
		if (path[i] == '/')
			base = path + i + 1;
	}
	return base;
}

/* newc archives, one after the other with zeros between them; a later file of the same name wins. */
void cpio_find(const char *data, u32 size, const char *name, struct initrd_file *found)
{
	u32 at = 0;

	while (at + HEADER <= size) {
		const char *header = data + at;
		u32 name_size, file_size, name_at, file_at;

		if (memcmp(header, "070701", 6) != 0) {
			if (*header != 0)
				return;
			at += 4;
			continue;
		}
		name_size = field(header, FIELD_NAMESIZE);
		file_size = field(header, FIELD_SIZE);
		name_at = at + HEADER;
		if (!name_size || name_size > size - name_at || data[name_at + name_size - 1] != 0)
			return;
		file_at = (name_at + name_size + 3) & ~3u;
		if (file_at > size || file_size > size - file_at)
			return;
		if (strcmp(base_name(data + name_at, name_size), name) == 0)
			*found = (struct initrd_file){data + file_at, file_size};
		at = (file_at + file_size + 3) & ~3u;
	}
}
