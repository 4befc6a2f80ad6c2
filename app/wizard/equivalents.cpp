// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/equivalents.h"

#include "engine/conductor/kernelrequest.h"
#include "engine/conductor/machinerequest.h"
#include "engine/machine/byhand.h"
#include "engine/process/shellword.h"
#include "engine/session/quantities.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using process::shellWord;
using process::shellWords;

namespace
{

/// A path to be typed or still missing.
QString path(const QString &given, const QString &missing)
{
    return shellWord(given.isEmpty() ? missing : given);
}

/// One line that a shell passes over.
QString remark(QString text)
{
    std::ranges::replace_if(text, [](QChar c) { return !c.isPrint(); }, u' ');
    return u"# "_s + text;
}

QString text(const QStringList &lines)
{
    return lines.join(u'\n') + u'\n';
}

kernel::Placeholders placeholders(const kernel::BuildRequest &request)
{
    kernel::Placeholders values{.source = u"."_s,
                                .objects = u"../objects"_s,
                                .config = u"../objects/.config"_s,
                                .jobs = QThread::idealThreadCount(),
                                .variables = request.recipe.variables};
    const QString &compiler = request.ways.compiler;
    if (!compiler.isEmpty()) {
        values.variables += u"CC="_s + compiler;
    }
    return values;
}

/// What git is told; none where its own words will do.
session::Terms termsOf(const session::Setup::Kernel &kernel)
{
    const bool isFix = kernel.find == session::Find::Fix;
    return kernel.terms.isOwn() || !isFix ? kernel.terms : session::Terms{.older = u"broken"_s, .newer = u"fixed"_s};
}

QStringList configLines(const session::Setup::Kernel &kernel, const kernel::BuildRequest &request)
{
    QStringList lines;
    if (kernel.makesConfig()) {
        lines += u"make -C source O=../objects "_s + kernel.config + u"   # once, by the newest revision"_s;
    } else if (!kernel.config.isEmpty()) {
        lines += u"cp %1 objects/.config"_s.arg(shellWord(kernel.config));
    }
    if (!kernel.fragments.isEmpty()) {
        lines +=
            u"source/scripts/kconfig/merge_config.sh -m -O objects objects/.config "_s + shellWords(kernel.fragments);
    }
    for (const session::OverrideSetup &change : kernel.overrides) {
        const QString where = kernel::stretchText(
            {.from = change.stretch.from.toStdString(), .until = change.stretch.until.toStdString()});
        lines += u"printf '%s\\n' %1 >>objects/.config   # %2"_s.arg(shellWords(change.options), where);
    }
    for (const session::FixupSetup &fixup : kernel.fixups) {
        lines += fixup.commit.isEmpty() ? u"git -C source apply "_s + shellWord(fixup.patch)
                                        : u"git -C source cherry-pick --no-commit "_s + shellWord(fixup.commit);
    }
    if (!request.ways.toolchains.isEmpty()) {
        lines += remark(u"CC by the age of the revision: "_s + kernel.compiler);
    }
    return lines;
}

} // namespace

QString rangeCommands(const session::Setup &setup)
{
    const session::Setup::Kernel &kernel = setup.kernel;
    QStringList start{u"git"_s, u"bisect"_s, u"start"_s};
    if (kernel.firstParent) {
        start += u"--first-parent"_s;
    }
    const QString bad = kernel.bad.isEmpty() ? u"BAD"_s : kernel.bad;
    QStringList lines{u"cd "_s + path(kernel.repo, u"REPOSITORY"_s)};
    if (const session::Terms terms = termsOf(kernel); terms.isOwn()) {
        start += {u"--term-old="_s + terms.older, u"--term-new="_s + terms.newer};
    }
    if (kernel.find == session::Find::Fix) {
        start += kernel.good.isEmpty() ? QStringList{u"GOOD"_s} : kernel.good;
        start += bad;
    } else {
        start += bad;
        start += kernel.good;
    }
    if (!kernel.paths.isEmpty()) {
        start += u"--"_s;
        start += kernel.paths;
    }
    lines += shellWords(start);
    if (kernel.good.isEmpty() && kernel.find == session::Find::Cause) {
        lines += remark(u"then earlier releases, newest first, until one is good: git bisect good RELEASE"_s);
    }
    return text(lines);
}

QString buildCommands(const session::Setup &setup)
{
    const auto request = conductor::kernelRequest(setup.kernel, {});
    if (!request) {
        return text({remark(QString::fromStdString(request.error().message))});
    }
    QStringList lines{
        u"git clone --shared --no-checkout %1 source && git -C source checkout --detach %2 && mkdir -p objects"_s.arg(
            path(setup.kernel.repo, u"REPOSITORY"_s), path(setup.kernel.bad, u"BAD"_s))};
    lines += configLines(setup.kernel, *request);
    for (const QString &command : {request->recipe.configure, request->recipe.build}) {
        if (command.isEmpty()) {
            continue;
        }
        const auto expanded = kernel::expandCommand(command, placeholders(*request));
        lines += expanded ? u"(cd source && "_s + *expanded + u')'
                          : remark(QString::fromStdString(expanded.error().message));
    }
    if (!setup.kernel.required.isEmpty()) {
        lines += u"grep -xE '(%1)=y' objects/.config   # all of them, or the revision is skipped"_s.arg(
            setup.kernel.required.join(u'|'));
    }
    return text(lines);
}

