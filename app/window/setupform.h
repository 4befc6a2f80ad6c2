// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace culprit::app
{

/// One page with everything that SETUP.toml holds.
class SetupForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SetupForm(QWidget *parent = nullptr);

    /// Fills the page, for instance from a SETUP.toml.
    void setSetup(const session::Setup &setup);
    /// The settings as typed, by way of their SETUP.toml text, so that both go through the same checks.
    [[nodiscard]] Result<session::Setup> setup() const;
    [[nodiscard]] bool hasRange() const; ///< repository and bad end are filled in, which is the least

Q_SIGNALS:
    void changed(); ///< what decides whether setup() is right

private:
    void nameFields();
    void addRangeGroup(QWidget *page);
    void addKernelGroup(QWidget *page);
    void addTestGroup(QWidget *page);
    void addSearchFields(QFormLayout *form);
    void addMachineGroup(QWidget *page);
    void addGuestFields(QFormLayout *form);
    void addConfigField(QFormLayout *form);
    void showStrategy();
    void showNarrowing();
    [[nodiscard]] bool isSyzProgram() const;
    [[nodiscard]] bool isHalving() const;

    QLineEdit *m_repo = nullptr;
    QLineEdit *m_bad = nullptr;
    QLineEdit *m_good = nullptr;
    QComboBox *m_find = nullptr;
    QLineEdit *m_paths = nullptr;
    QCheckBox *m_firstParent = nullptr;
    QComboBox *m_recipe = nullptr;
    QWidget *m_commands = nullptr;
    QLineEdit *m_configure = nullptr;
    QLineEdit *m_build = nullptr;
    QLineEdit *m_image = nullptr;
    QLineEdit *m_vmlinux = nullptr;
    QLineEdit *m_banner = nullptr;
    QLineEdit *m_config = nullptr;
    QLineEdit *m_fragments = nullptr;
    QLineEdit *m_required = nullptr;
    QLineEdit *m_reproducer = nullptr;
    QLineEdit *m_syzkaller = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_timeout = nullptr;
    QLineEdit *m_noOutput = nullptr;
    QLineEdit *m_bootTimeout = nullptr;
    QCheckBox *m_repeat = nullptr;
    QCheckBox *m_bits32 = nullptr;
    QComboBox *m_strategy = nullptr;
    QDoubleSpinBox *m_confidence = nullptr;
    QCheckBox *m_weighed = nullptr;
    QCheckBox *m_revert = nullptr;
    QSpinBox *m_runs = nullptr;
    QLabel *m_runsNote = nullptr;
    QComboBox *m_guest = nullptr;
    QWidget *m_diskFields = nullptr;
    QLineEdit *m_disk = nullptr;
    QLineEdit *m_sshKey = nullptr;
    QLineEdit *m_sshUser = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_cpus = nullptr;
    QLineEdit *m_memory = nullptr;
    QComboBox *m_accel = nullptr;
    QLineEdit *m_append = nullptr;
    session::Setup m_base; ///< keys that the page does not show keep their values
};

} // namespace culprit::app
