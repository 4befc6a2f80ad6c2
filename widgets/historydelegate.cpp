// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/historydelegate.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace culprit::widgets
{

using Kind = LaneSegment::Kind;

namespace
{

struct LaneTint {
    QRgb light;
    QRgb dark;
};

/// Quiet on purpose: the marks speak. None of these is near a verdict's colour.
constexpr std::array<LaneTint, laneColors> laneTints{{
    {0xff7d8b99, 0xff8796a5},
    {0xff9a86b8, 0xffa793c4},
    {0xff6f9aa6, 0xff78a5b1},
    {0xffa89566, 0xffb3a172},
    {0xff8f9aa3, 0xff98a3ac},
    {0xffb08a8a, 0xffbd9696},
}};

constexpr int mostTicks = 20;

QColor withAlpha(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

void paintChip(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &border)
{
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    const QRectF inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(inner, inner.height() * 0.28, inner.height() * 0.28);
}

} // namespace

/// What the painting of one cell needs, gathered once.
struct HistoryDelegate::Row {
    const HistoryModel &model;
    int row;
    const CommitMark &mark;
    QStyleOptionViewItem option;
    QPalette palette;
    QColor base;
    QColor text;
    bool faded;

    Row(const HistoryModel &itsModel, const QModelIndex &index, const QStyleOptionViewItem &itsOption)
        : model(itsModel),
          row(index.row()),
          mark(itsModel.mark(index.row())),
          option(itsOption),
          palette(itsOption.palette),
          base(palette.color(QPalette::Base)),
          faded(!mark.candidate && !mark.tested && mark.stage == Stage::None)
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool active = option.state.testFlag(QStyle::State_Active);
        const auto group = active ? QPalette::Active : QPalette::Inactive;
        text = palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
        if (faded && !selected) {
            text = mixed(base, text, 0.62);
        }
    }

    [[nodiscard]] bool inWork() const { return mark.stage == Stage::Testing || mark.stage == Stage::Building; }
    [[nodiscard]] int height() const { return option.rect.height(); }
    [[nodiscard]] int gap() const { return std::max(2, option.fontMetrics.height() / 3); }
    [[nodiscard]] qreal laneWidth() const { return option.fontMetrics.height() * 0.9; }
    [[nodiscard]] qreal laneX(int lane) const { return option.rect.left() + (lane + 0.75) * laneWidth(); }
    [[nodiscard]] qreal markSize() const { return option.fontMetrics.height() * 0.84; }
    [[nodiscard]] QFont smallFont() const
    {
        QFont font = option.font;
        if (font.pointSizeF() > 0) {
            font.setPointSizeF(font.pointSizeF() * 0.88);
        }
        return font;
    }
    [[nodiscard]] QColor laneColor(std::uint8_t color) const
    {
        const LaneTint &tint = laneTints[color];
        const QColor full = QColor::fromRgb(isDark(palette) ? tint.dark : tint.light);
        return faded ? mixed(base, full, 0.55) : full;
    }
};

HistoryDelegate::HistoryDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int HistoryDelegate::graphWidth(const QFontMetrics &metrics, int lanes)
{
    return static_cast<int>((lanes + 0.6) * metrics.height() * 0.9) + 1;
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), option.fontMetrics.height() + std::max(6, option.fontMetrics.height() / 2)};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HistoryModel *>(index.model());
    if (model == nullptr) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const Row row(*model, index, full);
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    const QStyle *style = full.widget != nullptr ? full.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &full, painter, full.widget);
    if (row.inWork()) { // over the selection: the two must not be taken for each other
        painter->fillRect(option.rect, withAlpha(VerdictStyle::color(Mark::Running, row.palette), 0.16F));
    }
    switch (index.column()) {
    case HistoryModel::Graph:
        paintGraph(*painter, row);
        break;
    case HistoryModel::Chance:
        paintChance(*painter, row);
        break;
    case HistoryModel::Subject:
        paintSubject(*painter, row);
        break;
    default:
        painter->setFont(full.font);
        paintText(*painter, row, option.rect.adjusted(row.gap(), 0, -row.gap(), 0), full.text);
        break;
    }
    painter->restore();
}