QString bootCommands(const session::Setup &setup)
{
    const session::Setup::Machine &guest = setup.machine;
    conductor::GuestParts parts;
    if (guest.isImage()) {
        constexpr int examplePort = 10022;
        parts.guest = machine::ImageGuest{.disk = guest.disk,
                                          .diskFormat = guest.disk.endsWith(u".qcow2"_s) ? u"qcow2"_s : u"raw"_s,
                                          .sshKey = guest.sshKey,
                                          .sshUser = guest.sshUser,
                                          .agent = {},
                                          .port = examplePort};
    }
    const machine::Accelerator accelerator =
        guest.accel == u"tcg" ? machine::Accelerator::Tcg : machine::Accelerator::Kvm;
    machine::RunRequest request = conductor::machineRequest(setup, parts, accelerator, RunId{1}, setup.test.seed);
    QStringList lines;
    const auto kernelRequest = conductor::kernelRequest(setup.kernel, {});
    const auto image =
        kernelRequest ? kernel::expandPath(
                            kernelRequest->recipe.image,
                            {.source = u"source"_s, .objects = u"objects"_s, .config = {}, .jobs = 1, .variables = {}})
                      : Result<QString>(QString());
    QString file = image.value_or(QString());
    if (file.isEmpty()) {
        file = u"IMAGE"_s;
    }
    if (!file.startsWith(u"objects/"_s) && !file.startsWith(u"source/"_s) && !file.startsWith(u'/')) {
        file.prepend(u"objects/"_s);
    }
    lines += u"kernel="_s + shellWord(file);
    if (!guest.isImage()) {
        lines += u"initramfs=initramfs   # made by Culprit, with the reproducer in it"_s;
    }
    if (guest.accel == u"auto") {
        lines += remark(u"where KVM does not work: with emulation (TCG), and all times tripled"_s);
    }
    return text(lines) + machine::machineText(request) + u'\n';
}

QString testCommands(const session::Setup &setup)
{
    const session::Setup::Test &test = setup.test;
    QString program = u"./"_s + QFileInfo(test.reproducer.isEmpty() ? u"repro"_s : test.reproducer).fileName();
    QStringList lines;
    if (test.reproducer.endsWith(u".c"_s)) {
        program.chop(2);
        QStringList compile{u"gcc"_s, u"-O2"_s, u"-static"_s, u"-pthread"_s, u"-o"_s, program, test.reproducer};
        compile += test.bits == 32 ? QStringList{u"-m32"_s} : QStringList();
        lines += shellWords(compile);
    }
    QString run = shellWord(program);
    if (test.reproducer.endsWith(u".syz"_s)) {
        run = u"syz-execprog -executor=syz-executor %1 %2   # and with what its first line says"_s.arg(
            test.repeat ? u"-repeat=0"_s : u"-repeat=1"_s, run);
    } else if (test.repeat) {
        run = u"sh -c "_s + shellWord(u"while :; do %1; done"_s.arg(run));
    }
    lines += remark(u"in each guest; it counts as hung after %1 of silence, as not booted after %2"_s.arg(
        session::durationText(test.noOutput), session::durationText(test.bootTimeout)));
    lines += u"timeout %1 %2"_s.arg(test.timeout.count()).arg(run);
    return text(lines);
}

QString ruleCommands(const session::Setup &setup)
{
    const QString crash = setup.test.title.isEmpty() ? u"the crash of the bad end"_s : setup.test.title;
    const bool isHalving = setup.search.strategy == session::Strategy::Halving;
    const QString runs = isHalving ? u"one of %1 runs"_s.arg(setup.test.runs) : u"a run"_s;
    const QString none = isHalving ? u"none of %1 runs did"_s.arg(setup.test.runs) : u"enough runs without it"_s;
    const bool isFix = setup.kernel.find == session::Find::Fix;
    session::Terms terms = termsOf(setup.kernel);
    if (!terms.isOwn()) {
        terms = {.older = u"good"_s, .newer = u"bad"_s};
    }
    QStringList lines{u"git bisect %1   "_s.arg(isFix ? terms.older : terms.newer) +
                          remark(runs + u" ended in: "_s + crash),
                      u"git bisect %1   "_s.arg(isFix ? terms.newer : terms.older) + remark(none),
                      u"git bisect skip   # it does not build or boot"_s};
    if (!isHalving) {
        lines += remark(u"... goes back to verdicts in doubt until one commit is the culprit with %1 %"_s.arg(
            setup.search.confidencePermille / 10.0));
    }
    if (setup.search.revert) {
        const QString newest = isFix ? setup.kernel.good.value(0) : setup.kernel.bad;
        lines +=
            u"git checkout %1 && git revert --no-edit CULPRIT   # and test that kernel"_s.arg(path(newest, u"BAD"_s));
    }
    return text(lines);
}

QString runCommands(const QString &sessionFile)
{
    return text({u"culprit run setup.toml --session %1   # with the settings saved as setup.toml"_s.arg(
        shellWord(sessionFile))});
}

} // namespace culprit::app
