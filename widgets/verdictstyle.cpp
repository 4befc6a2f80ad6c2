// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdictstyle.h"

#include "engine/session/state.h"
#include "widgets/paintedicon.h"
#include "widgets/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace culprit::widgets
{

namespace
{

/// Where a mark takes its colour from: the two themes' own, or the palette.
enum class Hue { Own, Text, MidText };

struct Look {
    Mark mark;
    const char *word;
    Hue hue;
    QRgb light;
    QRgb dark;
};

constexpr std::array looks{
    Look{Mark::Untested, QT_TRANSLATE_NOOP("VerdictStyle", "untested"), Hue::MidText, 0, 0},
    Look{Mark::InferredGood, QT_TRANSLATE_NOOP("VerdictStyle", "inferred good"), Hue::Own, 0xff008060, 0xff2cc79a},
    Look{Mark::InferredBad, QT_TRANSLATE_NOOP("VerdictStyle", "inferred bad"), Hue::Own, 0xffc44900, 0xffff7a33},
    Look{Mark::Good, QT_TRANSLATE_NOOP("VerdictStyle", "good"), Hue::Own, 0xff008060, 0xff2cc79a},
    Look{Mark::Bad, QT_TRANSLATE_NOOP("VerdictStyle", "bad"), Hue::Own, 0xffc44900, 0xffff7a33},
    Look{Mark::Skip, QT_TRANSLATE_NOOP("VerdictStyle", "skip"), Hue::Text, 0, 0},
    Look{Mark::Running, QT_TRANSLATE_NOOP("VerdictStyle", "testing"), Hue::Own, 0xff1f78c8, 0xff66bdf2},
    Look{Mark::Mixed, QT_TRANSLATE_NOOP("VerdictStyle", "mixed"), Hue::Own, 0xffa8478a, 0xffe08cc0},
    Look{Mark::Culprit, QT_TRANSLATE_NOOP("VerdictStyle", "culprit"), Hue::Own, 0xffc44900, 0xffff7a33},
};
static_assert(looks.size() == allMarks.size());

const Look &lookOf(Mark mark)
{
    return *std::ranges::find(looks, mark, &Look::mark);
}

/// The square in the middle of `rect`, moved and sized to whole device pixels.
QRectF pixelSquare(const QPainter &painter, const QRectF &rect)
{
    const qreal side = std::min(rect.width(), rect.height());
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale) {
        return square;
    }
    const QRectF device = transform.mapRect(square);
    const qreal pixels = std::max(1.0, std::floor(device.width()));
    const QRectF whole(std::round(device.x()), std::round(device.y()), pixels, pixels);
    return transform.inverted().mapRect(whole);
}

/// The shapes live in a square from (-1, -1) to (1, 1).
void paintTick(QPainter &painter, const QColor &ink, qreal scale)
{
    QPainterPath tick;
    tick.moveTo(-0.46 * scale, 0.04 * scale);
    tick.lineTo(-0.12 * scale, 0.38 * scale);
    tick.lineTo(0.48 * scale, -0.34 * scale);
    painter.setPen(QPen(ink, 0.24 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

void paintCross(QPainter &painter, const QColor &ink, qreal scale)
{
    const qreal reach = 0.38 * scale;
    painter.setPen(QPen(ink, 0.24 * scale, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-reach, -reach), QPointF(reach, reach));
    painter.drawLine(QPointF(-reach, reach), QPointF(reach, -reach));
}

void paintGood(QPainter &painter, const QColor &color, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(), 0.92, 0.92);
    paintTick(painter, ink, 1);
}

void paintBad(QPainter &painter, const QColor &color, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(-0.85, -0.85, 1.7, 1.7), 0.2, 0.2);
    paintCross(painter, ink, 1);
}

void paintSkip(QPainter &painter, const QColor &color)
{
    QPen dashes(color, 0.2);
    dashes.setDashPattern({1.7, 1.15});
    dashes.setCapStyle(Qt::FlatCap);
    painter.setPen(dashes);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(), 0.8, 0.8);
    painter.setPen(QPen(color, 0.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-0.36, 0.36), QPointF(0.36, -0.36));
}

void paintRunning(QPainter &painter, const QColor &color, qreal turn)
{
    const QRectF ring(-0.76, -0.76, 1.52, 1.52);
    QColor pale = color;
    pale.setAlphaF(0.3F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(pale, 0.34));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color, 0.34, Qt::SolidLine, Qt::RoundCap));
    constexpr int sixteenths = 16;
    painter.drawArc(ring, static_cast<int>((90 - turn * 360) * sixteenths), -120 * sixteenths);
}

void paintMixed(QPainter &painter, const QColor &color)
{
    const QPolygonF diamond{QPointF(0, -0.86), QPointF(0.86, 0), QPointF(0, 0.86), QPointF(-0.86, 0)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{QPointF(0, -0.86), QPointF(0, 0.86), QPointF(-0.86, 0)});
    painter.setPen(QPen(color, 0.2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(diamond);
}

void paintCulprit(QPainter &painter, const QColor &color, const QColor &ink)
{
    painter.setPen(QPen(color, 0.16));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(-0.92, -0.92, 1.84, 1.84), 0.34, 0.34);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(-0.66, -0.66, 1.32, 1.32), 0.12, 0.12);
    paintCross(painter, ink, 0.8);
}

