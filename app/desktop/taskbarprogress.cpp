// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/taskbarprogress.h"

#include <QDBusMessage>
#include <QGuiApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace culprit::app
{

TaskbarProgress::TaskbarProgress(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus) {}

TaskbarProgress::~TaskbarProgress()
{
    show(std::nullopt);
}

void TaskbarProgress::show(std::optional<double> share)
{
    const auto percent = share ? std::optional(int(std::lround(*share * 100))) : std::nullopt;
    if (percent == m_percent || !m_bus.isConnected()) {
        return;
    }
    m_percent = percent;
    const QString application = u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName());
    QDBusMessage message =
        QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/%1"_s.arg(qHash(application)),
                                   u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    message << application
            << QVariantMap{{u"progress"_s, percent.value_or(0) / 100.0}, {u"progress-visible"_s, percent.has_value()}};
    m_bus.send(message);
}

} // namespace culprit::app
