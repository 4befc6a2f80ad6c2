// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/byhand.h"

#include "engine/machine/imageguest.h"
#include "engine/process/shellword.h"

#include <algorithm>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;
using process::shellWord;
using process::shellWords;

const QString overlayName = u"disk.qcow2"_s; // in the temporary folder

/// A person's remark is one line and nothing that a terminal acts on.
QString comment(QString remark)
{
    std::ranges::replace_if(remark, [](QChar c) { return !c.isPrint(); }, u'?');
    return u"# "_s + remark;
}

/// Tabs and line ends may stand within quotes or a build command.
bool isForTerminals(QStringView text)
{
    return std::ranges::none_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
}

/// Options with their values, one on a line each, which the next line goes on with.
QString optionLines(const QStringList &arguments)
{
    QString lines;
    for (const QString &argument : arguments) {
        lines += (argument.startsWith(u'-') ? u" \\\n    "_s : u" "_s) + shellWord(argument);
    }
    return lines;
}

QString qemuLine(const ByHand &run, const QStringList &ports, const QString &more)
{
    const QStringList name{u"-name"_s, u"culprit-"_s + run.request.name};
    return shellWord(run.request.qemu) + optionLines(name + machineArguments(run.request, ports)) +
           u" \\\n    -kernel \"$kernel\""_s + more;
}

QStringList checkLines(const QString &name, const CheckedFile &file)
{
    if (file.sha256.isEmpty()) {
        return {};
    }
    return {u"check \"$%1\" %2"_s.arg(name, shellWord(QString::fromLatin1(file.sha256)))};
}

/// `name`=path, and its check.
QStringList fileLines(const QString &name, const CheckedFile &file)
{
    return QStringList{u"%1=%2"_s.arg(name, shellWord(file.path))} + checkLines(name, file);
}

QStringList filesOf(const ByHand &run)
{
    QStringList lines{u"set -e"_s, u"check() {"_s, u"    [ \"$(sha256sum <\"$1\")\" = \"$2  -\" ] && return"_s,
                      u"    echo \"$1 is not what the run had: its SHA-256 should be $2.\" >&2; exit 1"_s, u"}"_s};
    return lines + (run.build.isEmpty() ? fileLines(u"kernel"_s, run.kernel)
                                        : QStringList{run.build} + checkLines(u"kernel"_s, run.kernel));
}

/// Both ports share the terminal.
QStringList initramfsPorts()
{
    return {u"-chardev"_s, u"stdio,id=con,mux=on,signal=off"_s,
            u"-mon"_s,     u"chardev=con"_s,
            u"-serial"_s,  u"chardev:con"_s,
            u"-serial"_s,  u"chardev:con"_s,
            u"-nic"_s,     u"none"_s};
}

QStringList imagePorts(const ImageGuest &guest)
{
    return QStringList{u"-serial"_s, u"stdio"_s, u"-monitor"_s, u"none"_s} + deviceArguments(guest, overlayName);
}

QString overlayLine(const ImageGuest &guest)
{
    return shellWords(QStringList{guest.qemuImg} + overlayArguments(guest, overlayName));
}

/// A multiboot kernel's initramfs must have a plain name: QEMU splits it at blanks and
/// commas.
QStringList initramfsLines(const ByHand &run)
{
    return filesOf(run) + fileLines(u"initramfs"_s, run.input) +
           QStringList{u"cd \"${initramfs%/*}\""_s,
                       u"exec "_s + qemuLine(run, initramfsPorts(), u" -initrd \"${initramfs##*/}\""_s)};
}

/// Through a pipe of its own, QEMU cannot make the terminal non-blocking for the others.
QStringList imageLines(const ByHand &run, ImageGuest guest)
{
    if (guest.port == 0) {
        guest.port = freePort();
    }
    return filesOf(run) + fileLines(u"agent"_s, run.agent) + fileLines(u"input"_s, run.input) +
           QStringList{
               u"folder=$(mktemp -d)"_s,
               u"machine="_s,
               u"trap 'kill $machine 2>/dev/null; wait; rm -rf \"$folder\"' EXIT"_s,
               u"trap 'exit 130' INT TERM HUP"_s,
               u"cd \"$folder\""_s,
               overlayLine(guest),
               u"mkfifo console"_s,
               u"cat <console &"_s,
               qemuLine(run, imagePorts(guest), u" </dev/null >console &"_s),
               u"machine=$!"_s,
               u"guest() { %1 \"$@\"; }"_s.arg(shellWords(QStringList{guest.ssh} + sshArguments(guest))),
               u"until guest %1 <\"$agent\"; do"_s.arg(shellWord(bringAgentCommand())),
               u"    sleep 5"_s,
               u"    kill -0 $machine || exit 1"_s,
               u"done"_s,
               u"guest %1 <\"$input\" || { kill -0 $machine && sleep 10; } # for a late report"_s.arg(
                   shellWord(startAgentCommand())),
           };
}

} // namespace

Result<QByteArray> byHandText(const ByHand &run)
{
    const auto *image = std::get_if<ImageGuest>(&run.request.guest);
    QStringList lines;
    std::ranges::transform(run.remarks, std::back_inserter(lines), comment);
    lines += u"("_s;
    lines += image != nullptr ? imageLines(run, *image) : initramfsLines(run);
    lines += u")"_s;
    const QString text = lines.join(u'\n') + u'\n';
    if (!isForTerminals(text)) {
        return wrongUse("The run's settings or paths hold control characters, which a terminal would act on when they "
                        "are pasted.");
    }
    return text.toUtf8();
}

QString machineText(const RunRequest &request)
{
    ByHand run;
    run.request = request;
    if (const auto *image = std::get_if<ImageGuest>(&request.guest)) {
        return overlayLine(*image) + u'\n' + qemuLine(run, imagePorts(*image), {});
    }
    return qemuLine(run, initramfsPorts(), u" -initrd \"$initramfs\""_s);
}

} // namespace culprit::machine
