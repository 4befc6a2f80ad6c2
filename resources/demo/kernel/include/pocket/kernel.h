// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#define EIO 5
#define ENOMEM 12
#define ENODEV 19
#define EINVAL 22
#define ENOTTY 25

typedef __builtin_va_list va_list;
#define va_start __builtin_va_start
#define va_end __builtin_va_end
#define va_arg __builtin_va_arg

int vsnprintf(char *buffer, size_t size, const char *format, va_list args);
int snprintf(char *buffer, size_t size, const char *format, ...) printf_like(3);

/* One line of the kernel's console, with its time; a line that does not end is continued by printk_cont(). */
void printk(const char *format, ...) printf_like(1);
void printk_cont(const char *format, ...) printf_like(1);

noreturn void panic(const char *format, ...) printf_like(1);
void warn_slowpath(const char *file, int line);
extern u32 tainted;

#define TAINT_DIE (1u << 7)
#define TAINT_WARN (1u << 9)

/* Says so on the console, once for each place, and goes on. */
#define WARN_ON_ONCE(condition)                                                                       \
	({                                                                                            \
		static bool warned;                                                                   \
		bool fires = (condition);                                                             \
		if (fires && !warned) {                                                               \
			warned = true;                                                                \
			warn_slowpath(__FILE__, __LINE__);                                            \
		}                                                                                     \
		fires;                                                                                \
	})

typedef int (*initcall_t)(void);
struct initcall {
	const char *name;
	initcall_t call;
};
#define initcall(function)                                                    \
	static const struct initcall initcall_##function                      \
		__attribute__((used, section(".initcall"))) = {#function, function}

extern const char pocket_banner[];
extern const char pocket_release[];
extern char command_line[256];