void HistoryDelegate::paintGraph(QPainter &painter, const Row &row) const
{
    const QRectF rect = row.option.rect;
    if (row.inWork()) {
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()),
                         VerdictStyle::color(Mark::Running, row.palette));
    }
    const LaneLayout *lanes = row.model.lanes();
    const bool laidOut = lanes != nullptr && row.row < lanes->rows();
    // In a wider graph than the column, the mark still shows, at the column's edge.
    const qreal markRight = rect.right() - row.markSize() / 2;
    const qreal markX = std::min(row.laneX(laidOut ? lanes->lane(row.row) : 0), markRight);
    const qreal middle = rect.center().y();
    const auto stroke = [&](qreal fromX, qreal fromY, qreal toX, qreal toY, const LaneSegment &segment, bool dotted) {
        QPen pen(row.laneColor(segment.color), std::max(1.5, row.option.fontMetrics.height() * 0.1));
        pen.setCapStyle(Qt::FlatCap);
        if (dotted) {
            pen.setDashPattern({1.2, 1.2});
        }
        QPainterPath path(QPointF(fromX, fromY));
        const qreal bend = (fromY + toY) / 2;
        path.cubicTo(fromX, bend, toX, bend, toX, toY);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    };
    for (const LaneSegment &segment : laidOut ? lanes->segments(row.row) : std::span<const LaneSegment>()) {
        const qreal from = row.laneX(segment.from);
        const qreal to = row.laneX(segment.to);
        switch (segment.kind) {
        case Kind::Pass:
            stroke(from, rect.top(), to, rect.bottom(), segment, false);
            break;
        case Kind::In:
        case Kind::FromOutside:
            stroke(from, rect.top(), markX, middle, segment, segment.kind == Kind::FromOutside);
            break;
        case Kind::Out:
        case Kind::ToOutside:
            stroke(markX, middle, to, rect.bottom(), segment, segment.kind == Kind::ToOutside);
            break;
        case Kind::Outside:
            stroke(markX, middle, markX + row.laneWidth() * 0.45, rect.bottom(), segment, true);
            break;
        }
    }
    // The ground keeps the lines out of hollow marks.
    const qreal size = row.markSize();
    const QRectF spot(markX - size / 2, middle - size / 2, size, size);
    const bool small = row.mark.mark == Mark::InferredGood || row.mark.mark == Mark::InferredBad;
    if (!small) {
        const bool selected = row.option.state.testFlag(QStyle::State_Selected);
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? row.palette.color(QPalette::Highlight) : row.base);
        painter.drawEllipse(spot.center(), size * 0.46, size * 0.46);
    }
    painter.setOpacity(row.faded ? 0.75 : 1.0);
    VerdictStyle::paint(painter, spot, row.mark.mark, row.palette);
    painter.setOpacity(1);
}

/// The percentage upon a bar that fills the cell where the culprit is sure.
void HistoryDelegate::paintChance(QPainter &painter, const Row &row) const
{
    const auto chance = row.model.marks().suspicion(row.model.place(row.row));
    if (!chance || row.option.text.isEmpty()) {
        return;
    }
    const QRect rect = row.option.rect.adjusted(row.gap(), 0, -row.gap(), 0);
    const int high = row.option.fontMetrics.height();
    constexpr double leastSeen = 0.01;
    if (*chance >= leastSeen) {
        const QColor accent = row.palette.color(QPalette::Accent);
        const QRectF bar(rect.left(), rect.center().y() - high / 2.0, rect.width() * std::min(*chance, 1.0), high);
        painter.fillRect(bar, withAlpha(accent, 0.4F));
        painter.fillRect(QRectF(bar.left(), bar.top(), 1.5, bar.height()), withAlpha(accent, 0.8F));
    }
    painter.setFont(row.smallFont());
    painter.setPen(*chance < leastSeen ? mixed(row.base, row.text, 0.62) : row.text);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, row.option.text);
}

void HistoryDelegate::paintSubject(QPainter &painter, const Row &row) const
{
    QRect rect = row.option.rect.adjusted(row.gap(), 0, -row.gap(), 0);
    rect.setRight(rect.right() - paintRuns(painter, row, rect));
    rect.setRight(rect.right() - paintStage(painter, row, rect));
    rect.setRight(rect.right() - paintBetween(painter, row, rect));
    rect.setLeft(rect.left() + paintTags(painter, row, rect));
    QFont font = row.option.font;
    font.setBold(row.mark.mark == Mark::Culprit);
    painter.setFont(font);
    paintText(painter, row, rect, row.option.text);
}

