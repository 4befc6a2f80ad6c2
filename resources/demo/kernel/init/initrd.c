// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/kernel.h>
#include <pocket/mm.h>
#include <pocket/string.h>

static const char *archive;
static u32 archive_size;

void initrd_set(u32 start, u32 end)
{
	archive = (const char *)start;
	archive_size = end - start;
}

struct initrd_file initrd_find(const char *name)
{
	struct initrd_file found = {NULL, 0};

	if (archive)
		cpio_find(archive, archive_size, name, &found);
	return found;
}

bool run_conf(const char *key, char *value, size_t size)
{
	const struct initrd_file file = initrd_find("run.conf");
	const size_t length = strlen(key);
	u32 at = 0;

	while (at < file.size) {
		u32 end = at;

		while (end < file.size && file.data[end] != '\n')
			end++;
		if (end - at > length && memcmp(file.data + at, key, length) == 0 && file.data[at + length] == '=') {
			u32 count = end - at - length - 1;

			if (count >= size)
				count = size - 1;
			memcpy(value, file.data + at + length + 1, count);
			value[count] = '\0';
			return true;
		}
		at = end + 1;
	}
	return false;
}
