// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/runbyhand.h"

#include "engine/conductor/keptfiles.h"
#include "engine/conductor/kernelrequest.h"
#include "engine/conductor/machinerequest.h"
#include "engine/kernel/artifactcache.h"
#include "engine/kernel/buildslot.h"
#include "engine/machine/byhand.h"
#include "engine/machine/guestinput.h"

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

using session::RunState;
using session::SessionState;

machine::CheckedFile checked(const KeptFiles::Kept &kept)
{
    return {kept.path, kept.sha256};
}

const session::BuildEnded *buildOf(const SessionState &state, const RunState &run)
{
    const auto build = state.builds.find(run.started.build);
    return build != state.builds.end() && build->second.ended ? &*build->second.ended : nullptr;
}

/// The commands of the record, then where they leave the kernel: relative paths are taken from the objects first.
Result<QString> buildText(const SessionState &state, const RunState &run, const session::BuildEnded &build)
{
    const auto request = kernelRequest(state.setup().kernel, run.started.revision);
    if (!request) {
        return std::unexpected(request.error());
    }
    const auto image = kernel::expandPath(request->recipe.image, {.source = u"."_s,
                                                                  .objects = QString(kernel::BuildSlot::ObjectsName),
                                                                  .config = {},
                                                                  .jobs = 1,
                                                                  .variables = {}});
    if (!image) {
        return std::unexpected(image.error());
    }
    if (image->startsWith(u'/')) {
        return build.command + u"\nkernel="_s + kernel::shellWord(*image);
    }
    const QString below = kernel::shellWord(kernel::BuildSlot::ObjectsName + u'/' + *image);
    return build.command +
           u"\nkernel=$PWD/%1; [ -e \"$kernel\" ] || kernel=$PWD/%2"_s.arg(below, kernel::shellWord(*image));
}

/// The kernel that the run had: as a file, or as what makes it.
Result<void> addKernel(machine::ByHand &hand, const SessionState &state, const RunState &run, const KeptFiles &files,
                       const Places &places)
{
    const session::BuildEnded *build = buildOf(state, run);
    if (build == nullptr) {
        return wrongUse("The record does not tell how the kernel of this run was built.");
    }
    const QByteArray hash = build->imageHash.toLatin1();
    const kernel::ArtifactCache cache(places.cache + u"/builds"_s);
    if (const QString image = hash.isEmpty() ? QString() : cache.imageWith(hash); !image.isEmpty()) {
        if (const auto kept = files.keepFile(u"kernel"_s, image); kept && kept->sha256 == hash) {
            hand.kernel = checked(*kept);
            return {};
        }
    }
    const auto text = buildText(state, run, *build);
    if (!text) {
        return std::unexpected(text.error());
    }
    hand.build = *text;
    hand.kernel.sha256 = hash;
    hand.remarks +=
        u"The kernel of this run is not in the cache %1 any more: the text begins with its build, as it was "
        "recorded, so %2 must be what is checked out there."_s.arg(places.cache,
                                                                   QString::fromStdString(run.started.revision.hex()));
    if (const session::RevertMade *made = state.revertThatMade(run.started.revision)) {
        hand.remarks += u"No repository has that commit; the same sources come of git checkout %1 && git revert "
                        "--no-commit %2."_s.arg(QString::fromStdString(made->tip.hex()),
                                                QString::fromStdString(made->culprit.hex()));
    }
    if (hash.isEmpty()) {
        hand.remarks += u"Whether it then is the same kernel is not checked: the record does not hold its SHA-256."_s;
    }
    return {};
}

Result<void> addGuest(machine::ByHand &hand, const RunState &run, const KeptFiles &files)
{
    const auto *image = std::get_if<machine::ImageGuest>(&hand.request.guest);
    const auto input = files.keepBytes(image != nullptr ? u"input"_s : u"initramfs"_s, guestInput(hand.request));
    if (!input) {
        return std::unexpected(input.error());
    }
    hand.input = checked(*input);
    if (image != nullptr) {
        const auto agent = files.keepBytes(u"agent"_s, image->agent);
        if (!agent) {
            return std::unexpected(agent.error());
        }
        hand.agent = checked(*agent);
    }
    const QString &before = run.ended->guestHash;
    if (before.isEmpty()) {
        hand.remarks += u"Whether reproducer and agent are those of the run is not known: the record does not hold "
                        "their SHA-256."_s;
    } else if (before.toLatin1() != input->sha256) {
        hand.remarks += u"Reproducer or agent are not what they were: the run had %1, this text has %2."_s.arg(
            before, QString::fromLatin1(input->sha256));
    }
    return {};
}

