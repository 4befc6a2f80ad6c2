// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The agent of Culprit in a Linux guest. It reports one record a line and runs the reproducer as its configuration
// says:
//   seconds=   time limit of the reproducer (10)
//   repeat=    1: start it again while time is left (0)
//   settle=    seconds to wait after it for delayed warnings (5)
//   heartbeat= seconds between two signs of life (5)
//   seed=      passed on as CULPRIT_SEED
//   waits=     1: say READY and wait on the port for "GO SEED ENTROPY", so that the machine can be saved before and
//              started from there again and again
// As process 1 of an initramfs it reads /run.conf, runs /repro and reports on the second serial port. Started over ssh
// in a distribution (--over-ssh) it reads the configuration, an empty line and the reproducer from its standard input,
// and reports on its standard output.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/random.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { TAINT_DIE = 1 << 7 };

static struct {
    long seconds;
    long repeat;
    long settle;
    long heartbeat;
    long seed;
    long waits;
} conf = {10, 0, 5, 5, 0, 0};

static int over_ssh;
static const char *self = "/init";
static const char *repro = "/repro";
static int port = -1;
static long beats;
static double next_beat;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// One write a record, so that what the reproducer prints on the same port cannot come between.
__attribute__((format(printf, 1, 2))) static void record(const char *format, ...)
{
    char text[256] = "CULPRIT:";
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + 8, sizeof text - 10, format, arguments);
    va_end(arguments);
    strcat(text, "\n");
    if (write(port, text, strlen(text)) < 0) {
        dprintf(2, "culprit agent: its records cannot be written: %s\n", strerror(errno));
    }
}

static void beat(void)
{
    if (now() >= next_beat) {
        record("HEARTBEAT %ld", ++beats);
        next_beat = now() + (double)conf.heartbeat;
    }
}

static void mount_all(void)
{
    static const struct {
        const char *type;
        const char *folder;
    } mounts[] = {
        {"proc", "/proc"},
        {"sysfs", "/sys"},
        {"devtmpfs", "/dev"},
        {"tmpfs", "/tmp"},
        {"devpts", "/dev/pts"},
        {"tmpfs", "/dev/shm"},
        {"debugfs", "/sys/kernel/debug"},
        {"tracefs", "/sys/kernel/tracing"},
        {"cgroup2", "/sys/fs/cgroup"},
    };
    for (size_t i = 0; i < sizeof mounts / sizeof *mounts; ++i) {
        mkdir(mounts[i].folder, 0755);
        mount(mounts[i].type, mounts[i].folder, mounts[i].type, 0, NULL);
    }
}

static void open_port(void)
{
    port = open("/dev/ttyS1", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (port < 0) {
        mknod("/ttyS1", S_IFCHR | 0600, makedev(4, 65));
        port = open("/ttyS1", O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    struct termios raw;
    if (port >= 0 && tcgetattr(port, &raw) == 0) {
        cfmakeraw(&raw);
        cfsetspeed(&raw, B115200);
        tcsetattr(port, TCSANOW, &raw);
    }
}

// To the end of the file or to an empty line.
static void read_conf(FILE *file)
{
    static const struct {
        const char *key;
        long *value;
    } keys[] = {
        {"seconds=", &conf.seconds},     {"repeat=", &conf.repeat}, {"settle=", &conf.settle},
        {"heartbeat=", &conf.heartbeat}, {"seed=", &conf.seed},     {"waits=", &conf.waits},
    };
    char line[128];
    while (file && fgets(line, sizeof line, file) && line[0] != '\n') {
        for (size_t i = 0; i < sizeof keys / sizeof *keys; ++i) {
            if (strncmp(line, keys[i].key, strlen(keys[i].key)) == 0) {
                *keys[i].value = atol(line + strlen(keys[i].key));
            }
        }
    }
    if (conf.heartbeat < 1) {
        conf.heartbeat = 1;
    }
}

// The rest of standard input. Returns 0 when it cannot be kept.
static int read_repro(void)
{
    char block[65536];
    size_t length = 0;
    unlink(repro);
    FILE *file = fopen(repro, "we");
    while (file && (length = fread(block, 1, sizeof block, stdin)) > 0) {
        fwrite(block, 1, length, file);
    }
    const int kept = file && !ferror(file) && !ferror(stdin);
    return file && fclose(file) == 0 && kept && chmod(repro, 0700) == 0;
}

static void loopback_up(void)
{
    const int s = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING};
    if (s >= 0) {
        ioctl(s, SIOCSIFFLAGS, &request);
        close(s);
    }
}

static void raise_limits(void)
{
    const struct rlimit files = {65536, 65536};
    const struct rlimit unlimited = {RLIM_INFINITY, RLIM_INFINITY};
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_NOFILE, &files);
    setrlimit(RLIMIT_MEMLOCK, &unlimited);
    setrlimit(RLIMIT_NPROC, &unlimited);
    setrlimit(RLIMIT_CORE, &none);
}

static long taint(void)
{
    char text[32] = "";
    const int file = open("/proc/sys/kernel/tainted", O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        const ssize_t length = read(file, text, sizeof text - 1);
        text[length > 0 ? length : 0] = '\0';
        close(file);
    }
    return atol(text);
}

// Does the kernel do the simplest things? If not, what follows says nothing about the bug.
static int self_test(long taint_at_boot)
{
    const pid_t child = fork();
    if (child == 0) {
        execl(self, self, "--self-test", (char *)NULL);
        _exit(127);
    }
    int status = -1;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 42) {
        record("SELF-TEST failed a child process did not run (status %d)", status);
        return 0;
    }
    const long tainted = taint();
    if ((tainted & TAINT_DIE) != 0 || tainted != taint_at_boot) {
        record("SELF-TEST failed the kernel is tainted (%ld)", tainted);
        return 0;
    }
    record("SELF-TEST ok");
    return 1;
}

