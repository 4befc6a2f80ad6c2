// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/consolecomparison.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <memory>

namespace culprit::widgets
{

class ConsoleSide;

/// Brings a comparison to its two sides in slices, so that the window stays quick however long it is.
class ComparisonFeed final : public QObject
{
    Q_OBJECT

public:
    ComparisonFeed(ConsoleSide *left, ConsoleSide *right, QObject *parent = nullptr);

    /// Empties both sides; null: they stay empty.
    void begin(std::shared_ptr<const ConsoleComparison> comparison);
    [[nodiscard]] const ConsoleComparison *comparison() const { return m_comparison.get(); }
    [[nodiscard]] int rows() const { return m_rows; } ///< in the texts so far
    [[nodiscard]] bool isComplete() const { return m_comparison && m_rows == m_comparison->rows; }

Q_SIGNALS:
    void grew(); ///< by a slice

private:
    void work();
    void takeRows(int until);
    void markRows();

    ConsoleSide *m_left;
    ConsoleSide *m_right;
    QTimer m_timer;
    std::shared_ptr<const ConsoleComparison> m_comparison;
    int m_rows = 0;
    std::array<qsizetype, 2> m_taken{}; ///< bytes of each side
    std::size_t m_marked = 0;           ///< differences whose rows have their signs
    int m_markedRow = 0;                ///< of the next difference, the first without
};

} // namespace culprit::widgets
