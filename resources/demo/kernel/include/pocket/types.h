// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed int s32;
typedef signed long long s64;
typedef u32 size_t;
typedef _Bool bool;

#define true 1
#define false 0
#define NULL ((void *)0)

#define noinline __attribute__((noinline, noclone))
#define noreturn __attribute__((noreturn))
#define packed __attribute__((packed))
#define printf_like(at) __attribute__((format(printf, at, at + 1)))
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define container_of(pointer, type, member) ((type *)((char *)(pointer) - __builtin_offsetof(type, member)))