void paintUntested(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 0.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(), 0.6, 0.6);
}

void paintInferred(QPainter &painter, const QColor &color, bool good)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (good) {
        painter.drawEllipse(QPointF(), 0.36, 0.36);
    } else {
        painter.drawRect(QRectF(-0.32, -0.32, 0.64, 0.64));
    }
}

void paintMark(QPainter &painter, const QRectF &square, Mark mark, const QColor &shade, const QColor &ink, qreal turn)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.center());
    painter.scale(square.width() / 2, square.width() / 2);
    switch (mark) {
    case Mark::Untested:
        paintUntested(painter, shade);
        break;
    case Mark::InferredGood:
    case Mark::InferredBad:
        paintInferred(painter, shade, mark == Mark::InferredGood);
        break;
    case Mark::Good:
        paintGood(painter, shade, ink);
        break;
    case Mark::Bad:
        paintBad(painter, shade, ink);
        break;
    case Mark::Skip:
        paintSkip(painter, shade);
        break;
    case Mark::Running:
        paintRunning(painter, shade, turn);
        break;
    case Mark::Mixed:
        paintMixed(painter, shade);
        break;
    case Mark::Culprit:
        paintCulprit(painter, shade, ink);
        break;
    }
    painter.restore();
}

} // namespace

Mark markOf(session::Verdict verdict)
{
    switch (verdict) {
    case session::Verdict::Good:
        return Mark::Good;
    case session::Verdict::Bad:
        return Mark::Bad;
    case session::Verdict::Skip:
        return Mark::Skip;
    case session::Verdict::Undecided:
        break;
    }
    return Mark::Untested;
}

Mark markOf(session::Outcome outcome)
{
    switch (outcome) {
    case session::Outcome::Ok:
        return Mark::Good;
    case session::Outcome::Crashed:
        return Mark::Bad;
    case session::Outcome::Running:
        return Mark::Running;
    case session::Outcome::BootFailed:
    case session::Outcome::TestFailed:
    case session::Outcome::InfraFailed:
        return Mark::Skip;
    case session::Outcome::Cancelled:
        break;
    }
    return Mark::Untested;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

QColor VerdictStyle::color(Mark mark, const QPalette &palette)
{
    const Look &look = lookOf(mark);
    switch (look.hue) {
    case Hue::Text:
        return palette.color(QPalette::Text);
    case Hue::MidText:
        return palette.color(QPalette::PlaceholderText);
    case Hue::Own:
        break;
    }
    const QColor own = QColor::fromRgb(isDark(palette) ? look.dark : look.light);
    return isHighContrast(palette) ? mixed(own, palette.color(QPalette::Active, QPalette::Text), 0.3) : own;
}

QColor VerdictStyle::ink(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x14, 0x17, 0x1a) : QColor(Qt::white);
}

QString VerdictStyle::word(Mark mark)
{
    return tr(lookOf(mark).word);
}

QString VerdictStyle::word(const session::SessionState &state, Mark mark)
{
    const session::Setup::Kernel &kernel = state.setup().kernel;
    if (kernel.terms.isOwn()) {
        switch (mark) {
        case Mark::Good:
            return kernel.word(session::Verdict::Good);
        case Mark::Bad:
            return kernel.word(session::Verdict::Bad);
        case Mark::InferredGood:
            return tr("inferred %1").arg(kernel.word(session::Verdict::Good));
        case Mark::InferredBad:
            return tr("inferred %1").arg(kernel.word(session::Verdict::Bad));
        default:
            break;
        }
    }
    return word(mark);
}

void VerdictStyle::paint(QPainter &painter, const QRectF &rect, Mark mark, const QPalette &palette, qreal turn)
{
    const QRectF square = pixelSquare(painter, rect);
    const QColor shade = color(mark, palette);
    const QColor ink = VerdictStyle::ink(palette);
    const QTransform transform = painter.deviceTransform();
    if (turn != 0 || transform.type() > QTransform::TxScale || transform.m11() != transform.m22()) {
        paintMark(painter, square, mark, shade, ink, turn);
        return;
    }
    // Hundreds of them are painted many times a second.
    const int side = qRound(transform.mapRect(square).width());
    const QString key =
        QStringLiteral("culprit-mark-%1-%2-%3-%4").arg(int(mark)).arg(side).arg(shade.rgba()).arg(ink.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter onPixmap(&pixmap);
        paintMark(onPixmap, QRectF(0, 0, side, side), mark, shade, ink, 0);
        onPixmap.end();
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(square, pixmap, QRectF(pixmap.rect()));
}

QIcon VerdictStyle::icon(Mark mark)
{
    return paintedIcon(
        [mark](QPainter &painter, const QRect &rect, const QPalette &palette) { paint(painter, rect, mark, palette); });
}

} // namespace culprit::widgets
