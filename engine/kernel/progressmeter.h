// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace culprit::kernel
{

/// Tells from make's output how far a build is: each line that an earlier build said too shows a position in that
/// build. Such a position holds for whole builds and for incremental ones, because make visits its targets in the same
/// order.
class ProgressMeter final
{
public:
    /// `record` is what an earlier meter's record() gave, or empty.
    explicit ProgressMeter(const QByteArray &record = {});

    void add(QByteArrayView bytes);

    /// 0 to 99, never falling; nothing while no line is known.
    [[nodiscard]] std::optional<int> percent() const;
    /// The file or target in work: "kernel/fork.o".
    [[nodiscard]] QString current() const { return m_current; }
    /// The lines of the earlier build with those of this one that it did not have, each after its predecessor.
    [[nodiscard]] QByteArray record() const;

private:
    void addLine(QByteArrayView line);

    QList<QByteArray> m_known;
    QHash<QByteArray, qsizetype> m_positions;
    QHash<qsizetype, QList<QByteArray>> m_added; ///< new lines by the position that they follow, -1: the start
    QHash<QByteArray, bool> m_addedLines;
    qsizetype m_furthest = -1;
    qsizetype m_last = -1;
    QByteArray m_rest;
    QString m_current;
};

} // namespace culprit::kernel
