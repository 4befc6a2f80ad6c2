// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/largesession.h"

#include "engine/session/journal.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

namespace culprit::tests
{

using namespace session;

namespace
{

// In a line: %x 16 random hexadecimal digits, %d a random number, %c a random character.
constexpr std::array bootLines{
    "Linux version 6.1.%d (builder@host) (gcc (Debian 14.2.0-19) 14.2.0) #1 SMP PREEMPT_DYNAMIC",
    "Command line: console=ttyS0 panic=-1 nokaslr root=/dev/ram0 init=/init",
    "BIOS-e820: [mem 0x%x-0x%x] usable",
    "x86/fpu: Supporting XSAVE feature 0x%d: 'x87 floating point registers'",
    "pci 0000:00:%d.0: [8086:%d] type 00 class 0x0%d",
    "pci 0000:00:%d.0: reg 0x10: [mem 0x%x-0x%x pref]",
    "ACPI: PCI Interrupt Link [LNK%c] (IRQs 5 *10 11)",
    "NET: Registered PF_INET6 protocol family",
    "EXT4-fs (vda%d): mounted filesystem %x r/w with ordered data mode. Quota mode: none.",
    "audit: type=2000 audit(%d.%d:1): state=initialized audit_enabled=0 res=1",
};
constexpr std::array noiseLines{
    "systemd[1]: Started session-%d.scope - Session %d of User root.",
    "device veth%d entered promiscuous mode",
    "8021q: adding VLAN 0 to HW filter on device veth%d",
    "netdevsim netdevsim%d netdevsim%d: renamed from eth%d",
    "executing program %d:",
    "mmap(&(0x7f0000%d000/0x%d000)=nil, 0x%d000, 0x3, 0x32, 0xffffffffffffffff, 0x0)",
    "loop%d: detected capacity change from 0 to %d",
    "EXT4-fs error (device loop%d): ext4_lookup:1855: inode #2: comm syz-executor.%d: iget: bad extra_isize %d",
    "FAULT_INJECTION: forcing a failure. name failslab, interval 1, probability 0, space 0, times %d",
};
constexpr std::array crashLines{
    "==================================================================",
    "BUG: KASAN: slab-use-after-free in tcp_recvmsg+0x%d/0x%d net/ipv4/tcp.c:%d",
    "Read of size 8 at addr %x by task syz-executor.%d/%d",
    "CPU: %d UID: 0 PID: %d Comm: syz-executor.%d Not tainted 6.1.0-culprit #1",
    " dump_stack_lvl+0x%d/0x%d lib/dump_stack.c:%d",
    " print_report+0x%d/0x%d mm/kasan/report.c:%d",
    " __x64_sys_recvfrom+0x%d/0x%d net/socket.c:%d",
    "RSP: 0018:%x EFLAGS: 00000246 ORIG_RAX: %x",
    "RAX: %x RBX: %x RCX: %x",
    "R10: %x R11: %x R12: %x",
};

/// `numbers` gives what is the same in each boot of one kernel: all but the times and every eighth address.
void addLine(QByteArray &text, const char *pattern, quint64 &microseconds, QRandomGenerator &random,
             QRandomGenerator &numbers)
{
    microseconds += random.bounded(20'000U);
    const QByteArray time = QByteArray::number(microseconds / 1'000'000) + '.' +
                            QByteArray::number(microseconds % 1'000'000).rightJustified(6, '0');
    text += '[' + time.rightJustified(12, ' ') + "] ";
    for (; *pattern != '\0'; ++pattern) {
        if (*pattern != '%') {
            text += *pattern;
            continue;
        }
        switch (*++pattern) {
        case 'x':
            text +=
                "ffff8880" +
                QByteArray::number((numbers.bounded(8) == 0 ? random : numbers).generate(), 16).rightJustified(8, '0');
            break;
        case 'd':
            text += QByteArray::number(numbers.bounded(1 << numbers.bounded(1, 12)));
            break;
        default:
            text += static_cast<char>('A' + numbers.bounded(8));
        }
    }
    text += '\n';
}

ObjectId commitId(int number)
{
    QRandomGenerator random(static_cast<quint32>(number));
    std::array<std::uint8_t, 20> bytes{};
    for (std::uint8_t &byte : bytes) {
        byte = static_cast<std::uint8_t>(random.bounded(256));
    }
    return ObjectId(bytes);
}

history::CommitRange range()
{
    history::CommitRange range;
    for (int i = 0; i <= 300; ++i) {
        history::CommitInfo commit;
        commit.id = commitId(i);
        commit.subject = "subsystem: change number " + std::to_string(i);
        commit.author = "A. Uthor";
        commit.date = 1'700'000'000 + i * 3600;
        commit.parentCount = 1;
        if (i == 0) {
            commit.tags = {"v1.0"};
            range.goods = {commit};
            continue;
        }
        if (i > 1) {
            commit.parents = {static_cast<history::CommitIndex>(i - 2)};
        }
        range.commits.push_back(commit);
    }
    range.bad = range.commits.back();
    return range;
}

Result<LogId> addLog(Journal &journal, const QByteArray &text)
{
    const Result<LogId> log = journal.createLog();
    if (!log) {
        return log;
    }
    return journal.appendLog(*log, text).and_then([&] { return journal.endLog(*log); }).transform([&] { return *log; });
}

class Writer final
{
public:
    Writer(Journal &journal, const LargeSession &shape) : m_journal(journal), m_shape(shape) {}

    Result<void> write()
    {
        m_payloads.push_back(EngineStarted{QStringLiteral("Linux 6.1, 8 cores"),
                                           QStringLiteral("QEMU emulator 10.0"),
                                           QStringLiteral("kvm"),
                                           QStringLiteral("It works."),
                                           4,
                                           {}});
        Result<void> done;
        for (int i = 1; i <= m_shape.builds && done; ++i) {
            done = addBuild(i).and_then([this] { return appendSome(); });
        }
        for (int i = 1; i <= m_shape.runs && done; ++i) {
            done = addRun(i).and_then([this] { return appendSome(); });
        }
        for (int i = 0; i < m_shape.judgements; ++i) {
            m_payloads.push_back(TitleJudged{QStringLiteral("WARNING in function_%1").arg(i % 50), Relevance::Unrelated,
                                             QStringLiteral("seen before, note %1").arg(i), QStringLiteral("me")});
        }
        m_payloads.push_back(EngineStopped{QStringLiteral("Paused."), false});
        return done.and_then([this] { return m_journal.append(m_payloads); });
    }

private:
    /// Now and then, so that events and logs lie mixed in the file as they do in a real one.
    Result<void> appendSome()
    {
        if (m_payloads.size() < 20) {
            return {};
        }
        return m_journal.append(std::exchange(m_payloads, {}));
    }

    Result<void> addBuild(int number)
    {
        const ObjectId revision = commitId(number * 290 / m_shape.builds + 1);
        const CommitText text{QStringLiteral("subsystem: change of build %1\n\nIt does \u2013 something.").arg(number),
                              QStringLiteral("--- a/file.c\n+++ b/file.c\n@@ -1 +1 @@\n-old\n+new %1\n").arg(number)};
        const Result<LogId> log = addLog(m_journal, kernelConsole(10'000U + static_cast<quint32>(number), 20'000));
        const Result<LogId> config =
            addLog(m_journal, "CONFIG_X86=y\nCONFIG_NR_CPUS=" + QByteArray::number(number) + '\n');
        if (!log || !config) {
            return failedOutside("no log");
        }
        m_payloads.push_back(BuildStarted{BuildId{number}, revision, *log, QStringLiteral("step %1").arg(number)});
        BuildEnded ended;
        ended.build = BuildId{number};
        ended.signature = QString(64, u'a');
        ended.command = QStringLiteral("make -j8 bzImage");
        ended.milliseconds = 60'000 + number;
        ended.config = *config;
        m_payloads.push_back(ended);
        return m_journal.setCommitText(revision, text);
    }

    Result<void> addRun(int number)
    {
        const BuildId build{number % m_shape.builds + 1};
        const bool crashed = number % 3 == 0;
        const Result<LogId> console =
            addLog(m_journal, number % 20 == 0 ? QByteArray()
                                               : bootConsole(static_cast<quint32>(number), m_shape.bootBytes,
                                                             m_shape.consoleBytes + number % 1000));
        if (!console) {
            return std::unexpected(console.error());
        }
        m_payloads.push_back(RunStarted{RunId{number}, build,
                                        commitId(static_cast<int>(build.value) * 290 / m_shape.builds + 1), *console,
                                        number % 4, QStringLiteral("kvm"), number, 50});
        RunEnded ended;
        ended.run = RunId{number};
        ended.outcome = crashed ? Outcome::Crashed : Outcome::Ok;
        if (crashed) {
            ended.title = QStringLiteral("KASAN: slab-use-after-free Read in tcp_recvmsg");
            ended.type = QStringLiteral("KASAN-READ");
            ended.report = QString::fromUtf8(kernelConsole(20'000U + static_cast<quint32>(number), 2000 + number * 7));
        }
        ended.reason = QStringLiteral("The run %1 ended.").arg(number);
        ended.command = QStringLiteral("qemu-system-x86_64 -m 2048 -smp 2 -kernel bzImage");
        ended.milliseconds = 9000 + number;
        m_payloads.push_back(ended);
        return {};
    }

    Journal &m_journal;
    const LargeSession &m_shape;
    std::vector<Payload> m_payloads;
};

} // namespace

QByteArray kernelConsole(quint32 seed, qsizetype size)
{
    return bootConsole(seed, 0, size);
}

QByteArray bootConsole(quint32 seed, qsizetype bootBytes, qsizetype size)
{
    QRandomGenerator random(seed);
    QRandomGenerator kernel(1);
    QByteArray text;
    text.reserve(size + 200);
    quint64 microseconds = 0;
    while (text.size() < bootBytes) {
        addLine(text, bootLines.at(kernel.bounded(quint32(bootLines.size()))), microseconds, random, kernel);
    }
    for (int i = 0; text.size() < size; ++i) {
        const char *line = i < 40         ? bootLines.at(random.bounded(quint32(bootLines.size())))
                           : i % 400 < 30 ? crashLines.at(static_cast<std::size_t>(i % 400) % crashLines.size())
                                          : noiseLines.at(random.bounded(quint32(noiseLines.size())));
        addLine(text, line, microseconds, random, random);
    }
    text.truncate(size);
    return text;
}

Result<void> writeLargeSession(const QString &path, const LargeSession &shape)
{
    SessionCreated created;
    created.program = QStringLiteral("culprit 0.1.0");
    created.setup.kernel.repo = QStringLiteral("/nowhere/linux");
    created.setup.kernel.bad = QStringLiteral("v1.1");
    created.bad = commitId(300);
    created.goods = {commitId(0)};
    const Result<std::unique_ptr<Journal>> journal = Journal::create(path, created, range());
    if (!journal) {
        return std::unexpected(journal.error());
    }
    return Writer(**journal, shape).write();
}

} // namespace culprit::tests
