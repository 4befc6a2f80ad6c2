// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/runrequest.h"

#include "engine/machine/imageguest.h"
#include "engine/machine/qemuoption.h"

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

/// One hang shall have one title: the detectors fire in this order, all before the silence counts as one.
QStringList hangArguments(const RunRequest &request)
{
    const int scale = slowdown(request.accelerator);
    QStringList arguments{u"rcupdate.rcu_cpu_stall_timeout=%1"_s.arg(21 * scale),
                          u"watchdog_thresh=%1"_s.arg(12 * scale),
                          u"sysctl.kernel.hung_task_timeout_secs=%1"_s.arg(45 * scale),
                          u"workqueue.watchdog_thresh=%1"_s.arg(45 * scale)};
    if (request.panicOnHang) {
        arguments += {u"softlockup_panic=1"_s, u"hung_task_panic=1"_s};
    }
    return arguments;
}

QStringList port(const QString &id, const QString &file, const QString &input = {})
{
    const QString reads = input.isEmpty() ? QString() : u",input-path="_s + optionValue(input);
    return {u"-chardev"_s, u"file,id=%1,path=%2,append=on%3"_s.arg(id, optionValue(file), reads), u"-serial"_s,
            u"chardev:"_s + id};
}

QStringList initramfsArguments(const RunRequest &request, const RunFiles &files)
{
    const SnapshotFiles saved(request.snapshot);
    const bool isSaved = request.start == GuestStart::Saved;
    QStringList arguments{u"-initrd"_s, request.start == GuestStart::Cold ? files.initramfs : saved.initramfs};
    arguments += port(u"agent"_s, files.agent, isSaved ? files.agentInput : QString());
    arguments += {u"-nic"_s, u"none"_s};
    if (isSaved) {
        arguments += {u"-incoming"_s, u"defer"_s};
    }
    return arguments;
}

} // namespace

Deadlines Deadlines::scaled(int factor) const
{
    Deadlines result = *this;
    for (ms Deadlines::*part : {&Deadlines::firmware, &Deadlines::boot, &Deadlines::overTest, &Deadlines::noOutput,
                                &Deadlines::settle, &Deadlines::powerOff, &Deadlines::wall}) {
        result.*part *= factor;
    }
    return result;
}

QString kernelCommandLine(const RunRequest &request)
{
    QStringList arguments{u"console=ttyS0"_s,   u"earlyprintk=serial"_s,
                          u"ignore_loglevel"_s, u"printk.devkmsg=on"_s,
                          u"oops=panic"_s,      u"panic_on_warn=%1"_s.arg(request.panicOnWarn ? 1 : 0),
                          u"panic=-1"_s};
    arguments += hangArguments(request);
    arguments += {u"unknown_nmi_panic"_s, u"no_hash_pointers"_s, u"random.trust_cpu=on"_s, u"net.ifnames=0"_s};
    if (std::holds_alternative<ImageGuest>(request.guest)) {
        arguments += {u"root=/dev/vda"_s, u"rw"_s};
    }
    if (!request.kernelArguments.isEmpty()) {
        arguments += request.kernelArguments;
    }
    return arguments.join(u' ');
}

QStringList machineArguments(const RunRequest &request, const QStringList &ports)
{
    QStringList arguments{u"-nodefaults"_s, u"-no-user-config"_s};
    arguments += processorArguments(request.accelerator);
    arguments += {u"-smp"_s, QString::number(request.cpus), u"-m"_s, QString::number(request.memoryMb)};
    arguments += {u"-display"_s, u"none"_s, u"-no-reboot"_s, u"-action"_s, u"panic=none"_s};
    arguments += {u"-append"_s, kernelCommandLine(request)};
    arguments += ports;
    arguments += {u"-device"_s, u"pvpanic"_s, u"-device"_s, u"virtio-rng-pci"_s};
    return arguments;
}

QStringList qemuArguments(const RunRequest &request)
{
    const RunFiles files(request.folder);
    QStringList ports = port(u"con"_s, files.console);
    if (const auto *image = std::get_if<ImageGuest>(&request.guest)) {
        ports += deviceArguments(*image, files.disk);
    } else {
        ports += initramfsArguments(request, files);
    }
    QStringList arguments{u"-name"_s, u"culprit-%1,process=culprit-%1"_s.arg(request.name)};
    arguments += machineArguments(request, ports);
    arguments += {u"-kernel"_s, request.kernelImage, u"-S"_s};
    arguments += {u"-qmp"_s, u"unix:%1,server=on,wait=off"_s.arg(optionValue(files.monitor))};
    arguments += {u"-sandbox"_s, u"on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"_s};
    return arguments;
}

SnapshotFiles::SnapshotFiles(const QString &folder) : state(folder + u"/state"_s), initramfs(folder + u"/initramfs"_s)
{
}

RunFiles::RunFiles(const QString &folder)
    : console(folder + u"/console.log"_s),
      agent(folder + u"/agent.log"_s),
      monitor(folder + u"/qmp"_s),
      initramfs(folder + u"/initramfs"_s),
      agentInput(folder + u"/agent.in"_s),
      disk(folder + u"/disk.qcow2"_s)
{
}

} // namespace culprit::machine
