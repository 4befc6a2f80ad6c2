// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/direction.h"

#include <QGuiApplication>
#include <QWidget>

namespace culprit::widgets
{

QString leftToRight(const QString &technical)
{
    constexpr QChar isolate(0x2066);
    constexpr QChar end(0x2069);
    return technical.isEmpty() || QGuiApplication::isLeftToRight() ? technical : isolate + technical + end;
}

void keepLeftToRight(QWidget &view)
{
    view.setLayoutDirection(Qt::LeftToRight);
}

} // namespace culprit::widgets
