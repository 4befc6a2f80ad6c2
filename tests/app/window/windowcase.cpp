// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "tests/support/shortdemo.h"

#include <QDir>
#include <QRegularExpression>
#include <QThreadPool>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

WindowCase::WindowCase()
    : m_folder(QDir::tempPath() + u"/culprit-window-XXXXXX"_s),
      m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
{
    const auto demo = demo::demoSetup(m_folder.path(), 100, 7);
    if (!demo) {
        qFatal("%s", demo.error().message.c_str());
    }
    m_demo = *demo;
    const auto setup = session::parseSetup(shortSetup(m_demo), m_folder.path());
    if (!setup) {
        qFatal("%s", setup.error().message.c_str());
    }
    m_setup = *setup;
    // On a busy host a guest may be slow; only a hung one comes near these.
    m_setup.test.timeout = std::chrono::seconds(60);
    m_setup.test.noOutput = std::chrono::seconds(60);
    m_setup.test.bootTimeout = std::chrono::seconds(120);
    m_places.cache = m_folder.filePath(u"cache"_s);
    m_places.images = m_places.cache + u"/images-XXXXXX"_s;
    m_places.runs = m_folder.filePath(u"r-XXXXXX"_s);
}

WindowCase::~WindowCase()
{
    // Its windows are gone, and their engines with them; what those left to workers ends too before the folder goes.
    QThreadPool::globalInstance()->waitForDone();
}

std::unique_ptr<app::MainWindow> WindowCase::makeWindow()
{
    auto window = std::make_unique<app::MainWindow>(m_places, m_settings);
    window->show();
    return window;
}

history::ObjectId WindowCase::culprit() const
{
    return *history::ObjectId::fromHex(m_demo.history.culprit.toStdString());
}

void failOnOurWarnings()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
}

const conductor::Snapshot &shown(app::MainWindow &window)
{
    return *window.engine().snapshot();
}

bool isOpen(app::MainWindow &window)
{
    return window.engine().snapshot() != nullptr;
}

bool isFinished(app::MainWindow &window)
{
    return isAtRest(window) && shown(window).plan->action == conductor::Plan::Action::Finished;
}

bool isAtRest(app::MainWindow &window)
{
    using Mode = conductor::Activity::Mode;
    return isOpen(window) && (shown(window).activity.mode == Mode::Idle || shown(window).activity.mode == Mode::Review);
}

} // namespace culprit::tests
