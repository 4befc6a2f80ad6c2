// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/themesetting.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString themeKey = u"window/theme"_s;

QString word(widgets::Theme theme)
{
    switch (theme) {
    case widgets::Theme::Light:
        return u"light"_s;
    case widgets::Theme::Dark:
        return u"dark"_s;
    case widgets::Theme::System:
        break;
    }
    return u"system"_s;
}

} // namespace

widgets::Theme storedTheme(const QSettings &settings)
{
    const QString stored = settings.value(themeKey).toString();
    return stored == word(widgets::Theme::Light)  ? widgets::Theme::Light
           : stored == word(widgets::Theme::Dark) ? widgets::Theme::Dark
                                                  : widgets::Theme::System;
}

void storeTheme(QSettings &settings, widgets::Theme theme)
{
    settings.setValue(themeKey, word(theme));
}

} // namespace culprit::app
