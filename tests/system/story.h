// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace culprit::tests
{

/// What the program printed with --json, looked up as a test needs it.
class Story final
{
public:
    explicit Story(const QList<QJsonObject> &events);

    /// Events of a kind, in order.
    [[nodiscard]] QList<QJsonObject> all(const QString &kind) const;
    /// Ended builds that made a kernel.
    [[nodiscard]] QList<QJsonObject> kernels() const;
    /// What a build or run is of; takes an event of its end.
    [[nodiscard]] QString revisionOf(const QJsonObject &event) const;

    [[nodiscard]] QString signatureOf(const QString &revision) const;
    /// Ended runs of the revision with this outcome.
    [[nodiscard]] qsizetype runsOf(const QString &revision, const QString &outcome) const;
    [[nodiscard]] QList<qint64> milliseconds(const QString &kind,
                                             const QString &member = QStringLiteral("milliseconds")) const;

private:
    QList<QJsonObject> m_events;
    QHash<qint64, QString> m_revisionOfBuild;
    QHash<qint64, QString> m_revisionOfRun;
};

} // namespace culprit::tests
