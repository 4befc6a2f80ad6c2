// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/build.h"

#include "engine/kernel/buildprivate.h"

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

QString word(BuildProgress::Phase phase)
{
    switch (phase) {
    case BuildProgress::Phase::Checkout:
        return u"checkout"_s;
    case BuildProgress::Phase::Configure:
        return u"configure"_s;
    case BuildProgress::Phase::Build:
        return u"build"_s;
    case BuildProgress::Phase::Collect:
        return u"collect"_s;
    case BuildProgress::Phase::Signature:
        return u"signature"_s;
    }
    return {};
}

Build::Build(std::shared_ptr<BuildSlot> slot, BuildRequest request, std::optional<ArtifactCache> cache, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(slot), std::move(request), std::move(cache)))
{
}

Build::~Build() = default;

void Build::start()
{
    d->start();
}

void Build::stop()
{
    d->stop();
}

bool Build::isRunning() const
{
    return d->isRunning();
}

} // namespace culprit::kernel
