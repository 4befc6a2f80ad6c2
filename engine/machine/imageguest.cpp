// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/imageguest.h"

#include "engine/machine/qemuoption.h"

#include <QTcpServer>

namespace culprit::machine
{

using namespace Qt::StringLiterals;

QStringList overlayArguments(const ImageGuest &guest, const QString &overlay)
{
    return {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, u"-b"_s, guest.disk, u"-F"_s, guest.diskFormat, overlay};
}

QStringList deviceArguments(const ImageGuest &guest, const QString &overlay)
{
    return {u"-drive"_s, u"file=%1,format=qcow2,if=virtio,cache=unsafe,discard=unmap"_s.arg(optionValue(overlay)),
            u"-nic"_s, u"user,model=virtio-net-pci,restrict=on,hostfwd=tcp:127.0.0.1:%1-:22"_s.arg(guest.port)};
}

QStringList sshArguments(const ImageGuest &guest, const QString &command)
{
    QStringList arguments{u"-F"_s, u"/dev/null"_s};
    for (const QString &option : {u"UserKnownHostsFile=/dev/null"_s, u"GlobalKnownHostsFile=/dev/null"_s,
                                  u"StrictHostKeyChecking=no"_s, u"IdentitiesOnly=yes"_s, u"IdentityAgent=none"_s,
                                  u"BatchMode=yes"_s, u"ConnectTimeout=10"_s, u"LogLevel=ERROR"_s}) {
        arguments += {u"-o"_s, option};
    }
    arguments += {u"-i"_s, guest.sshKey, u"-p"_s, QString::number(guest.port), u"-l"_s, guest.sshUser};
    arguments += u"127.0.0.1"_s;
    if (!command.isEmpty()) {
        arguments += command;
    }
    return arguments;
}

QString bringAgentCommand()
{
    return u"rm -f culprit-agent; cat > culprit-agent && chmod 700 culprit-agent"_s;
}

QString startAgentCommand()
{
    return u"./culprit-agent --over-ssh"_s;
}

bool isPortTaken(const QString &qemuOutput)
{
    return qemuOutput.contains(u"Could not set up host forwarding rule"_s);
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace culprit::machine
