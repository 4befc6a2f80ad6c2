// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    struct Values {
        widgets::Theme theme = widgets::Theme::System;
        bool letterKeys = true; ///< single letters are keys in the views that have them (WCAG 2.1.4)
        bool notifies = true;   ///< on the desktop, while nobody looks at the window
        bool keepsAwake = true; ///< the machine, while a bisection runs
        QString sessionsFolder; ///< where sessions are looked for
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

} // namespace culprit::app
