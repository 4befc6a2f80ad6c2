// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/democase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

Result<QString> makeFolder(const QString &wanted)
{
    if (!wanted.isEmpty()) {
        return QDir().mkpath(wanted)
                   ? Result<QString>(wanted)
                   : failedOutside("The folder " + wanted.toStdString() + " cannot be made: choose another one.");
    }
    QTemporaryDir made(QDir::tempPath() + u"/culprit-demo-XXXXXX"_s);
    made.setAutoRemove(false);
    return made.isValid() ? Result<QString>(made.path())
                          : failedOutside("No folder can be made in " + QDir::tempPath().toStdString() + ": " +
                                          made.errorString().toStdString() + ".");
}

conductor::Places placesIn(const QString &folder)
{
    conductor::Places places = conductor::Places::standard();
    places.cache = folder + u"/cache"_s;
    places.images = u"%1/images-%2-XXXXXX"_s.arg(places.cache).arg(QCoreApplication::applicationPid());
    return places;
}

} // namespace

Result<DemoCase> makeDemoCase(const QString &wantedFolder, int flakyPercent, qint64 seed)
{
    const auto folder = makeFolder(wantedFolder);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    DemoCase made{*folder, *folder + u"/demo.culprit"_s, {}, {}, placesIn(*folder)};
    if (QFileInfo::exists(made.sessionFile)) {
        return wrongUse(folder->toStdString() +
                        " holds a demo already: open its demo.culprit, or choose another folder.");
    }
    const auto demo = demo::demoSetup(*folder, flakyPercent, seed);
    if (!demo) {
        return std::unexpected(demo.error());
    }
    const auto setup = session::readSetup(demo->setupFile);
    if (!setup) {
        return std::unexpected(setup.error());
    }
    made.history = demo->history;
    made.setup = *setup;
    return made;
}

} // namespace culprit::app
