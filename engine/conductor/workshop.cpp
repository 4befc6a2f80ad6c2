// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/workshop.h"

#include "engine/conductor/kernelrequest.h"
#include "engine/conductor/onworker.h"
#include "engine/kernel/build.h"
#include "engine/kernel/signature.h"

#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr int coresPerSlot = 8; // below twice that, a second slot only slows the first

session::BuildOutcome outcomeOf(kernel::BuildResult::Outcome outcome)
{
    using From = kernel::BuildResult::Outcome;
    switch (outcome) {
    case From::Built:
        return session::BuildOutcome::Built;
    case From::Failed:
        return session::BuildOutcome::Failed;
    case From::Infrastructure:
        return session::BuildOutcome::InfraFailed;
    case From::Cancelled:
        break;
    }
    return session::BuildOutcome::Cancelled;
}

/// Reads the image: for workers.
session::BuildEnded endedFrom(BuildId build, const kernel::BuildResult &result)
{
    session::BuildEnded ended;
    ended.build = build;
    ended.outcome = outcomeOf(result.outcome);
    ended.cause = result.cause;
    ended.signature = QString::fromLatin1(result.signature);
    ended.compiler = result.compiler;
    ended.command = result.command;
    ended.milliseconds = result.milliseconds;
    ended.cached = result.cached;
    ended.applied = result.applied;
    ended.maskedSignature = QString::fromLatin1(result.maskedSignature);
    if (!result.image.isEmpty()) {
        ended.imageHash = QString::fromLatin1(kernel::fileHash(result.image).value_or(QByteArray()));
    }
    return ended;
}

} // namespace

struct Workshop::Slot {
    std::shared_ptr<kernel::BuildSlot> place;
    std::unique_ptr<kernel::Build> build; // null: free
    Activity::Build activity;
};

struct Workshop::Private {
    Private(const session::Setup &fromSetup, const Places &fromPlaces)
        : setup(fromSetup),
          places(fromPlaces),
          images(fromPlaces.images),
          lots(std::size_t(std::max(1, QThread::idealThreadCount() / coresPerSlot)))
    {
    }

    Slot *freeLot()
    {
        const auto found = std::ranges::find_if(lots, [](const Slot &lot) { return !lot.build; });
        return found == lots.end() ? nullptr : &*found;
    }

    [[nodiscard]] QString outputOf(const ObjectId &revision) const
    {
        return images.filePath(QString::fromStdString(revision.hex()));
    }

    /// Path of what a build left; empty if it did not, or the build is gone.
    [[nodiscard]] QString existing(const ObjectId &revision, const QString &name) const
    {
        const QString path = outputOf(revision) + name;
        return QFileInfo::exists(path) ? path : QString();
    }

    session::Setup setup;
    Places places;
    QTemporaryDir images; // of this run of the engine; the cache of finished builds keeps what they are linked to
    std::vector<Slot> lots;
};

Workshop::Workshop(const session::Setup &setup, const Places &places, const QByteArray &config, QObject *parent)
    : QObject(parent), d((QDir().mkpath(places.cache), std::make_unique<Private>(setup, places)))
{
    if (!setup.kernel.makesConfig()) {
        return;
    }
    // If it cannot be written, the first build says so.
    d->setup.kernel.config = d->images.filePath(u"session.config"_s);
    if (QSaveFile file(d->setup.kernel.config); file.open(QIODevice::WriteOnly)) {
        file.write(config);
        file.commit();
    }
}

Workshop::~Workshop() = default;

bool Workshop::hasFreeSlot() const
{
    return d->freeLot() != nullptr;
}

bool Workshop::isIdle() const
{
    return std::ranges::none_of(d->lots, [](const Slot &lot) { return lot.build != nullptr; });
}

std::optional<BuildId> Workshop::buildOf(const ObjectId &revision) const
{
    for (const Slot &lot : d->lots) {
        if (lot.build && lot.activity.revision == revision) {
            return lot.activity.build;
        }
    }
    return std::nullopt;
}

std::vector<Activity::Build> Workshop::activity() const
{
    std::vector<Activity::Build> builds;
    for (const Slot &lot : d->lots) {
        if (lot.build) {
            builds.push_back(lot.activity);
        }
    }
    return builds;
}

std::optional<QString> Workshop::imageOf(const ObjectId &revision) const
{
    const QString image = d->existing(revision, u"/image"_s);
    return image.isEmpty() ? std::nullopt : std::optional(image);
}

QString Workshop::vmlinuxOf(const ObjectId &revision) const
{
    return d->existing(revision, u"/vmlinux"_s);
}

QString Workshop::sourcesOf(const ObjectId &revision) const
{
    return d->existing(revision, u"/sources"_s);
}

void Workshop::build(BuildId build, const ObjectId &revision, bool ahead)
{
    Slot *lot = d->freeLot();
    Q_ASSERT(lot);
    const auto fail = [&](const std::string &message) {
        session::BuildEnded failure;
        failure.build = build;
        failure.outcome = session::BuildOutcome::InfraFailed;
        failure.cause = QString::fromStdString(message);
        QMetaObject::invokeMethod(
            this, [this, failure] { Q_EMIT ended(failure.build, failure, {}); }, Qt::QueuedConnection);
    };
    auto request = kernelRequest(d->setup.kernel, revision);
    if (!request) {
        fail(request.error().message);
        return;
    }
    if (!lot->place) {
        auto place = kernel::BuildSlot::acquire(d->places.cache, d->setup.kernel.repo, request->recipe);
        if (!place) {
            fail(place.error().message);
            return;
        }
        lot->place = *place;
    }
    if (request->recipe.kconfig) {
        request->requiredOptions += guestOptions(d->setup);
    }
    request->jobs = std::max(1, QThread::idealThreadCount() / int(d->lots.size()));
    request->outputFolder = d->outputOf(revision);

    lot->activity = Activity::Build{build, revision, {}, -1, {}, ahead};
    lot->build = std::make_unique<kernel::Build>(
        lot->place, *request, kernel::ArtifactCache(d->places.cache + u"/builds"_s, {.bytes = d->places.buildsBytes}));
    connect(lot->build.get(), &kernel::Build::log, this,
            [this, build](const QByteArray &bytes) { Q_EMIT logged(build, bytes); });
    connect(lot->build.get(), &kernel::Build::progress, this, [this, lot](const kernel::BuildProgress &progress) {
        lot->activity.phase = word(progress.phase);
        lot->activity.percent = progress.percent.value_or(-1);
        lot->activity.detail = progress.current;
        Q_EMIT progressed();
    });
    connect(lot->build.get(), &kernel::Build::finished, this, [this, lot, build](const kernel::BuildResult &result) {
        onWorker(
            this, [build, result] { return endedFrom(build, result); },
            [this, lot, config = result.configText](const session::BuildEnded &outcome) {
                lot->build.release()->deleteLater();
                Q_EMIT ended(outcome.build, outcome, config);
            });
    });
    lot->build->start();
}

void Workshop::setAhead(BuildId build, bool ahead)
{
    for (Slot &lot : d->lots) {
        if (lot.build && lot.activity.build == build) {
            lot.activity.ahead = ahead;
        }
    }
}

void Workshop::cancel(BuildId build)
{
    for (Slot &lot : d->lots) {
        if (lot.build && lot.activity.build == build) {
            lot.build->stop();
        }
    }
}

} // namespace culprit::conductor
