// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"

namespace culprit::session
{

// The members of every payload in the journal, once for writing and reading: `visit(name, member)` for each.

template <class V>
void eachField(V &visit, RecipeSetup &recipe)
{
    visit("name", recipe.name);
    visit("configure", recipe.configure);
    visit("build", recipe.build);
    visit("image", recipe.image);
    visit("vmlinux", recipe.vmlinux);
    visit("banner", recipe.banner);
}

template <class V>
void eachField(V &visit, StretchSetup &stretch)
{
    visit("from", stretch.from);
    visit("until", stretch.until);
}

template <class V>
void eachField(V &visit, ToolchainSetup &toolchain)
{
    visit("stretch", toolchain.stretch);
    visit("compiler", toolchain.compiler);
}

template <class V>
void eachField(V &visit, OverrideSetup &change)
{
    visit("stretch", change.stretch);
    visit("options", change.options);
    visit("reason", change.reason);
}

template <class V>
void eachField(V &visit, FixupSetup &fixup)
{
    visit("stretch", fixup.stretch);
    visit("commit", fixup.commit);
    visit("patch", fixup.patch);
    visit("guilty", fixup.guilty);
    visit("reason", fixup.reason);
}

template <class V>
void eachField(V &visit, Terms &terms)
{
    visit("older", terms.older);
    visit("newer", terms.newer);
}

template <class V>
void eachField(V &visit, Setup::Kernel &kernel)
{
    visit("repo", kernel.repo);
    visit("bad", kernel.bad);
    visit("good", kernel.good);
    visit("firstParent", kernel.firstParent);
    visit("paths", kernel.paths);
    visit("find", kernel.find);
    visit("terms", kernel.terms);
    visit("config", kernel.config);
    visit("fragments", kernel.fragments);
    visit("required", kernel.required);
    visit("recipe", kernel.recipe);
    visit("buildTimeout", kernel.buildTimeout);
    visit("compiler", kernel.compiler);
    visit("toolchains", kernel.toolchains);
    visit("overrides", kernel.overrides);
    visit("fixups", kernel.fixups);
}

template <class V>
void eachField(V &visit, Setup::Test &test)
{
    visit("reproducer", test.reproducer);
    visit("syzkaller", test.syzkaller);
    visit("title", test.title);
    visit("timeout", test.timeout);
    visit("noOutput", test.noOutput);
    visit("bootTimeout", test.bootTimeout);
    visit("repeat", test.repeat);
    visit("runs", test.runs);
    visit("seed", test.seed);
    visit("bits", test.bits);
}

template <class V>
void eachField(V &visit, Setup::Machine &machine)
{
    visit("count", machine.count);
    visit("cpus", machine.cpus);
    visit("memoryMB", machine.memoryMB);
    visit("accel", machine.accel);
    visit("append", machine.append);
    visit("disk", machine.disk);
    visit("sshKey", machine.sshKey);
    visit("sshUser", machine.sshUser);
    visit("memoryDumps", machine.memoryDumps);
    visit("snapshot", machine.snapshot);
}

template <class V>
void eachField(V &visit, Setup::Search &search)
{
    visit("strategy", search.strategy);
    visit("confidencePermille", search.confidencePermille);
    visit("weighed", search.weighed);
    visit("revert", search.revert);
    visit("timeLimit", search.timeLimit);
    visit("runLimit", search.runLimit);
    visit("buildLimit", search.buildLimit);
}

template <class V>
void eachField(V &visit, Setup &setup)
{
    visit("kernel", setup.kernel);
    visit("test", setup.test);
    visit("machine", setup.machine);
    visit("search", setup.search);
}

template <class V>
void eachField(V &visit, Release &release)
{
    visit("commit", release.commit);
    visit("tag", release.tag);
}

template <class V>
void eachField(V &visit, SessionCreated &event)
{
    visit("setup", event.setup);
    visit("program", event.program);
    visit("bad", event.bad);
    visit("goods", event.goods);
    visit("releases", event.releases);
}

template <class V>
void eachField(V &visit, EngineStarted &event)
{
    visit("host", event.host);
    visit("qemu", event.qemu);
    visit("accelerator", event.accelerator);
    visit("reason", event.reason);
    visit("machines", event.machines);
    visit("notes", event.notes);
}

template <class V>
void eachField(V &visit, EngineStopped &event)
{
    visit("reason", event.reason);
    visit("failed", event.failed);
}

template <class V>
void eachField(V &visit, ConfigMade &event)
{
    visit("start", event.start);
    visit("revision", event.revision);
    visit("config", event.config);
    visit("notes", event.notes);
}

template <class V>
void eachField(V &visit, BuildStarted &event)
{
    visit("build", event.build);
    visit("revision", event.revision);
    visit("log", event.log);
    visit("purpose", event.purpose);
}

template <class V>
void eachField(V &visit, BuildEnded &event)
{
    visit("build", event.build);
    visit("outcome", event.outcome);
    visit("cause", event.cause);
    visit("signature", event.signature);
    visit("imageHash", event.imageHash);
    visit("compiler", event.compiler);
    visit("command", event.command);
    visit("milliseconds", event.milliseconds);
    visit("cached", event.cached);
    visit("applied", event.applied);
    visit("config", event.config);
    visit("maskedSignature", event.maskedSignature);
}

template <class V>
void eachField(V &visit, RunStarted &event)
{
    visit("run", event.run);
    visit("build", event.build);
    visit("revision", event.revision);
    visit("console", event.console);
    visit("machine", event.machine);
    visit("accelerator", event.accelerator);
    visit("seed", event.seed);
    visit("loadPercent", event.loadPercent);
}

template <class V>
void eachField(V &visit, RunEnded &event)
{
    visit("run", event.run);
    visit("outcome", event.outcome);
    visit("title", event.title);
    visit("alternatives", event.alternatives);
    visit("type", event.type);
    visit("reason", event.reason);
    visit("report", event.report);
    visit("command", event.command);
    visit("guestHash", event.guestHash);
    visit("consoleLine", event.consoleLine);
    visit("bootMilliseconds", event.bootMilliseconds);
    visit("milliseconds", event.milliseconds);
    visit("inferred", event.inferred);
}

template <class V>
void eachField(V &visit, GoodEndFound &event)
{
    visit("release", event.release);
}

template <class V>
void eachField(V &visit, RevertMade &event)
{
    visit("culprit", event.culprit);
    visit("tip", event.tip);
    visit("commit", event.commit);
    visit("obstacle", event.obstacle);
}

template <class V>
void eachField(V &visit, CommitsWeighed::Group &group)
{
    visit("permille", group.permille);
    visit("reason", group.reason);
    visit("commits", group.commits);
}

template <class V>
void eachField(V &visit, CommitsWeighed &event)
{
    visit("groups", event.groups);
}

template <class V>
void eachField(V &visit, ReportRead &event)
{
    visit("run", event.run);
    visit("report", event.report);
    visit("code", event.code);
    visit("guilty", event.guilty);
    visit("note", event.note);
}

template <class V>
void eachField(V &visit, RecipientsFound::Recipient &recipient)
{
    visit("address", recipient.address);
    visit("name", recipient.name);
    visit("reason", recipient.reason);
    visit("copied", recipient.isCopied);
}

template <class V>
void eachField(V &visit, RecipientsFound &event)
{
    visit("culprit", event.culprit);
    visit("files", event.files);
    visit("recipients", event.recipients);
    visit("note", event.note);
}

template <class V>
void eachField(V &visit, LogImported::Told &told)
{
    visit("revision", told.revision);
    visit("verdict", told.verdict);
    visit("word", told.word);
    visit("sentence", told.sentence);
    visit("pretended", told.pretended);
}

template <class V>
void eachField(V &visit, LogImported::Hidden &hidden)
{
    visit("position", hidden.position);
    visit("commits", hidden.commits);
}

template <class V>
void eachField(V &visit, LogImported &event)
{
    visit("format", event.format);
    visit("name", event.name);
    visit("log", event.log);
    visit("answer", event.answer);
    visit("totals", event.totals);
    visit("culprit", event.culprit);
    visit("cut", event.cut);
    visit("inferred", event.inferred);
    visit("contradictions", event.contradictions);
    visit("told", event.told);
    visit("hidden", event.hidden);
}

template <class V>
void eachField(V &visit, VerdictJudged &event)
{
    visit("revision", event.revision);
    visit("verdict", event.verdict);
    visit("odds", event.odds);
    visit("note", event.note);
    visit("author", event.author);
}

template <class V>
void eachField(V &visit, OutcomeJudged &event)
{
    visit("run", event.run);
    visit("outcome", event.outcome);
    visit("note", event.note);
    visit("author", event.author);
}

template <class V>
void eachField(V &visit, TitleJudged &event)
{
    visit("title", event.title);
    visit("relevance", event.relevance);
    visit("note", event.note);
    visit("author", event.author);
}

template <class V>
void eachField(V &visit, RangeSkipped &event)
{
    visit("range", event.range);
    visit("revisions", event.revisions);
    visit("note", event.note);
    visit("author", event.author);
}

template <class V>
void eachField(V &visit, RetestAsked &event)
{
    visit("revision", event.revision);
    visit("runs", event.runs);
    visit("note", event.note);
    visit("author", event.author);
}

template <class V>
void eachField(V &visit, Undone &event)
{
    visit("target", event.target);
    visit("author", event.author);
}

} // namespace culprit::session
