// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/kernel.h>
#include <pocket/random.h>
#include <pocket/string.h>

static u64 boot_seed;

static u64 mix(u64 value)
{
	value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ull;
	value = (value ^ (value >> 27)) * 0x94d049bb133111ebull;
	return value ^ (value >> 31);
}

void random_setup(u64 seed, const char *source)
{
	boot_seed = mix(seed + 0x9e3779b97f4a7c15ull);
	printk("random: crng init done (seed from %s)\n", source);
}

struct random_stream random_stream(const char *purpose)
{
	u64 hash = 0xcbf29ce484222325ull;

	for (; *purpose; purpose++)
		hash = (hash ^ (u8)*purpose) * 0x100000001b3ull;
	return (struct random_stream){mix(boot_seed ^ hash)};
}

u32 random_below(struct random_stream *stream, u32 limit)
{
	stream->state += 0x9e3779b97f4a7c15ull;
	return (u32)(((mix(stream->state) >> 32) * limit) >> 32);
}
