// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/places.h"
#include "widgets/theme.h"

#include <QObject>
#include <QString>

class QSettings;

namespace culprit::app
{

/// What the user chose for all sessions; kept at once.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostGigabytes = 10'000;

    struct Values {
        widgets::Theme theme = widgets::Theme::System;
        bool letterKeys = true;   ///< single letters are keys in the views that have them (WCAG 2.1.4)
        bool notifies = true;     ///< on the desktop, while nobody looks at the window
        bool keepsAwake = true;   ///< the machine, while a bisection runs
        QString sessionsFolder;   ///< where sessions are looked for
        int buildsGigabytes = 10; ///< of finished builds that are kept; 1 to mostGigabytes
        bool operator==(const Values &) const = default;
    };

    /// `settings` outlives this.
    explicit Preferences(QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] const Values &values() const { return m_values; }
    void set(const Values &values);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
    Values m_values;
};

/// `places` with the limits that the user chose.
[[nodiscard]] conductor::Places limitedPlaces(conductor::Places places, const Preferences::Values &values);
/// The standard ones with the stored limits, for programs without a window.
[[nodiscard]] conductor::Places storedPlaces(QSettings &settings);

} // namespace culprit::app
