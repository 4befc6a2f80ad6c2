// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "onebuild.h"

#include <QEventLoop>
#include <QTimer>

using namespace culprit::kernel;

OneBuild::OneBuild(std::shared_ptr<BuildSlot> slot, const BuildRequest &request,
                   const std::optional<ArtifactCache> &cache)
{
    Build build(std::move(slot), request, cache);
    QEventLoop loop; // not QTest::qWaitFor(), which sleeps between any two events
    bool isOver = false;
    QObject::connect(&build, &Build::log, &build, [this](const QByteArray &chunk) { log += chunk; });
    QObject::connect(&build, &Build::finished, &build, [&](const BuildResult &ended) {
        result = ended;
        isOver = true;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::minutes(4), &loop, &QEventLoop::quit);
    build.start();
    loop.exec();
    if (!isOver) {
        qFatal("the build does not end: %s", log.constData());
    }
}
