// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setup.h"

#include <QDialog>
#include <QThreadPool>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QSpinBox;

namespace culprit::app
{

/// One page with everything that SETUP.toml holds; what is typed is checked as it is typed.
class NewBisectionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewBisectionDialog(QWidget *parent = nullptr);
    ~NewBisectionDialog() override;

    /// Fills the page, for instance from a SETUP.toml.
    void setSetup(const session::Setup &setup);
    /// The settings as typed, by way of their SETUP.toml text, so that both go through the same checks.
    [[nodiscard]] Result<session::Setup> setup() const;
    [[nodiscard]] QString sessionFile() const;

private:
    void nameFields();
    void alignFields();
    void addRangeGroup(QWidget *page);
    void addKernelGroup(QWidget *page);
    void addTestGroup(QWidget *page);
    void addSearchFields(QFormLayout *form);
    void addMachineGroup(QWidget *page);
    void addGuestFields(QFormLayout *form);
    void showStrategy();
    [[nodiscard]] bool isHalving() const;
    /// `others`: what can stand there besides a path.
    QLineEdit *addPath(QFormLayout *form, const QString &label, const QString &tip, bool folder,
                       QMenu *others = nullptr);
    void addConfigField(QFormLayout *form);
    void checkSoon();
    void check();
    void showCheck(quint64 number, bool right, const QString &text);
    void save();
    void load();

    QLineEdit *m_repo = nullptr;
    QLineEdit *m_bad = nullptr;
    QLineEdit *m_good = nullptr;
    QComboBox *m_find = nullptr;
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
    QLineEdit *m_title = nullptr;
    QLineEdit *m_timeout = nullptr;
    QLineEdit *m_noOutput = nullptr;
    QLineEdit *m_bootTimeout = nullptr;
    QCheckBox *m_repeat = nullptr;
    QCheckBox *m_bits32 = nullptr;
    QComboBox *m_strategy = nullptr;
    QDoubleSpinBox *m_confidence = nullptr;
    QCheckBox *m_weighed = nullptr;
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
    QLineEdit *m_sessionFile = nullptr;
    QLabel *m_check = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    session::Setup m_base; ///< keys that the page does not show keep their values
    QTimer m_checkTimer;
    QThreadPool m_workers;
    quint64 m_checkNumber = 0;
};

} // namespace culprit::app
