// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/bootpage.h"

#include "app/wizard/equivalents.h"
#include "app/wizard/quantityfield.h"
#include "engine/machine/machinelimits.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace culprit::app
{

BootPage::BootPage() : SetupPage(tr("Boot"), tr("In what machine does it boot?"), u"boot"_s)
{
    addGuest();
    addMachine();
    connect(m_guest, &QComboBox::currentIndexChanged, this, &BootPage::showGuest);
    showGuest();
    for (QSpinBox *number : {m_count, m_cpus}) {
        connect(number, &QSpinBox::valueChanged, this, &BootPage::showHost);
    }
    connect(m_memory, &QLineEdit::textChanged, this, &BootPage::showHost);
    watchFields();
}

void BootPage::addGuest()
{
    m_guest = addChoice(u"machine.start"_s, tr("Gue&st"),
                        tr("Made here: the program's own user space, which a C program or shell script needs no more "
                           "than.\nBooted once a kernel: each run goes on from a snapshot taken where the test starts; "
                           "quicker, but not for bugs that depend on the boot.\nA disk image: a distribution of yours; "
                           "it is never written."));
    addWords(*m_guest, {{tr("made here, booted for each run"), u"boot"_s},
                        {tr("made here, booted once a kernel"), u"snapshot"_s},
                        {tr("a disk image, by ssh"), u"image"_s}});
    m_guest->setObjectName(u"guest"_s);
    m_disk = addPath(u"machine.disk"_s, tr("&Disk image"), tr("Raw or qcow2; runs write to throw-away overlays"),
                     PathKind::File);
    m_sshKey = addPath(u"machine.ssh_key"_s, tr("SSH ke&y"),
                       tr("Private key without a passphrase that the image lets in"), PathKind::File);
    m_sshUser = addLine(u"machine.ssh_user"_s, tr("SSH &user"), tr("Who is let in by that key. The default is root"),
                        u"root"_s);
}

void BootPage::addMachine()
{
    m_accel = addChoice(u"machine.accel"_s, tr("A&ccelerator"),
                        tr("KVM is several times quicker than emulation; whether it really works is tried when the "
                           "session starts"));
    addWords(*m_accel, {{tr("KVM where it really works, else emulation"), u"auto"_s},
                        {tr("KVM"), u"kvm"_s},
                        {tr("emulation (TCG)"), u"tcg"_s}});
    m_count =
        addNumber(u"machine.count"_s, tr("&Machines at once"),
                  tr("Runs of one kernel go side by side. The default is as many as cores and memory allow"), 0, 256);
    m_count->setSpecialValueText(tr("as cores and memory allow"));
    m_cpus = addNumber(u"machine.cpus"_s, tr("C&PUs each"), tr("Processors of each machine. The default is 2"), 1, 256);
    m_memory = new MemoryField;
    addField(u"machine.memory"_s, tr("M&emory each"), tr("Of each machine: 512M, 2G. The default is 2G"), m_memory,
             m_memory);
    m_append = addLine(u"machine.append"_s, tr("Kernel command l&ine"),
                       tr("Added to what each kernel is started with; see the command below"), tr("nothing more"));
    m_dumps = addNumber(u"machine.memory_dumps"_s, tr("Memo&ry dumps"),
                        tr("The memory of so many guests that hang is kept for a debugger, in files beside the "
                           "session; each is as large as a machine's memory in use"),
                        0, 100);
    m_dumps->setSpecialValueText(tr("none"));
}

bool BootPage::isImage() const
{
    return m_guest->currentData() == u"image"_s;
}

void BootPage::showGuest()
{
    for (const QString &key : {u"machine.disk"_s, u"machine.ssh_key"_s, u"machine.ssh_user"_s}) {
        setShown(key, isImage());
    }
}

/// All machines together against what the host has.
void BootPage::showHost()
{
    const auto host = machine::HostCapacity::now();
    const int memory = m_memory->value().value_or(0);
    if (memory == 0) {
        return;
    }
    const int fitting = machine::machineCount(host, m_cpus->value(), memory);
    const int wanted = m_count->value() == 0 ? fitting : m_count->value();
    const QString sum = tr("%1 at once, %2 MB together. This host has %3 MB free and a processor count of %4.")
                            .arg(wanted)
                            .arg(qint64(wanted) * memory)
                            .arg(host.availableMb)
                            .arg(host.cores);
    note(u"machine.count"_s,
         wanted > fitting ? sum + u' ' + tr("That is too much: a starved machine looks like a hung one.") : sum);
}

QList<session::SetupMistake> BootPage::mistakes() const
{
    QList<session::SetupMistake> found = SetupPage::mistakes();
    if (isImage() && m_disk->text().trimmed().isEmpty()) {
        found.append({u"machine.disk"_s, tr("is missing: name the disk image that the guests boot.")});
    }
    if (isImage() && m_sshKey->text().trimmed().isEmpty()) {
        found.append({u"machine.ssh_key"_s, tr("is missing: name the private key that the image lets in.")});
    }
    return found;
}

void BootPage::read(const session::Setup &setup)
{
    const session::Setup::Machine &machine = setup.machine;
    choose(*m_guest, machine.isImage() ? u"image"_s : machine.snapshot ? u"snapshot"_s : u"boot"_s);
    m_disk->setText(machine.disk);
    m_sshKey->setText(machine.sshKey);
    m_sshUser->setText(machine.sshUser);
    choose(*m_accel, machine.accel);
    m_count->setValue(machine.count);
    m_cpus->setValue(machine.cpus);
    m_memory->setValue(machine.memoryMB);
    m_append->setText(machine.append);
    m_dumps->setValue(machine.memoryDumps);
    showHost();
}

void BootPage::write(session::Setup &setup) const
{
    session::Setup::Machine &machine = setup.machine;
    const session::Setup::Machine defaults;
    machine.snapshot = m_guest->currentData() == u"snapshot"_s;
    machine.disk = isImage() ? m_disk->text().trimmed() : QString();
    machine.sshKey = isImage() ? m_sshKey->text().trimmed() : QString();
    machine.sshUser = isImage() ? m_sshUser->text().trimmed() : defaults.sshUser;
    machine.accel = m_accel->currentData().toString();
    machine.count = m_count->value();
    machine.cpus = m_cpus->value();
    machine.memoryMB = m_memory->value().value_or(machine.memoryMB);
    machine.append = m_append->text().trimmed();
    machine.memoryDumps = m_dumps->value();
}

QString BootPage::commands(const session::Setup &setup) const
{
    return bootCommands(setup);
}

} // namespace culprit::app
