// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/* Numbers of one purpose; the same seed gives the same numbers whatever others draw. */
struct random_stream {
	u64 state;
};

void random_setup(u64 seed, const char *source);
struct random_stream random_stream(const char *purpose);
u32 random_below(struct random_stream *stream, u32 limit);
