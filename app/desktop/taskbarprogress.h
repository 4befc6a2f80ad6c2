// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <optional>

namespace culprit::app
{

/// How far the search is, on the task bar's icon, where the desktop listens to com.canonical.Unity.LauncherEntry.
class TaskbarProgress final : public QObject
{
    Q_OBJECT

public:
    explicit TaskbarProgress(const QDBusConnection &bus, QObject *parent = nullptr);
    ~TaskbarProgress() override; ///< takes it away

    /// 0 to 1; nothing: none is shown.
    void show(std::optional<double> share);

private:
    QDBusConnection m_bus;
    std::optional<int> m_percent;
};

} // namespace culprit::app
