// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/preferenceconnections.h"

#include "app/window/actions.h"
#include "app/window/paneconnections.h"
#include "app/window/preferences.h"

#include <QAction>
#include <QApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace culprit::app
{

using widgets::Theme;

void connectPreferences(Preferences &preferences, const Actions &actions, const PaneConnections &panes)
{
    const std::array themes{std::pair(actions.systemTheme, Theme::System), std::pair(actions.lightTheme, Theme::Light),
                            std::pair(actions.darkTheme, Theme::Dark),
                            std::pair(actions.blackOnWhite, Theme::BlackOnWhite),
                            std::pair(actions.whiteOnBlack, Theme::WhiteOnBlack)};
    for (const auto &[action, theme] : themes) {
        QObject::connect(action, &QAction::triggered, &preferences, [&preferences, theme] {
            Preferences::Values values = preferences.values();
            values.theme = theme;
            preferences.set(values);
        });
    }
    QObject::connect(actions.letterKeys, &QAction::triggered, &preferences, [&preferences](bool on) {
        Preferences::Values values = preferences.values();
        values.letterKeys = on;
        preferences.set(values);
    });
    const auto show = [&preferences, &actions, &panes, themes] {
        const Preferences::Values &values = preferences.values();
        std::ranges::find(themes, values.theme, [](const auto &theme) {
            return theme.second;
        })->first->setChecked(true);
        actions.letterKeys->setChecked(values.letterKeys);
        panes.setLetterKeys(values.letterKeys);
    };
    show();
    QObject::connect(&preferences, &Preferences::changed, &panes,
                     [&preferences, show, shown = preferences.values().theme]() mutable {
                         show();
                         if (const Theme theme = preferences.values().theme; theme != shown) {
                             shown = theme;
                             widgets::applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()), theme);
                         }
                     });
}

} // namespace culprit::app