static int is_script(void)
{
    char magic[4] = "";
    const int file = open(repro, O_RDONLY | O_CLOEXEC);
    const ssize_t length = file >= 0 ? read(file, magic, sizeof magic) : -1;
    if (file >= 0) {
        close(file);
    }
    return length != 4 || memcmp(magic, "\177ELF", 4) != 0;
}

static void become_repro(int script)
{
    char seed[32];
    snprintf(seed, sizeof seed, "%ld", conf.seed);
    setenv("CULPRIT_SEED", seed, 1);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    const int null = open("/dev/null", O_RDONLY);
    dup2(null, 0);
    dup2(port, 1);
    dup2(port, 2);
    if (!over_ssh) {
        setenv("PATH", "/bin:/sbin:/usr/bin:/usr/sbin", 1);
        setenv("HOME", "/tmp", 1);
        if (chdir("/tmp") != 0) {
            dprintf(2, "culprit agent: no /tmp: %s\n", strerror(errno));
        }
    }
    if (script && !over_ssh) {
        execl("/bin/busybox", "sh", repro, (char *)NULL);
    } else {
        execl(repro, repro, (char *)NULL);
        if (errno == ENOEXEC) { // a script that does not name its shell
            execl("/bin/sh", "sh", repro, (char *)NULL);
        }
    }
    dprintf(2, "culprit agent: %s cannot be executed: %s\n", repro, strerror(errno));
    _exit(errno == ENOENT ? 127 : 126);
}

// Kills our own children; those of a killed process become ours. Returns how many there were.
static int kill_children(void)
{
    int count = 0;
    DIR *processes = opendir("/proc");
    const struct dirent *entry = NULL;
    while (processes && (entry = readdir(processes))) {
        char path[300];
        char text[512] = "";
        snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
        const int file = atol(entry->d_name) > 0 ? open(path, O_RDONLY | O_CLOEXEC) : -1;
        const ssize_t length = file >= 0 ? read(file, text, sizeof text - 1) : 0;
        if (file >= 0) {
            close(file);
        }
        const char *name_end = length > 0 ? strrchr(text, ')') : NULL;
        int parent = 0;
        if (name_end && sscanf(name_end, ") %*c %d", &parent) == 1 && parent == getpid()) {
            kill((pid_t)atol(entry->d_name), SIGKILL);
            ++count;
        }
    }
    if (processes) {
        closedir(processes);
    }
    return count;
}

// Whatever the reproducer started; a process that the kernel does not let die is left after a second.
static void kill_rest(void)
{
    if (!over_ssh) {
        kill(-1, SIGKILL);
        return;
    }
    for (int round = 0; round < 100 && kill_children() > 0; ++round) {
        while (waitpid(-1, NULL, WNOHANG) > 0) {
        }
        usleep(10000);
    }
}

// Waits until `pid` ends or `end` is reached, and reaps whatever else ends. Returns 0 at the end of the time.
static int wait_for(pid_t pid, double end, int *status)
{
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    const struct timespec tenth = {0, 100000000};
    for (;;) {
        int one = 0;
        pid_t ended = 0;
        // Processes may end faster than they are reaped: the clock counts all the same.
        for (int reaped = 0; reaped < 1000 && (ended = waitpid(-1, &one, WNOHANG)) > 0; ++reaped) {
            if (ended == pid) {
                *status = one;
                return 1;
            }
        }
        if (now() >= end) {
            return 0;
        }
        beat();
        sigtimedwait(&child, NULL, &tenth);
    }
}

