// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/way.h"

#include "engine/history/repository.h"
#include "engine/kernel/buildsteps.h"
#include "engine/kernel/kconfig.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>
#include <vector>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;
using history::Standing;
using history::Stretch;

namespace
{

constexpr qint64 LargestPatch = 64 * 1024 * 1024;
constexpr std::int64_t Year = 365 * 24 * 3600;

/// A fix-up whose commits the repository has.
struct KnownFixup {
    Fixup fixup;
    std::optional<history::CommitDetails> commit;
};

/// The way, found table by table.
class WayFinder final
{
public:
    WayFinder(const BuildRequest &request, const history::Repository &repository, std::stop_token stop)
        : m_request(request), m_repository(repository), m_stop(std::move(stop))
    {
    }

    Result<Way> find(Way way)
    {
        m_way = std::move(way);
        return findOverrides()
            .and_then([this] { return findFixups(); })
            .and_then([this] { return findStandings(); })
            .and_then([this] { return takeToolchain(); })
            .and_then([this] { return takeOverrides(); })
            .and_then([this] { return takeFixups(); })
            .transform([this] { return std::move(m_way); });
    }

private:
    /// Without those that depend on what the config names and find nothing there: the history is not asked for them.
    Result<void> findOverrides()
    {
        if (m_way.config.isEmpty()) {
            return {};
        }
        auto config = Kconfig::parse(m_way.config, m_request.config);
        if (!config) {
            return std::unexpected(std::move(config.error()));
        }
        m_config = std::move(*config);
        std::ranges::copy_if(
            m_request.ways.overrides, std::back_inserter(m_overrides),
            [this](const ConfigOverride &change) { return !change.ifPresent || wouldChange(change, *m_config); });
        return {};
    }

    Result<void> findFixups()
    {
        for (const Fixup &fixup : m_request.ways.fixups) {
            KnownFixup known{.fixup = fixup, .commit = {}};
            if (auto found = resolve(known); found) {
                m_fixups += known;
            } else if (!fixup.ifKnown || found.error().kind != Error::Kind::Use) {
                return found;
            }
        }
        return {};
    }

    Result<void> resolve(KnownFixup &known) const
    {
        if (!known.fixup.guilty.isEmpty()) {
            if (const auto guilty = m_repository.resolve(known.fixup.guilty.toStdString()); !guilty) {
                return std::unexpected(guilty.error());
            }
        }
        if (known.fixup.commit.isEmpty()) {
            return {};
        }
        return m_repository.resolve(known.fixup.commit.toStdString())
            .and_then([this](const history::ObjectId &id) { return m_repository.commit(id); })
            .transform([&known](const history::CommitDetails &details) { known.commit = details; });
    }

    Result<void> findStandings()
    {
        std::vector<Stretch> stretches;
        for (const ToolchainRule &rule : m_request.ways.toolchains) {
            stretches.push_back(rule.stretch);
        }
        for (const ConfigOverride &change : std::as_const(m_overrides)) {
            stretches.push_back(change.stretch);
        }
        for (const KnownFixup &known : std::as_const(m_fixups)) {
            stretches.push_back(known.fixup.stretch);
            stretches.push_back({.from = known.fixup.guilty.toStdString(),
                                 .until = known.commit ? known.commit->id.hex() : std::string()});
        }
        auto standings = m_repository.standings(m_request.revision, stretches, m_stop);
        if (!standings) {
            return std::unexpected(std::move(standings.error()));
        }
        m_standings = std::move(*standings);
        return {};
    }

    /// Standings come in the order in which findStandings() asked for them.
    Standing nextStanding() { return m_standings.at(m_next++); }

