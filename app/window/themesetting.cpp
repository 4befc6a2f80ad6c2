// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/themesetting.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString themeKey = u"window/theme"_s;

constexpr std::array words{
    std::pair(widgets::Theme::System, "system"_L1),
    std::pair(widgets::Theme::Light, "light"_L1),
    std::pair(widgets::Theme::Dark, "dark"_L1),
    std::pair(widgets::Theme::BlackOnWhite, "black-on-white"_L1),
    std::pair(widgets::Theme::WhiteOnBlack, "white-on-black"_L1),
};
using Word = decltype(words)::value_type;

} // namespace

widgets::Theme storedTheme(const QSettings &settings)
{
    const QString word = settings.value(themeKey).toString();
    const auto stored = std::ranges::find_if(words, [&word](const Word &known) { return known.second == word; });
    return stored == words.end() ? widgets::Theme::System : stored->first;
}

void storeTheme(QSettings &settings, widgets::Theme theme)
{
    settings.setValue(themeKey, QString(std::ranges::find(words, theme, &Word::first)->second));
}

} // namespace culprit::app
