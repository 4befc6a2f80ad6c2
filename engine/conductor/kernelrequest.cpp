// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/kernelrequest.h"

#include "engine/conductor/releases.h"
#include "engine/history/repository.h"
#include "engine/kernel/way.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

Result<kernel::Recipe> recipeOf(const session::RecipeSetup &setup)
{
    if (setup.name == u"linux") {
        return kernel::Recipe::linuxKernel();
    }
    return kernel::Recipe::custom(setup.configure, setup.build, setup.image, setup.vmlinux, setup.banner);
}

history::Stretch stretchOf(const session::StretchSetup &setup)
{
    return {.from = setup.from.toStdString(), .until = setup.until.toStdString()};
}

QList<kernel::ToolchainRule> toolchainsOf(const session::Setup::Kernel &setup)
{
    QList<kernel::ToolchainRule> rules;
    for (const session::ToolchainSetup &toolchain : setup.toolchains) {
        rules += {.stretch = stretchOf(toolchain.stretch), .compiler = toolchain.compiler};
    }
    if (!rules.isEmpty()) {
        return rules;
    }
    return setup.compiler == u"auto"         ? kernel::gccOfReleases()
           : setup.compiler == u"auto-clang" ? kernel::clangOfReleases()
                                             : rules;
}

/// Of revisions that no rule has.
QString compilerOf(const QString &setup)
{
    return setup == u"default" ? QString() : setup == u"auto" ? u"gcc"_s : setup == u"auto-clang" ? u"clang"_s : setup;
}

/// What the setup itself asks for, without what every old kernel gets.
kernel::Ways waysOf(const session::Setup::Kernel &setup)
{
    kernel::Ways ways{
        .compiler = compilerOf(setup.compiler), .toolchains = toolchainsOf(setup), .overrides = {}, .fixups = {}};
    for (const session::OverrideSetup &change : setup.overrides) {
        ways.overrides += {.stretch = stretchOf(change.stretch), .options = change.options, .reason = change.reason};
    }
    for (const session::FixupSetup &fixup : setup.fixups) {
        ways.fixups += {.stretch = stretchOf(fixup.stretch),
                        .commit = fixup.commit,
                        .patch = fixup.patch,
                        .guilty = fixup.guilty,
                        .reason = fixup.reason};
    }
    return ways;
}

Result<QList<history::ObjectId>> endsOf(const session::Setup::Kernel &setup)
{
    const auto repository = history::Repository::open(setup.repo.toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    QList<history::ObjectId> ends;
    for (const QString &name : setup.good + QStringList{setup.bad}) {
        const auto end = repository->resolve(name.toStdString());
        if (!end) {
            return std::unexpected(end.error());
        }
        ends += *end;
    }
    if (setup.good.isEmpty()) {
        // However far back the search for a good end may go. Tags that are gone by now are no reason to fail.
        if (const auto releases = releasesToTry(*repository, setup, ends.last())) {
            ends += releases->last().commit;
        }
    }
    return ends;
}

} // namespace

Result<kernel::BuildRequest> kernelRequest(const session::Setup::Kernel &setup, const history::ObjectId &revision)
{
    auto recipe = recipeOf(setup.recipe);
    if (!recipe) {
        return std::unexpected(std::move(recipe.error()));
    }
    kernel::BuildRequest request;
    request.revision = revision;
    request.recipe = std::move(*recipe);
    request.config = setup.makesConfig() ? QString() : setup.config;
    request.fragments = setup.fragments;
    request.requiredOptions = setup.required;
    request.ways = waysOf(setup);
    if (request.recipe.kconfig) {
        request.ways.overrides = kernel::overridesOfReleases() + request.ways.overrides;
        request.ways.fixups = kernel::fixupsOfReleases() + request.ways.fixups;
    }
    request.timeout = setup.buildTimeout;
    return request;
}

QStringList guestOptions(const session::Setup &setup)
{
    QStringList options = setup.machine.isImage() ? kernel::optionsOfImageGuests() : kernel::optionsOfGuests();
    if (setup.test.bits == 32) {
        options += kernel::optionsOf32BitPrograms();
    }
    return options;
}

kernel::StartConfig startConfigOf(const session::Setup::Kernel &setup)
{
    return setup.config == u"localmodconfig" ? kernel::StartConfig::Localmodconfig : kernel::StartConfig::Defconfig;
}

Result<QStringList> compilerNotes(const session::Setup::Kernel &setup)
{
    const kernel::Ways ways = waysOf(setup);
    if (ways == kernel::Ways()) {
        return QStringList();
    }
    const auto ends = endsOf(setup);
    if (!ends) {
        return std::unexpected(ends.error());
    }
    auto request = kernelRequest(setup, {});
    if (!request) {
        return std::unexpected(std::move(request.error()));
    }
    request->ways = ways;
    QStringList names;
    qsizetype first = ways.toolchains.size();
    qsizetype last = -1;
    for (const history::ObjectId &end : *ends) {
        request->revision = end;
        const auto way = kernel::wayOf(setup.repo, {}, *request);
        if (!way) {
            return std::unexpected(way.error());
        }
        if (way->rule >= 0) {
            first = std::min(first, way->rule);
            last = std::max(last, way->rule);
        } else if (way->toolchain) {
            names += ways.compiler;
        }
    }
    // What lies between the ends is built by the rules between theirs.
    for (qsizetype rule = first; rule <= last; ++rule) {
        names += ways.toolchains[rule].compiler;
    }
    names.removeDuplicates();
    const QList<kernel::Toolchain> installed =
        names.isEmpty() ? QList<kernel::Toolchain>() : kernel::installedToolchains();
    QStringList notes;
    for (const QString &name : std::as_const(names)) {
        const auto choice = kernel::chooseToolchain(name, installed);
        if (!choice) {
            return std::unexpected(choice.error());
        }
        notes += choice->note;
    }
    notes.removeAll(QString());
    return notes;
}

} // namespace culprit::conductor
