// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/agent.h>
#include <pocket/arch.h>
#include <pocket/io.h>
#include <pocket/kernel.h>
#include <pocket/mm.h>
#include <pocket/multiboot.h>
#include <pocket/random.h>
#include <pocket/sched.h>
#include <pocket/string.h>

extern const struct initcall __initcall_start[], __initcall_end[];
char command_line[256];

void start_kernel(u32 magic, const struct multiboot_info *info);

static void setup_random(void)
{
	char seed[32];

	if (run_conf("seed", seed, sizeof seed))
		random_setup(simple_strtoull(seed), "run.conf");
	else
		random_setup(rdtsc(), "tsc");
}

static void do_initcalls(void)
{
	const struct initcall *at;

	for (at = __initcall_start; at < __initcall_end; at++) {
		const u64 start = clock_us();
		const int result = at->call();

		printk("initcall %s returned %d after %u usecs\n", at->name, result, (u32)(clock_us() - start));
	}
}

/* A crash in here is no crash of the reproducer. */
static void self_test(void)
{
	void *memory = kmalloc(100);

	if (!memory || slab_find((u32)memory) == NULL) {
		agent_record("SELF-TEST failed");
		machine_power_off();
	}
	kfree(memory);
	agent_record("SELF-TEST ok");
}

static noinline int run_reproducer(void)
{
	const struct initrd_file script = initrd_find("repro");

	if (!script.data) {
		agent_print("no file \"repro\" in the initrd\n");
		return 127;
	}
	current_comm = "repro";
	return repro_run(script.data, script.size);
}

static noreturn void run_init(void)
{
	int code;

	current_pid = 1;
	current_comm = "init";
	printk("Run /init as init process\n");
	agent_record("BOOT-OK %s %u", pocket_release, tainted);
	self_test();
	agent_record("REPRO-START");
	code = run_reproducer();
	drain_work();
	agent_record("REPRO-EXIT %d", code);
	agent_record("DONE");
	machine_power_off();
}

void start_kernel(u32 magic, const struct multiboot_info *info)
{
	const struct multiboot_module *modules = (const struct multiboot_module *)info->mods_addr;

	uart_setup(UART_CONSOLE);
	uart_setup(UART_AGENT);
	clock_setup();
	printk("%s\n", pocket_banner);
	if (magic != MULTIBOOT_LOADED)
		panic("No multiboot loader");
	if (info->flags & 4)
		strlcpy(command_line, (const char *)info->cmdline, sizeof command_line);
	printk("Command line: %s\n", command_line);
	cpu_setup();
	paging_setup(memmap_setup(info));
	if ((info->flags & 8) && info->mods_count > 0)
		initrd_set(modules[0].start, modules[0].end);
	setup_random();
	do_initcalls();
	run_init();
}
