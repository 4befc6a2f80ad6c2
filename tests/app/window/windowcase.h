// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demosetup.h"
#include "app/window/mainwindow.h"
#include "engine/session/setup.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace culprit::tests
{

/// A folder with the demo's history and a short setup of it, places to build and run in, and settings of its own.
class WindowCase final
{
public:
    WindowCase();
    ~WindowCase(); ///< after its windows

    /// A window that knows nothing of the ones before but their settings.
    [[nodiscard]] std::unique_ptr<app::MainWindow> makeWindow();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const demo::DemoSetup &demo() const { return m_demo; }
    [[nodiscard]] const session::Setup &setup() const { return m_setup; }
    [[nodiscard]] const conductor::Places &places() const { return m_places; }
    [[nodiscard]] QSettings &settings() { return m_settings; }
    /// The planted commit.
    [[nodiscard]] history::ObjectId culprit() const;

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    demo::DemoSetup m_demo;
    session::Setup m_setup;
    conductor::Places m_places;
};

/// Any warning fails the test but those with which the offscreen platform tells that it has no window manager.
void failOnOurWarnings();

/// The latest snapshot of a window; it has one once its session is open.
[[nodiscard]] const conductor::Snapshot &shown(app::MainWindow &window);
[[nodiscard]] bool isOpen(app::MainWindow &window);
[[nodiscard]] bool isFinished(app::MainWindow &window);
/// Whether the session is open and nothing runs.
[[nodiscard]] bool isAtRest(app::MainWindow &window);

} // namespace culprit::tests
