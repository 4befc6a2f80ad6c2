// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/openmark.h"

#include <QGroupBox>

class QCheckBox;
class QPushButton;

namespace culprit::app
{

/// Asks what to do with a session that a crash of the program cut off.
class RecoveryCard final : public QGroupBox
{
    Q_OBJECT

public:
    explicit RecoveryCard(const OpenMark::Left &left, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *resume() const { return m_resume; }
    [[nodiscard]] QPushButton *openPaused() const { return m_openPaused; }
    [[nodiscard]] QPushButton *leave() const { return m_leave; }
    [[nodiscard]] QCheckBox *always() const { return m_always; }

Q_SIGNALS:
    void answered(culprit::app::OpenMark::Answer answer, bool always);

private:
    QPushButton *m_resume;
    QPushButton *m_openPaused;
    QPushButton *m_leave;
    QCheckBox *m_always;
};

} // namespace culprit::app
