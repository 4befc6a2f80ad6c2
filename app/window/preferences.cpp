// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/preferences.h"

#include "app/window/themesetting.h"

#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString sessionsFolderKey = u"sessions-folder"_s;
const QString letterKeysKey = u"keys/letters"_s;
const QString notifiesKey = u"desktop/notifies"_s;
const QString keepsAwakeKey = u"desktop/keeps-awake"_s;

} // namespace

Preferences::Preferences(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_values.theme = storedTheme(settings);
    m_values.sessionsFolder = settings.value(sessionsFolderKey, QDir::homePath()).toString();
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
    m_settings.setValue(letterKeysKey, values.letterKeys);
    m_settings.setValue(notifiesKey, values.notifies);
    m_settings.setValue(keepsAwakeKey, values.keepsAwake);
    Q_EMIT changed();
}

} // namespace culprit::app
