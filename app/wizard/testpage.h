// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/setuppage.h"

namespace culprit::app
{

class DurationField;

/// Page 4: what shows the bug.
class TestPage final : public SetupPage
{
    Q_OBJECT

public:
    TestPage();

    void read(const session::Setup &setup) override;
    void write(session::Setup &setup) const override;
    [[nodiscard]] QString commands(const session::Setup &setup) const override;

private:
    void addTimes();
    void showKind();
    [[nodiscard]] bool isSyzProgram() const;

    QLineEdit *m_reproducer = nullptr;
    QLineEdit *m_syzkaller = nullptr;
    QCheckBox *m_bits32 = nullptr;
    DurationField *m_timeout = nullptr;
    QCheckBox *m_repeat = nullptr;
    DurationField *m_noOutput = nullptr;
    DurationField *m_bootTimeout = nullptr;
    QLineEdit *m_seed = nullptr;
};

} // namespace culprit::app