QString loadText(int percent)
{
    return percent < 0 ? QString()
                       : u" The host's load average was %1 when the run began."_s.arg(double(percent) / 100, 0, 'f', 2);
}

/// What a reader wants to know before what is found out while the files are gathered.
void addRecord(machine::ByHand &hand, const SessionState &state, const RunState &run)
{
    const bool isImage = state.setup().machine.isImage();
    hand.remarks += u"Run %1 of %2 by hand, with %3. It ended so: %4"_s.arg(QString::number(run.started.run.value),
                                                                            state.nameOf(run.started.revision),
                                                                            run.started.accelerator, run.ended->reason);
    hand.remarks += u"Paste this into a terminal with sh, bash or dash; %1 ends the machine, which has no time limits "
                    "here but the reproducer's."_s.arg(isImage ? u"Ctrl-C"_s : u"Ctrl-A X"_s);
    if (state.setup().machine.snapshot) {
        hand.remarks +=
            u"In the session the guest was saved after its boot and the run went on from there; here it boots."_s;
    }
    if (state.engine) {
        hand.remarks += u"The session's latest machine: %1, %2.%3"_s.arg(state.engine->qemu, state.engine->host,
                                                                         loadText(run.started.loadPercent));
    }
    hand.remarks += u"kernel SHA-256: %1"_s.arg(hand.kernel.sha256.isEmpty() ? u"not recorded"_s
                                                                             : QString::fromLatin1(hand.kernel.sha256));
    hand.remarks += u"%1 SHA-256: %2"_s.arg(isImage ? u"reproducer and its settings,"_s : u"initramfs"_s,
                                            QString::fromLatin1(hand.input.sha256));
}

} // namespace

QString whyNotByHand(const SessionState &state, RunId run)
{
    const auto found = state.runs.find(run);
    if (found == state.runs.end()) {
        return u"The session has no run %1."_s.arg(run.value);
    }
    if (!found->second.ended) {
        return u"The run has not ended yet."_s;
    }
    if (found->second.ended->command.isEmpty()) {
        return u"The record does not tell how this run was made: it is of another program's log, or no machine was "
               "started."_s;
    }
    return {};
}

Result<QByteArray> runByHand(const SessionState &state, RunId run, const Places &places)
{
    if (const QString why = whyNotByHand(state, run); !why.isEmpty()) {
        return wrongUse(why.toStdString());
    }
    return ByHandTexts(state, places).text(run);
}

ByHandTexts::ByHandTexts(const SessionState &state, Places places)
    : m_state(state), m_places(std::move(places)), m_guest(madeGuest(state.setup(), m_places.cache))
{
}

Result<QByteArray> ByHandTexts::text(RunId run) const
{
    if (const QString why = whyNotByHand(m_state, run); !why.isEmpty()) {
        return wrongUse(why.toStdString());
    }
    const RunState &made = m_state.runs.at(run);
    const auto accelerator = machine::acceleratorFromWord(made.started.accelerator);
    if (!accelerator) {
        return wrongUse("The record names an accelerator that is not known: " +
                        made.started.accelerator.left(40).toStdString() + '.');
    }
    if (!m_guest) {
        return std::unexpected(m_guest.error());
    }
    const KeptFiles files(m_places.cache + u"/by-hand"_s);
    machine::ByHand hand;
    hand.request = machineRequest(m_state.setup(), *m_guest, *accelerator, run, made.started.seed);
    const auto gathered =
        addKernel(hand, m_state, made, files, m_places).and_then([&] { return addGuest(hand, made, files); });
    files.trim();
    if (!gathered) {
        return std::unexpected(gathered.error());
    }
    addRecord(hand, m_state, made);
    return machine::byHandText(hand);
}

} // namespace culprit::conductor
