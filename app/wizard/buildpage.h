// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/setuppage.h"

namespace culprit::app
{

class DurationField;
class RowsEditor;

/// Page 2: how a revision becomes a kernel.
class BuildPage final : public SetupPage
{
    Q_OBJECT

public:
    BuildPage();

    void read(const session::Setup &setup) override;
    void write(session::Setup &setup) const override;
    [[nodiscard]] QString commands(const session::Setup &setup) const override;

private:
    void addConfig();
    void addRecipe();
    void addCompiler();
    void addStretches();
    void showRecipe();
    [[nodiscard]] bool isLinux() const;

    QComboBox *m_recipe = nullptr;
    QLineEdit *m_configure = nullptr;
    QLineEdit *m_build = nullptr;
    QLineEdit *m_image = nullptr;
    QLineEdit *m_vmlinux = nullptr;
    QLineEdit *m_banner = nullptr;
    QLineEdit *m_config = nullptr;
    QLineEdit *m_fragments = nullptr;
    QLineEdit *m_required = nullptr;
    QComboBox *m_compiler = nullptr;
    DurationField *m_timeout = nullptr;
    RowsEditor *m_toolchains = nullptr;
    RowsEditor *m_overrides = nullptr;
    RowsEditor *m_fixups = nullptr;
};

} // namespace culprit::app