void HistoryDelegate::paintText(QPainter &painter, const Row &row, const QRect &rect, const QString &text) const
{
    if (rect.width() <= 0) {
        return;
    }
    painter.setPen(row.text);
    const QFontMetrics metrics(painter.font());
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

int HistoryDelegate::paintTags(QPainter &painter, const Row &row, QRect rect)
{
    const auto &tags = row.model.marks().commit(row.model.place(row.row)).tags;
    if (tags.empty()) {
        return 0;
    }
    painter.setFont(row.smallFont());
    const QFontMetrics metrics(painter.font());
    const QColor link = row.palette.color(QPalette::Link);
    const int start = rect.left();
    for (const std::string &tag : tags) {
        const QString text = metrics.elidedText(QString::fromStdString(tag), Qt::ElideMiddle, rect.width() / 3);
        const int width = metrics.horizontalAdvance(text) + metrics.height();
        if (rect.left() + width > start + rect.width() / 2) {
            break;
        }
        const QRectF chip(rect.left(), rect.center().y() - metrics.height() * 0.58, width, metrics.height() * 1.16);
        paintChip(painter, chip, withAlpha(link, 0.1F), withAlpha(link, 0.45F));
        painter.setPen(row.option.state.testFlag(QStyle::State_Selected) ? row.text : link);
        painter.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, text);
        rect.setLeft(rect.left() + width + row.gap());
    }
    return rect.left() - start;
}

int HistoryDelegate::paintBetween(QPainter &painter, const Row &row, const QRect &rect)
{
    const QString text = row.model.betweenText(row.row);
    if (text.isEmpty()) {
        return 0;
    }
    painter.setFont(row.smallFont());
    const int width = QFontMetrics(painter.font()).horizontalAdvance(text);
    if (width > rect.width() / 2) {
        return 0;
    }
    painter.setPen(mixed(row.base, row.text, 0.62));
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, text);
    return width + row.gap();
}

int HistoryDelegate::paintStage(QPainter &painter, const Row &row, QRect rect)
{
    const session::RevisionState *revision = row.model.marks().revision(row.model.place(row.row));
    QString text = word(row.mark.stage);
    if (text.isEmpty() && row.mark.mark == Mark::Culprit) {
        text = VerdictStyle::word(Mark::Culprit);
    } else if (text.isEmpty() && revision != nullptr && revision->judged) {
        text = HistoryModel::tr("overruled");
    }
    if (text.isEmpty()) {
        return 0;
    }
    const bool solid = row.inWork() || row.mark.mark == Mark::Culprit;
    const Mark hue = row.mark.mark == Mark::Culprit ? Mark::Culprit : Mark::Running;
    QColor color = VerdictStyle::color(hue, row.palette);
    if (row.mark.stage == Stage::None && !solid) {
        color = row.palette.color(QPalette::PlaceholderText);
    }
    painter.setFont(row.smallFont());
    const QFontMetrics metrics(painter.font());
    const int width = metrics.horizontalAdvance(text) + metrics.height();
    const QRectF chip(rect.right() - width, rect.center().y() - metrics.height() * 0.58, width,
                      metrics.height() * 1.16);
    // On the view's own ground, for which the colour is made, also where the row is selected.
    paintChip(painter, chip, solid ? color : row.palette.color(QPalette::Base),
              solid ? QColor() : withAlpha(color, 0.6F));
    painter.setPen(solid ? VerdictStyle::ink(row.palette) : color);
    painter.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, text);
    return width + row.gap();
}

int HistoryDelegate::paintRuns(QPainter &painter, const Row &row, QRect rect)
{
    const CommitIndex place = row.model.place(row.row);
    const std::vector<Mark> runs = row.model.marks().runMarks(place);
    const QString text = row.model.marks().runsText(place);
    if (runs.empty() || text.isEmpty()) {
        return 0;
    }
    painter.setFont(row.smallFont());
    const QFontMetrics metrics(painter.font());
    const int textWidth = std::max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(QStringLiteral("10/10")));
    painter.setPen(row.text);
    painter.drawText(QRect(rect.right() - textWidth, rect.top(), textWidth, rect.height()),
                     Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, text);
    const int shown = std::min(mostTicks, static_cast<int>(runs.size()));
    const int step = std::max(4, metrics.height() / 3);
    const qreal tall = metrics.height() * 0.72;
    qreal x = rect.right() - textWidth - row.gap() - shown * step;
    for (const Mark mark : std::span(runs).last(static_cast<std::size_t>(shown))) {
        // Shape as well as colour: a crash stands tall, an ok run is half as high, the rest are dots.
        const qreal high = mark == Mark::Bad ? tall : mark == Mark::Good ? tall * 0.55 : tall * 0.25;
        const QColor color =
            mark == Mark::Skip ? row.palette.color(QPalette::PlaceholderText) : VerdictStyle::color(mark, row.palette);
        painter.fillRect(QRectF(x, rect.center().y() + tall / 2 - high, step - 2, high), color);
        x += step;
    }
    return textWidth + row.gap() * 2 + shown * step;
}

} // namespace culprit::widgets
