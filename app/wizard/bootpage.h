// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/setuppage.h"

namespace culprit::app
{

class MemoryField;

/// Page 3: in what machine a kernel boots.
class BootPage final : public SetupPage
{
    Q_OBJECT

public:
    BootPage();

    void read(const session::Setup &setup) override;
    void write(session::Setup &setup) const override;
    [[nodiscard]] QString commands(const session::Setup &setup) const override;
    [[nodiscard]] QList<session::SetupMistake> mistakes() const override;

private:
    void addGuest();
    void addMachine();
    void showGuest();
    void showHost();
    [[nodiscard]] bool isImage() const;

    QComboBox *m_guest = nullptr;
    QLineEdit *m_disk = nullptr;
    QLineEdit *m_sshKey = nullptr;
    QLineEdit *m_sshUser = nullptr;
    QComboBox *m_accel = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_cpus = nullptr;
    MemoryField *m_memory = nullptr;
    QLineEdit *m_append = nullptr;
    QSpinBox *m_dumps = nullptr;
};

} // namespace culprit::app
