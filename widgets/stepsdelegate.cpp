// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stepsdelegate.h"

#include "widgets/stepsmodel.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

#include <array>

namespace culprit::widgets
{

namespace
{

struct Chip {
    Mark mark;
    int session::Tally::*count;
};

constexpr std::array chips{
    Chip{Mark::Bad, &session::Tally::target},  Chip{Mark::Good, &session::Tally::ok},
    Chip{Mark::Mixed, &session::Tally::other}, Chip{Mark::Skip, &session::Tally::boot},
    Chip{Mark::Skip, &session::Tally::infra},  Chip{Mark::Running, &session::Tally::running},
};

void paintGround(QPainter &painter, QStyleOptionViewItem option)
{
    option.text.clear();
    option.icon = {};
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, &painter, option.widget);
}

QColor textColour(const QStyleOptionViewItem &option)
{
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

int gapOf(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 4;
}

} // namespace

/// A run without a column for its crash title has it beside its number, a group without one for its size likewise.
void StepsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto *tree = qobject_cast<const QTreeView *>(option->widget);
    const bool endedWell = static_cast<Mark>(index.data(StepsModel::MarkRole).toInt()) == Mark::Good;
    if (index.column() == StepsModel::Step && index.parent().isValid() && !endedWell && tree != nullptr &&
        tree->isColumnHidden(StepsModel::Title)) {
        const QString title = index.siblingAtColumn(StepsModel::Title).data().toString();
        option->text += title.isEmpty() ? QString() : QStringLiteral("  ") + title;
    }
    const QString count = index.column() == StepRows::Step ? index.data(StepRows::CountRole).toString() : QString();
    if (!count.isEmpty() && tree != nullptr && tree->isColumnHidden(StepRows::Runs)) {
        option->text = QStringLiteral("%1  %2").arg(count, option->text);
    }
}

void StepsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    painter->setLayoutDirection(item.direction);
    if (index.column() == StepsModel::Verdict) {
        paintVerdict(*painter, item, index);
    } else if (index.column() == StepsModel::Runs && index.data(StepsModel::TallyRole).isValid()) {
        paintChips(*painter, item, index);
    } else {
        QStyledItemDelegate::paint(painter, option, index);
    }
}

void StepsDelegate::paintVerdict(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    painter.save();
    const int gap = gapOf(option);
    QRect rect = option.rect.adjusted(gap, 0, -gap, 0);
    const int percent = index.data(StepsModel::PercentRole).toInt();
    if (percent >= 0) {
        const QRect bar(rect.left(), rect.bottom() - 2, rect.width(), 2);
        const QColor colour = VerdictStyle::color(Mark::Running, option.palette);
        painter.fillRect(bar, mixed(option.palette.color(QPalette::Base), colour, 0.25));
        painter.fillRect(QRect(bar.topLeft(), QSize(bar.width() * percent / 100, bar.height())), colour);
    }
    const auto mark = static_cast<Mark>(index.data(StepsModel::MarkRole).toInt());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected); // the colours are made for the plain ground
    const bool coloured =
        !isSelected && (mark == Mark::Good || mark == Mark::Bad || mark == Mark::Culprit || mark == Mark::Running);
    painter.setPen(coloured ? VerdictStyle::color(mark, option.palette) : textColour(option));
    const QString struck = index.data(StepsModel::StruckRole).toString();
    QFont font = option.font;
    font.setBold(!struck.isEmpty());
    painter.setFont(font);
    const QString word = painter.fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width());
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, word);
    if (!struck.isEmpty()) {
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(word) + gap);
        QFont strikeFont = option.font;
        strikeFont.setStrikeOut(true);
        painter.setFont(strikeFont);
        painter.setPen(mixed(option.palette.color(QPalette::Base), textColour(option), 0.6));
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, struck);
    }
    painter.restore();
}

void StepsDelegate::paintChips(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    const auto tally = index.data(StepsModel::TallyRole).value<session::Tally>();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int gap = gapOf(option);
    const int side = option.fontMetrics.ascent();
    int x = option.rect.left() + gap;
    for (const Chip &chip : chips) {
        const int count = tally.*chip.count;
        if (count == 0) {
            continue;
        }
        const QString number = QString::number(count);
        const int width = side + option.fontMetrics.horizontalAdvance(number) + gap * 3;
        const QRectF box(x, option.rect.center().y() - side * 0.72, width, side * 1.44);
        const QColor colour = VerdictStyle::color(chip.mark, option.palette);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(option.palette.color(QPalette::Base), colour, 0.14));
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
        VerdictStyle::paint(painter, QRectF(x + gap, box.center().y() - side * 0.45, side * 0.9, side * 0.9), chip.mark,
                            option.palette);
        painter.setPen(option.palette.color(QPalette::Text));
        painter.drawText(QRectF(x + gap + side, box.top(), width - side - gap, box.height()), Qt::AlignCenter, number);
        x += width + gap;
    }
    painter.restore();
}

QSize StepsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() * 3 / 2));
    return size;
}

} // namespace culprit::widgets
