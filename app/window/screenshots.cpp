// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/screenshots.h"

#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "app/window/mainwindow.h"
#include "widgets/consoleview.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QPixmap>

#include <algorithm>
#include <functional>
#include <utility>

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

/// The picture in its 256 most frequent colours: a third of the size, and nobody sees a difference in a window.
QImage withFewColours(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            ++counts[line[x]];
        }
    }
    QList<QRgb> colours = counts.keys();
    std::ranges::sort(colours, std::ranges::greater(),
                      [&counts](QRgb colour) { return std::pair(counts.value(colour), colour); });
    colours.resize(std::min<qsizetype>(colours.size(), 256));
    return image.convertToFormat(QImage::Format_Indexed8, colours, Qt::ThresholdDither | Qt::AvoidDither);
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
    // A console with a crash tells most; near the end any will do.
    const bool crashInSight = !m_window.panes().consoles->active()->view()->feed().crashLines().empty();
    const bool goodMoment = plan.steps <= 4 && plan.runsMissing <= 7 && crashInSight;
    if ((goodMoment || plan.steps <= 2) && !m_taken.contains(u"bisecting-light"_s)) {
        take(u"bisecting-light"_s);
    } else if (plan.steps <= 3 && plan.runsMissing <= 7 && m_taken.contains(u"bisecting-light"_s) &&
               !m_taken.contains(u"bisecting-dark"_s)) {
        m_taken.insert(u"bisecting-dark"_s); // new snapshots come while the theme changes
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
    if (withFewColours(m_window.grab().toImage().convertToFormat(QImage::Format_RGB32)).save(path, "PNG", 0)) {
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
