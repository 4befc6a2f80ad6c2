// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <pocket/agent.h>
#include <pocket/frame.h>
#include <pocket/kernel.h>
#include <pocket/sched.h>
#include <pocket/string.h>

/* See Documentation/reproducer.txt for the language. */

#define WORD_MAX 80
#define DEPTH_MAX 4
#define HEARTBEAT_MS 5000
#define EXIT_USAGE 2
#define POINTS 20 /* yields of one default script, see Documentation/scheduler.txt */

struct script {
	const char *text;
	u32 size, at, line;
	int handle;
	u32 heartbeats;
	u32 depth;
	struct {
		u32 at, line, left;
	} loops[DEPTH_MAX];
	int exit_code;
	bool done;
};

/* The next word of this line, empty at its end. */
static void next_word(struct script *script, char *word)
{
	u32 length = 0;

	while (script->at < script->size && (script->text[script->at] == ' ' || script->text[script->at] == '\t'))
		script->at++;
	while (script->at < script->size && script->text[script->at] > ' ') {
		if (length < WORD_MAX - 1)
			word[length++] = script->text[script->at];
		script->at++;
	}
	word[length] = '\0';
}

static void skip_line(struct script *script)
{
	while (script->at < script->size && script->text[script->at] != '\n')
		script->at++;
	if (script->at < script->size)
		script->at++;
	script->line++;
}

static void fail(struct script *script, const char *what, const char *word)
{
	char text[160];

	snprintf(text, sizeof text, "repro:%u: %s \"%s\"\n", script->line, what, word);
	agent_print(text);
	script->exit_code = EXIT_USAGE;
	script->done = true;
}

static u32 next_number(struct script *script)
{
	char word[WORD_MAX];

	next_word(script, word);
	return (u32)simple_strtoull(word);
}

static void do_open(struct script *script)
{
	char path[WORD_MAX];

	next_word(script, path);
	script->handle = pocket_open(path);
	if (script->handle < 0)
		fail(script, "cannot open", path);
}

static void do_ioctl(struct script *script)
{
	char request[WORD_MAX];
	int result;

	next_word(script, request);
	if (strcmp(request, "FRAME") == 0)
		result = pocket_ioctl(script->handle, POCKET_IOCTL_FRAME, next_number(script));
	else if (strcmp(request, "FLUSH") == 0)
		result = pocket_ioctl(script->handle, POCKET_IOCTL_FLUSH, 0);
	else if (strcmp(request, "STAT") == 0)
		result = pocket_ioctl(script->handle, POCKET_IOCTL_STAT, 0);
	else
		return fail(script, "unknown ioctl", request);
	if (result < 0)
		fail(script, "failed ioctl", request);
}

static void do_repeat(struct script *script)
{
	const u32 count = next_number(script);

	if (script->depth == DEPTH_MAX)
		return fail(script, "too deep", "repeat");
	skip_line(script);
	script->loops[script->depth].at = script->at;
	script->loops[script->depth].line = script->line;
	script->loops[script->depth].left = count;
	script->depth++;
}

static void do_end(struct script *script)
{
	if (!script->depth)
		return fail(script, "no repeat before", "end");
	if (script->loops[script->depth - 1].left > 1) {
		script->loops[script->depth - 1].left--;
		script->at = script->loops[script->depth - 1].at;
		script->line = script->loops[script->depth - 1].line;
	} else {
		script->depth--;
		skip_line(script);
	}
}

static void do_sleep(struct script *script)
{
	u32 left = next_number(script);

	while (left) {
		const u32 step = left < HEARTBEAT_MS ? left : HEARTBEAT_MS;

		msleep(step);
		left -= step;
		if (step == HEARTBEAT_MS)
			agent_record("HEARTBEAT %u", ++script->heartbeats);
	}
}

static void do_print(struct script *script)
{
	char text[2] = {0};

	while (script->at < script->size && script->text[script->at] == ' ')
		script->at++;
	for (; script->at < script->size && script->text[script->at] != '\n'; script->at++) {
		text[0] = script->text[script->at];
		agent_print(text);
	}
	agent_print("\n");
}

static void do_exit(struct script *script)
{
	script->exit_code = (int)next_number(script);
	script->done = true;
}

static noinline void do_null(void)
{
	u32 address = 16;

	__asm__("" : "+r"(address));
	*(volatile u32 *)address = 1;
}

static void do_command(struct script *script)
{
	char word[WORD_MAX];

	next_word(script, word);
	if (strcmp(word, "repeat") == 0)
		return do_repeat(script);
	if (strcmp(word, "end") == 0)
		return do_end(script);
	if (strcmp(word, "open") == 0)
		do_open(script);
	else if (strcmp(word, "ioctl") == 0)
		do_ioctl(script);
	else if (strcmp(word, "close") == 0)
		pocket_close(script->handle);
	else if (strcmp(word, "rate") == 0)
		sched_set_contention(next_number(script), POINTS);
	else if (strcmp(word, "sleep") == 0)
		do_sleep(script);
	else if (strcmp(word, "print") == 0)
		do_print(script);
	else if (strcmp(word, "exit") == 0)
		do_exit(script);
	else if (strcmp(word, "null") == 0)
		do_null();
	else if (strcmp(word, "hang") == 0)
		for (;;)
			__asm__ volatile("cli; pause");
	else if (word[0] && word[0] != '#')
		fail(script, "unknown command", word);
	skip_line(script);
}

noinline int repro_run(const char *text, u32 size)
{
	struct script script = {.text = text, .size = size, .line = 1, .handle = -1};

	while (!script.done && script.at < script.size)
		do_command(&script);
	return script.exit_code;
}
