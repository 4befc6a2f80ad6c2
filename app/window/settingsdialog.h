// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace culprit::app
{

/// What is the same for all sessions.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Preferences &preferences, QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *theme() const { return m_theme; }
    [[nodiscard]] QCheckBox *letterKeys() const { return m_letterKeys; }
    [[nodiscard]] QCheckBox *notifies() const { return m_notifies; }
    [[nodiscard]] QCheckBox *keepsAwake() const { return m_keepsAwake; }
    [[nodiscard]] QLineEdit *sessionsFolder() const { return m_sessionsFolder; }
    [[nodiscard]] QSpinBox *buildsGigabytes() const { return m_buildsGigabytes; }

private:
    [[nodiscard]] QWidget *makeFolderField();
    void store();

    Preferences &m_preferences;
    QComboBox *m_theme;
    QCheckBox *m_letterKeys;
    QCheckBox *m_notifies;
    QCheckBox *m_keepsAwake;
    QLineEdit *m_sessionsFolder;
    QSpinBox *m_buildsGigabytes;
};

} // namespace culprit::app
