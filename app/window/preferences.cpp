// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString letterKeysKey = u"keys/letters"_s;

} // namespace

Preferences::Preferences(QSettings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_values.letterKeys = settings.value(letterKeysKey, m_values.letterKeys).toBool();
}

void Preferences::set(const Values &values)
{
    if (m_values == values) {
        return;
    }
    m_values = values;
    m_settings.setValue(letterKeysKey, values.letterKeys);
    Q_EMIT changed();
}

} // namespace culprit::app
