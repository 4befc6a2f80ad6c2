// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/screenshots.h"

#include "app/window/mainwindow.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

/// Lets what the window has asked for (logs, commits, layouts) arrive.
void settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void setTheme(widgets::Theme theme)
{
    widgets::applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()), theme);
}

} // namespace

Screenshots::Screenshots(MainWindow &window, const QString &folder) : m_window(window), m_folder(folder)
{
    // After the window has shown what is new.
    connect(&window.engine(), &conductor::Engine::changed, this, &Screenshots::consider, Qt::QueuedConnection);
}

void Screenshots::consider(const conductor::SnapshotPtr &snapshot)
{
    const conductor::Plan &plan = *snapshot->plan;
    if (plan.phase != conductor::Phase::Bisect || snapshot->activity.machines.empty()) {
        return;
    }
    if (plan.steps <= 4 && plan.runsMissing <= 6 && !m_taken.contains(u"bisecting-light"_s)) {
        take(u"bisecting-light"_s);
    } else if (plan.steps <= 3 && plan.runsMissing <= 6 && !m_taken.contains(u"bisecting-dark"_s)) {
        setTheme(widgets::Theme::Dark);
        QApplication::sendPostedEvents();
        take(u"bisecting-dark"_s);
        setTheme(widgets::Theme::Light);
    }
}

void Screenshots::take(const QString &name)
{
    m_taken.insert(name);
    const QString path = u"%1/%2.png"_s.arg(m_folder, name);
    if (m_window.grab().save(path)) {
        m_paths << path;
    }
}

void Screenshots::finish()
{
    settle(600);
    take(u"finished-light"_s);
    setTheme(widgets::Theme::Dark);
    settle(200);
    take(u"finished-dark"_s);
}

} // namespace culprit::app
