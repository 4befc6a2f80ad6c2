// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/preferences.h"

#include "app/window/themesetting.h"

#include <QDir>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString sessionsFolderKey = u"sessions-folder"_s;
const QString letterKeysKey = u"keys/letters"_s;
const QString buildsKey = u"cache/builds-gigabytes"_s;
const QString notifiesKey = u"desktop/notifies"_s;
const QString keepsAwakeKey = u"desktop/keeps-awake"_s;

} // namespace

Preferences::Preferences(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_values.theme = storedTheme(settings);
    m_values.sessionsFolder = settings.value(sessionsFolderKey, QDir::homePath()).toString();
    m_values.buildsGigabytes =
        std::clamp(settings.value(buildsKey, m_values.buildsGigabytes).toInt(), 1, mostGigabytes);
    m_values.letterKeys = settings.value(letterKeysKey, m_values.letterKeys).toBool();
    m_values.notifies = settings.value(notifiesKey, m_values.notifies).toBool();
    m_values.keepsAwake = settings.value(keepsAwakeKey, m_values.keepsAwake).toBool();
}

void Preferences::set(const Values &values)
{
    if (m_values == values) {
        return;
    }
    m_values = values;
    storeTheme(m_settings, values.theme);
    m_settings.setValue(sessionsFolderKey, values.sessionsFolder);
    m_settings.setValue(buildsKey, values.buildsGigabytes);
    m_settings.setValue(letterKeysKey, values.letterKeys);
    m_settings.setValue(notifiesKey, values.notifies);
    m_settings.setValue(keepsAwakeKey, values.keepsAwake);
    Q_EMIT changed();
}

conductor::Places limitedPlaces(conductor::Places places, const Preferences::Values &values)
{
    constexpr qint64 gigabyte = 1'000'000'000;
    places.buildsBytes = values.buildsGigabytes * gigabyte;
    return places;
}

conductor::Places storedPlaces(QSettings &settings)
{
    return limitedPlaces(conductor::Places::standard(), Preferences(settings).values());
}

} // namespace culprit::app