    Result<void> takeToolchain()
    {
        const Ways &ways = m_request.ways;
        QString name = ways.compiler;
        bool isTold = false;
        for (qsizetype rule = 0; rule < ways.toolchains.size(); ++rule) {
            const Standing standing = nextStanding();
            if (isTold || standing == Standing::Outside) {
                continue;
            }
            // A tree without releases does not tell how old it is.
            isTold = true;
            if (standing == Standing::Inside) {
                name = ways.toolchains[rule].compiler;
                m_way.rule = rule;
            }
        }
        if (name.isEmpty()) {
            return {};
        }
        const auto choice = chooseToolchain(name, installedToolchains());
        if (!choice) {
            return std::unexpected(choice.error());
        }
        m_way.toolchain = choice->toolchain;
        QString said = "compiler "_L1 + choice->toolchain.command;
        if (m_way.rule >= 0) {
            said += u" (revisions: %1)"_s.arg(stretchText(ways.toolchains[m_way.rule].stretch));
        }
        if (!choice->note.isEmpty()) {
            said += ": "_L1 + choice->note;
        }
        if (m_way.rule >= 0 || !choice->note.isEmpty()) {
            m_way.applied += said;
        }
        return {};
    }

    Result<void> takeOverrides()
    {
        for (const ConfigOverride &change : std::as_const(m_overrides)) {
            if (nextStanding() == Standing::Inside) {
                m_way.applied += applyOverride(change, m_request.requiredOptions, *m_config);
            }
        }
        if (m_config) {
            m_way.config = m_config->text();
        }
        return {};
    }

    Result<void> takeFixups()
    {
        for (const KnownFixup &known : std::as_const(m_fixups)) {
            const bool isInStretch = nextStanding() == Standing::Inside;
            const bool isNeeded = nextStanding() == Standing::Inside;
            if (isInStretch && isNeeded) {
                if (auto taken = known.commit ? takeCommit(known) : takePatch(known.fixup); !taken) {
                    return taken;
                }
            }
        }
        return {};
    }

    Result<void> takeCommit(const KnownFixup &known)
    {
        const history::CommitDetails &commit = *known.commit;
        const std::int64_t since = std::min(commit.author.time, commit.committer.time) - Year;
        const auto isThere = m_repository.containsSubject(m_request.revision, commit.subject, since, m_stop);
        if (!isThere) {
            return std::unexpected(isThere.error());
        }
        if (!*isThere) {
            const QString name = u"%1 (\"%2\")"_s.arg(QString::fromStdString(commit.id.shortHex()),
                                                      QString::fromStdString(commit.subject));
            take({.name = name, .commit = commit.id, .patch = {}}, known.fixup.reason);
        }
        return {};
    }

    Result<void> takePatch(const Fixup &fixup)
    {
        QFile file(fixup.patch);
        if (!file.open(QIODevice::ReadOnly) || file.size() > LargestPatch) {
            return wrongUse("The patch " + fixup.patch.toStdString() +
                            " cannot be read, or is larger than 64 MB: check patch in [[kernel.fixup]].");
        }
        take({.name = QFileInfo(fixup.patch).fileName(), .commit = {}, .patch = file.readAll()}, fixup.reason);
        return {};
    }

    void take(const SourceChange &change, const QString &reason)
    {
        m_way.changes += change;
        m_way.applied += "fix-up "_L1 + change.name + (reason.isEmpty() ? QString() : ": "_L1 + reason);
    }

    const BuildRequest &m_request;
    const history::Repository &m_repository;
    std::stop_token m_stop;
    Way m_way;
    std::optional<Kconfig> m_config;
    QList<ConfigOverride> m_overrides;
    QList<KnownFixup> m_fixups;
    std::vector<Standing> m_standings;
    std::size_t m_next = 0;
};

} // namespace

Result<Way> wayOf(const QString &repository, const QString &moreObjects, const BuildRequest &request,
                  const std::stop_token &stop)
{
    auto config = mergedConfig(request);
    if (!config) {
        return std::unexpected(std::move(config.error()));
    }
    Way way;
    way.config = std::move(*config);
    if (request.ways == Ways()) {
        return way;
    }
    const auto opened = history::Repository::open(repository.toStdString(), moreObjects.toStdString());
    if (!opened) {
        return std::unexpected(opened.error());
    }
    return WayFinder(request, *opened, stop).find(std::move(way));
}

} // namespace culprit::kernel
