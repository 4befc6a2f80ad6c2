// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/headless.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/democase.h"
#include "app/window/language.h"
#include "app/window/mainwindow.h"
#include "app/window/screenshots.h"
#include "app/window/themesetting.h"
#include "widgets/theme.h"

#include <CLI/CLI.hpp>

#include <QApplication>
#include <QLocale>
#include <QSettings>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    bool headless = false;
    std::string folder;
    double flaky = demo::defaultFlakyPercent / 100.0;
    qint64 seed = 1;
};

/// Whether the session ended at the commit that the history hides.
int checkCulprit(const conductor::Engine &engine, const demo::DemoHistory &history, int status)
{
    const conductor::SnapshotPtr snapshot = engine.snapshot();
    if (status != Done || !snapshot) {
        return status;
    }
    const bool right =
        snapshot->plan->culprit && QString::fromStdString(snapshot->plan->culprit->hex()) == history.culprit;
    printLine(right ? u"This is the commit that was planted."_s
                    : u"The planted commit is %1 (\"%2\"): the search was led astray."_s.arg(history.culprit.first(12),
                                                                                             history.culpritSubject));
    return right ? Done : Inconclusive;
}

int headlessDemo(MainWindow &window, const DemoCase &demo)
{
    Screenshots screenshots(window, demo.folder);
    window.resize(1480, 920);
    window.show();
    Headless headless(window.engine(), false);
    const int status = headless.runNew(demo.setup, demo.sessionFile);
    screenshots.finish();
    for (const QString &path : screenshots.paths()) {
        printLine(u"screenshot: %1"_s.arg(path));
    }
    return checkCulprit(window.engine(), demo.history, status);
}

/// 0.6 and 60 mean the same.
int percentOf(double flaky)
{
    return static_cast<int>(std::lround(std::clamp(flaky <= 1 ? flaky * 100 : flaky, 1.0, 100.0)));
}

int runDemo(Arguments arguments, Options options)
{
    const bool hasDisplay = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    options.headless = options.headless || !hasDisplay;
    if (options.headless) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(arguments.count, arguments.values);
    nameApplication();
    installLanguage(application, QLocale());
    const auto demo = makeDemoCase(options.folder.empty() ? QString() : pathFrom(options.folder),
                                   percentOf(options.flaky), options.seed);
    if (!demo) {
        return printError(demo.error());
    }
    printLine(u"demo in %1"_s.arg(demo->folder));
    // Without a display it looks the same wherever one language is spoken, and leaves no trace in the user's settings.
    QSettings settings =
        options.headless ? QSettings(demo->folder + u"/window.ini"_s, QSettings::IniFormat) : QSettings();
    widgets::applyTheme(application, options.headless ? widgets::Theme::Light : storedTheme(settings));
    MainWindow window(demo->places, settings);
    if (options.headless) {
        return headlessDemo(window, *demo);
    }
    const Interrupt interrupt([&window] { window.close(); });
    window.show();
    window.createSession(demo->setup, demo->sessionFile);
    return QApplication::exec();
}

} // namespace

void addDemoCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command =
        program.add_subcommand("demo", "Bisect a small demo kernel with real builds and real QEMU runs");
    command->add_flag("--headless", options->headless,
                      "Without a window: print the log as it goes, write screenshots (automatic without a display)");
    command->add_option("--dir", options->folder, "Folder for history, session and screenshots (default: a new one)")
        ->type_name("DIR");
    command->add_option("--flaky", options->flaky, "Share of the runs in which the bug fires, 0.6 or 60")
        ->type_name("P")
        ->check(CLI::Range(0.01, 100.0))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "Makes the same runs crash again; 0: by the clock")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->callback([=, &action] { action = [=] { return runDemo(arguments, *options); }; });
}

} // namespace culprit::app
