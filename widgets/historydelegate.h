// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/historymodel.h"

#include <QStyledItemDelegate>

namespace culprit::widgets
{

/// Paints a row of a HistoryModel: lanes and mark, hash, tags and subject with the stage and the runs at its end. What
/// was ruled out is pale; the revision under test has a band. All sizes follow the font.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HistoryDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Width of the graph column that shows `lanes` lanes, with this font.
    [[nodiscard]] static int graphWidth(const QFontMetrics &metrics, int lanes);

private:
    struct Row;
    void paintGraph(QPainter &painter, const Row &row) const;
    void paintChance(QPainter &painter, const Row &row) const;
    void paintSubject(QPainter &painter, const Row &row) const;
    void paintText(QPainter &painter, const Row &row, const QRect &rect, const QString &text) const;
    static int paintTags(QPainter &painter, const Row &row, QRect rect);
    static int paintBetween(QPainter &painter, const Row &row, const QRect &rect);
    static int paintStage(QPainter &painter, const Row &row, QRect rect);
    static int paintRuns(QPainter &painter, const Row &row, QRect rect);
};

} // namespace culprit::widgets
