// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/setuppage.h"

#include <QByteArray>

class QDoubleSpinBox;

namespace culprit::app
{

class DurationField;

/// Page 5: what counts as a verdict, and when the search ends.
class RulesPage final : public SetupPage
{
    Q_OBJECT

public:
    RulesPage();

    void read(const session::Setup &setup) override;
    void write(session::Setup &setup) const override;
    [[nodiscard]] QString commands(const session::Setup &setup) const override;

private:
    void addTitle();
    void addSearch();
    void addLimits();
    void showStrategy();
    void takeTitleOfFile();
    void takeTitleOf(const QByteArray &console, const QString &name);
    [[nodiscard]] bool isHalving() const;

    QLineEdit *m_title = nullptr;
    QComboBox *m_strategy = nullptr;
    QDoubleSpinBox *m_confidence = nullptr;
    QCheckBox *m_weighed = nullptr;
    QSpinBox *m_runs = nullptr;
    QCheckBox *m_revert = nullptr;
    DurationField *m_timeLimit = nullptr;
    QSpinBox *m_runLimit = nullptr;
    QSpinBox *m_buildLimit = nullptr;
};

} // namespace culprit::app
