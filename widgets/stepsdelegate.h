// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace culprit::widgets
{

/// Paints the steps: verdicts with what they overrule struck through, runs as counted chips, builds as a bar.
class StepsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintVerdict(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintChips(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace culprit::widgets