// Makes what getrandom() gives new: every start of a saved machine has the same state otherwise.
static void stir(const char *hex)
{
    struct {
        struct rand_pool_info info;
        unsigned char bytes[64];
    } pool = {{0, 0}, {0}};
    unsigned value = 0;
    while (pool.info.buf_size < (int)sizeof pool.bytes && sscanf(hex, "%2x", &value) == 1) {
        pool.bytes[pool.info.buf_size++] = (unsigned char)value;
        hex += 2;
    }
    pool.info.entropy_count = pool.info.buf_size * 8;
    const int file = open("/dev/urandom", O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        ioctl(file, RNDADDENTROPY, &pool);
        ioctl(file, RNDRESEEDCRNG);
        close(file);
    }
}

// A saved machine goes on in here. The first bytes may be lost to a port that was not restored yet.
// Returns 0 when nothing came.
static int wait_for_go(void)
{
    char line[256];
    size_t length = 0;
    record("READY");
    while (length < sizeof line - 1 && read(port, line + length, 1) == 1) {
        if (line[length] != '\n') {
            ++length;
            continue;
        }
        line[length] = '\0';
        length = 0;
        char *entropy = NULL;
        if (strncmp(line, "GO ", 3) == 0) {
            conf.seed = strtol(line + 3, &entropy, 10);
            stir(entropy + (*entropy == ' '));
            return 1;
        }
    }
    record("SELF-TEST failed nothing came that starts the reproducer");
    return 0;
}

static void run_repro(void)
{
    const int script = is_script();
    const double end = now() + (double)conf.seconds;
    int status = 0;
    int ended = 0;
    do {
        const pid_t child = fork();
        if (child == 0) {
            become_repro(script);
        }
        if (child < 0) {
            status = 125 << 8;
            ended = 1;
            wait_for(-1, now() + 0.5, &status);
            continue;
        }
        ended = wait_for(child, end, &status);
        kill_rest();
        if (WIFEXITED(status) && WEXITSTATUS(status) >= 126) {
            break; // it cannot be executed, and will not be next time
        }
    } while (conf.repeat && now() < end);
    if (!ended) {
        record("REPRO-EXIT timeout");
    } else if (WIFSIGNALED(status)) {
        record("REPRO-EXIT %d", 128 + WTERMSIG(status));
    } else {
        record("REPRO-EXIT %d", WEXITSTATUS(status));
    }
}

static void test(void)
{
    if (conf.waits && !wait_for_go()) {
        return;
    }
    next_beat = now() + (double)conf.heartbeat;
    record("REPRO-START");
    run_repro();
    int ignored = 0;
    wait_for(0, now() + (double)conf.settle, &ignored);
}

static void power_off(void)
{
    sync();
    reboot(RB_POWER_OFF);
    for (;;) {
        pause();
    }
}

static void begin_as_init(void)
{
    mount_all();
    open_port();
    FILE *file = fopen("/run.conf", "re");
    read_conf(file);
    if (file) {
        fclose(file);
    }
    loopback_up();
}

static int begin_over_ssh(void)
{
    repro = "./culprit-repro";
    port = fcntl(1, F_DUPFD_CLOEXEC, 3);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    read_conf(stdin);
    return read_repro();
}

// A reproducer that starts thousands of processes must not look like a hung kernel: the agent, which mostly sleeps,
// comes before them all. What it starts is scheduled as usual.
static void come_first(void)
{
    const struct sched_param least = {.sched_priority = 1};
    sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &least);
}

static void install_shell(void)
{
    const pid_t install = fork();
    if (install == 0) {
        execl("/bin/busybox", "busybox", "--install", "-s", "/bin", (char *)NULL);
        _exit(127);
    }
    waitpid(install, NULL, 0);
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--self-test") == 0) {
        return 42;
    }
    over_ssh = argc > 1 && strcmp(argv[1], "--over-ssh") == 0;
    if (!over_ssh && getpid() != 1) {
        fputs("This is the agent of a Culprit guest: process 1, or started with --over-ssh.\n", stderr);
        return 2;
    }
    self = argv[0];
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, NULL);
    if (!over_ssh) {
        begin_as_init();
    } else if (!begin_over_ssh()) {
        fprintf(stderr, "the reproducer cannot be written to its home: %s\n", strerror(errno));
        return 3;
    }
    raise_limits();
    come_first();

    struct utsname name;
    uname(&name);
    const long taint_at_boot = taint();
    record("BOOT-OK %s %ld", name.release, taint_at_boot);
    if (self_test(taint_at_boot)) {
        if (!over_ssh && is_script() && access("/bin/busybox", X_OK) == 0) {
            install_shell();
        }
        test();
    }
    record("DONE");
    if (over_ssh) {
        return 0;
    }
    power_off();
}
