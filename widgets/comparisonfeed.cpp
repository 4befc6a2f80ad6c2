// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparisonfeed.h"

#include "widgets/consoleside.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace culprit::widgets
{

namespace
{

constexpr qint64 sliceNanoseconds = 4'000'000;
constexpr auto restTime = std::chrono::milliseconds(2);
constexpr int pieceRows = 200;

/// The bytes of `count` rows from `begin` on.
qsizetype sizeOfRows(QByteArrayView text, qsizetype begin, int count)
{
    qsizetype end = begin;
    for (int row = 0; row < count; ++row) {
        end = text.indexOf('\n', end) + 1;
    }
    return end - begin;
}

} // namespace

ComparisonFeed::ComparisonFeed(ConsoleSide *left, ConsoleSide *right, QObject *parent)
    : QObject(parent), m_left(left), m_right(right)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ComparisonFeed::work);
}

void ComparisonFeed::begin(std::shared_ptr<const ConsoleComparison> comparison)
{
    m_comparison = std::move(comparison);
    m_rows = 0;
    m_taken = {};
    m_marked = 0;
    m_markedRow = 0;
    m_left->begin();
    m_right->begin();
    m_timer.stop();
    if (m_comparison) {
        m_timer.start(restTime);
    }
}

void ComparisonFeed::work()
{
    QElapsedTimer clock;
    clock.start();
    while (!isComplete() && clock.nsecsElapsed() < sliceNanoseconds) {
        takeRows(std::min(m_rows + pieceRows, m_comparison->rows));
        markRows();
    }
    if (!isComplete()) {
        m_timer.start(restTime);
    }
    Q_EMIT grew();
}

void ComparisonFeed::takeRows(int until)
{
    const auto take = [&](ConsoleSide *side, const QByteArray &text, qsizetype &taken) {
        const qsizetype size = sizeOfRows(text, taken, until - m_rows);
        side->appendUtf8(QByteArrayView(text).sliced(taken, size));
        taken += size;
    };
    take(m_left, m_comparison->left, m_taken[0]);
    take(m_right, m_comparison->right, m_taken[1]);
    m_rows = until;
}

/// As far as the texts have come.
void ComparisonFeed::markRows()
{
    using Row = ConsoleSide::Row;
    const auto &differences = m_comparison->differences;
    while (m_marked < differences.size() && differences[m_marked].row < m_rows) {
        const ConsoleComparison::Difference &difference = differences[m_marked];
        const int end = difference.row + difference.rows();
        for (m_markedRow = std::max(m_markedRow, difference.row); m_markedRow < std::min(end, m_rows); ++m_markedRow) {
            const int i = m_markedRow - difference.row;
            const bool both = i < difference.left && i < difference.right;
            m_left->setKind(m_markedRow, both ? Row::Changed : i < difference.left ? Row::Own : Row::Missing);
            m_right->setKind(m_markedRow, both ? Row::Changed : i < difference.right ? Row::Own : Row::Missing);
        }
        if (end > m_rows) {
            break;
        }
        ++m_marked;
    }
}

} // namespace culprit::widgets
