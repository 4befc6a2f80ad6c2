// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <QDialog>
#include <QThreadPool>
#include <QTimer>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace culprit::app
{

class SetupForm;

/// Settings and the file of a new session; what is typed is checked as it is typed.
class NewBisectionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewBisectionDialog(QWidget *parent = nullptr);
    ~NewBisectionDialog() override;

    void setSetup(const session::Setup &setup); ///< for instance from a SETUP.toml
    [[nodiscard]] Result<session::Setup> setup() const;
    [[nodiscard]] QString sessionFile() const;

private:
    void alignFields();
    void checkSoon();
    void check();
    void showCheck(quint64 number, bool right, const QString &text);
    void save();
    void load();

    SetupForm *m_form = nullptr;
    QLineEdit *m_sessionFile = nullptr;
    QLabel *m_check = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QTimer m_checkTimer;
    QThreadPool m_workers;
    quint64 m_checkNumber = 0;
};

} // namespace culprit::app
