// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/openmark.h"

#include <QObject>

namespace culprit::app
{

class StartPage;

/// Brings back the session that was open when a program was killed.
class Recovery final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    Recovery(OpenMark &mark, StartPage &page, QObject *parent = nullptr);

    /// Asks on the first page, or does what was answered for every time. Nothing, if no session was cut off.
    void offer();

Q_SIGNALS:
    void resumeWanted(const QString &path);
    void openWanted(const QString &path);

private:
    void recover(const OpenMark::Left &left, OpenMark::Answer answer);

    OpenMark &m_mark;
    StartPage &m_page;
};

} // namespace culprit::app
