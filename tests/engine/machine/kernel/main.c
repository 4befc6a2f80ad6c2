// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A guest for the tests of a run: plays the part that "role=" on its command line names.

enum { Console = 0x3f8, Agent = 0x2f8, PvPanic = 0x505, PowerControl = 0x604, ResetControl = 0xcf9 };

void triple_fault(void);
void kernel_main(const char *arguments);
void nmi(void);

static void out8(unsigned short port, unsigned char value)
{
    __asm__ volatile("outb %0, %1" : : "a"(value), "d"(port));
}

static void out16(unsigned short port, unsigned short value)
{
    __asm__ volatile("outw %0, %1" : : "a"(value), "d"(port));
}

static unsigned char in8(unsigned short port)
{
    unsigned char value;
    __asm__ volatile("inb %1, %0" : "=a"(value) : "d"(port));
    return value;
}

static void print(unsigned short port, const char *text)
{
    for (; *text; ++text) {
        out8(port, (unsigned char)*text);
    }
}

static void print_number(unsigned short port, unsigned number)
{
    char digits[11];
    char *p = digits + 10;
    *p = 0;
    do {
        *--p = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    print(port, p);
}

static void power_off(void)
{
    out16(PowerControl, 0x2000);
    for (;;) {
    }
}

static void reset(void)
{
    out8(ResetControl, 0x06);
    triple_fault();
}

// Until the second hand of the clock moves.
static void wait_second(void)
{
    out8(0x70, 0);
    const unsigned char before = in8(0x71);
    while (in8(0x71) == before) {
        out8(0x70, 0);
    }
}

static void panic(const char *reason)
{
    print(Console, "[    1.0] BUG: unable to handle page fault for address: 00000008\n");
    for (int i = 0; i < 20; ++i) {
        print(Console, "[    1.0]  a_frame_of_the_trace+0x12/0x34\n");
    }
    print(Console, "[    1.0] Kernel panic - not syncing: ");
    print(Console, reason);
    print(Console, "\n[    1.0] ---[ end Kernel panic ]---\n");
    out8(PvPanic, 1);
    reset();
}

void nmi(void)
{
    print(Console, "[    9.0] NMI received for unknown reason 00 on CPU 0.\n");
    panic("NMI: Not continuing");
}

static int is_role(const char *arguments, const char *role)
{
    for (; *arguments; ++arguments) {
        const char *a = arguments;
        const char *r = role;
        for (const char *p = "role="; *p && *a == *p; ++p) {
            ++a;
        }
        if (a - arguments != 5) {
            continue;
        }
        while (*r && *a == *r) {
            ++a;
            ++r;
        }
        if (!*r && (*a == 0 || *a == ' ')) {
            return 1;
        }
    }
    return 0;
}

static char read_agent_port(void)
{
    while ((in8(Agent + 5) & 1) == 0) {
    }
    return (char)in8(Agent);
}

// A saved machine goes on in here: waits for the line "GO SEED ..." and prints it as the reproducer would.
static void wait_for_go(void)
{
    char line[80];
    print(Agent, "CULPRIT:READY\n");
    for (unsigned length = 0;;) {
        const char c = read_agent_port();
        if (c != '\n' && length < sizeof line - 2) {
            line[length++] = c;
            continue;
        }
        line[length++] = '\n';
        line[length] = 0;
        if (line[0] == 'G' && line[1] == 'O') {
            print(Console, "[    2.0] went on\n");
            print(Agent, line);
            return;
        }
        length = 0;
    }
}

static void boot(int waits)
{
    print(Agent, "CULPRIT:BOOT-OK 0.1-test 0\n");
    print(Agent, "CULPRIT:SELF-TEST ok\n");
    if (waits) {
        wait_for_go();
    }
    print(Agent, "CULPRIT:REPRO-START\n");
}

static void exit_with(unsigned code)
{
    print(Agent, "CULPRIT:REPRO-EXIT ");
    print_number(Agent, code);
    print(Agent, "\nCULPRIT:DONE\n");
    power_off();
}

static void flood(void)
{
    for (unsigned i = 1; i <= 20000; ++i) {
        print(Console, "[    1.0] line ");
        print_number(Console, i);
        print(Console, " of a flood of lines that must all arrive, whoever reads them\n");
    }
}

static void garbage(void)
{
    unsigned state = 1;
    for (unsigned i = 0; i < 100000; ++i) {
        state = state * 1103515245 + 12345;
        out8(Agent, (unsigned char)(state >> 16));
    }
    print(Agent, "\nunfinished CULPRIT:HEARTBEAT 1\nCULPRIT:NONSENSE 1\n");
}

void kernel_main(const char *arguments)
{
    if (is_role(arguments, "nobanner")) {
        for (;;) {
        }
    }
    print(Console, "[    0.0] Linux version 0.1-test (a test guest)\n");
    if (is_role(arguments, "bootspin")) {
        for (;;) {
        }
    }
    if (is_role(arguments, "bootpanic")) {
        panic("Attempted to kill init!");
    }
    if (is_role(arguments, "selftest")) {
        print(Agent, "CULPRIT:BOOT-OK 0.1-test 128\nCULPRIT:SELF-TEST failed the kernel is tainted (128)\n");
        power_off();
    }
    boot(is_role(arguments, "waits"));
    if (is_role(arguments, "exit7")) {
        print(Agent, "hello from the reproducer\n");
        exit_with(7);
    } else if (is_role(arguments, "panic")) {
        panic("Fatal exception");
    } else if (is_role(arguments, "report")) {
        print(Console, "[    1.0] BUG: a report that ends nothing\n");
        for (;;) {
        }
    } else if (is_role(arguments, "slowreport")) {
        for (unsigned i = 0; i < 3; ++i) {
            wait_second();
        }
        print(Console, "[    4.0] BUG: a report that comes late\n");
        for (;;) {
        }
    } else if (is_role(arguments, "latecrash")) {
        print(Agent, "CULPRIT:REPRO-EXIT 0\nCULPRIT:DONE\n");
        panic("late");
    } else if (is_role(arguments, "spin")) {
        for (;;) {
        }
    } else if (is_role(arguments, "beat")) {
        for (unsigned i = 1;; ++i) {
            wait_second();
            print(Agent, "CULPRIT:HEARTBEAT ");
            print_number(Agent, i);
            print(Agent, "\n");
        }
    } else if (is_role(arguments, "reset")) {
        reset();
    } else if (is_role(arguments, "off")) {
        power_off();
    } else if (is_role(arguments, "triple")) {
        triple_fault();
    } else if (is_role(arguments, "flood")) {
        flood();
    } else if (is_role(arguments, "garbage")) {
        garbage();
    }
    exit_with(0);
}
