// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/guestmaker.h"

#include "engine/kernel/reproducer.h"
#include "engine/machine/guestagent.h"
#include "engine/machine/imagecheck.h"
#include "engine/machine/initramfs.h"

#include <QEventLoop>
#include <QFile>

#include <optional>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr qint64 largestReproducer = 256 * 1024 * 1024; // with syzkaller's programs

bool isLinuxGuest(const session::RecipeSetup &recipe)
{
    return recipe.banner.isEmpty() || recipe.banner.startsWith(u"Linux version"_s);
}

} // namespace

struct GuestMaker::Private {
    session::Setup setup;
    QString cacheFolder;
    GuestParts parts;
    std::unique_ptr<kernel::ReproducerCompiler> compiler;
    std::unique_ptr<machine::GuestAgent> agent;
};

GuestMaker::GuestMaker(const session::Setup &setup, const QString &cacheFolder, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->setup = setup;
    d->cacheFolder = cacheFolder;
}

GuestMaker::~GuestMaker() = default;

void GuestMaker::start(const machine::Guest &checked)
{
    d->parts.guest = checked;
    compileReproducer();
}

void GuestMaker::compileReproducer()
{
    d->compiler = std::make_unique<kernel::ReproducerCompiler>(
        d->cacheFolder + u"/reproducers"_s,
        kernel::ReproducerOptions{d->setup.test.bits, d->setup.test.repeat, d->setup.test.syzkaller});
    connect(d->compiler.get(), &kernel::ReproducerCompiler::finished, this,
            [this](const Result<kernel::Reproducer> &reproducer) {
                if (!reproducer) {
                    Q_EMIT finished(std::unexpected(reproducer.error()));
                    return;
                }
                QFile file(reproducer->path);
                if (!reproducer->dynamic.isEmpty() && !d->setup.machine.isImage()) {
                    const bool isSyz = reproducer->kind == kernel::ReproducerKind::SyzProgram;
                    Q_EMIT finished(wrongUse(
                        reproducer->dynamic.toStdString() + " needs shared libraries, which the guest does not have: " +
                        (isSyz ? "make it with CGO_ENABLED=0, or take a guest from a disk image (kind = \"image\")."
                               : "link it with -static, or give its C source.")));
                } else if (!file.open(QIODevice::ReadOnly) || file.size() > largestReproducer) {
                    Q_EMIT finished(wrongUse("The reproducer " + reproducer->path.toStdString() +
                                             " cannot be read, or is larger than 256 MB."));
                } else {
                    d->parts.reproducer = file.readAll();
                    compileAgent();
                }
            });
    d->compiler->start(d->setup.test.reproducer);
}

void GuestMaker::compileAgent()
{
    if (!isLinuxGuest(d->setup.kernel.recipe) && !d->setup.machine.isImage()) {
        Q_EMIT finished(d->parts);
        return;
    }
    d->agent = std::make_unique<machine::GuestAgent>(d->cacheFolder + u"/guest"_s);
    connect(d->agent.get(), &machine::GuestAgent::finished, this, [this](const Result<QString> &agent) {
        const Result<void> ready = agent.and_then([this](const QString &path) { return giveAgent(path); });
        if (!ready) {
            Q_EMIT finished(std::unexpected(ready.error()));
            return;
        }
        Q_EMIT finished(d->parts);
    });
    d->agent->start();
}

Result<void> GuestMaker::giveAgent(const QString &path)
{
    if (auto *image = std::get_if<machine::ImageGuest>(&d->parts.guest)) {
        return machine::readAgent(path).transform([image](const QByteArray &agent) { image->agent = agent; });
    }
    return machine::linuxArchive(path, machine::needsShell(d->parts.reproducer))
        .transform([this](const QByteArray &archive) { d->parts.guest = machine::InitramfsGuest{{archive}}; });
}

Result<machine::Guest> checkedGuest(const session::Setup::Machine &machine)
{
    if (!machine.isImage()) {
        return machine::InitramfsGuest();
    }
    return machine::checkedImageGuest(machine.disk, machine.sshKey, machine.sshUser);
}

Result<GuestParts> madeGuest(const session::Setup &setup, const QString &cacheFolder)
{
    const auto guest = checkedGuest(setup.machine);
    if (!guest) {
        return std::unexpected(guest.error());
    }
    GuestMaker maker(setup, cacheFolder);
    QEventLoop loop;
    std::optional<Result<GuestParts>> made;
    QObject::connect(&maker, &GuestMaker::finished, &loop, [&](const Result<GuestParts> &parts) {
        made = parts;
        loop.quit();
    });
    maker.start(*guest);
    loop.exec();
    if (!made) {
        return failedOutside("The guest was not made, because the program ends.");
    }
    return *std::move(made);
}

} // namespace culprit::conductor
