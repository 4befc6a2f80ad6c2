// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paintedicon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPolygonF>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

class PaintedIconEngine final : public QIconEngine
{
public:
    explicit PaintedIconEngine(IconPainter paint) : m_paint(std::move(paint)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        if (mode == QIcon::Disabled) {
            painter->setOpacity(painter->opacity() * 0.4);
        }
        m_paint(*painter, rect, QGuiApplication::palette());
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new PaintedIconEngine(m_paint); }

private:
    IconPainter m_paint;
};

QRectF squareIn(const QRectF &rect, qreal share)
{
    const qreal side = share * std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square;
}

} // namespace

QIcon paintedIcon(IconPainter paint)
{
    return QIcon(new PaintedIconEngine(std::move(paint)));
}

QIcon transportIcon(Transport transport)
{
    return paintedIcon([transport](QPainter &painter, const QRect &rect, const QPalette &palette) {
        const QRectF square = squareIn(rect, 0.64);
        const qreal side = square.width();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(QPalette::Active, QPalette::ButtonText));
        const qreal bar = side * 0.3;
        switch (transport) {
        case Transport::Start:
            painter.drawPolygon(
                QPolygonF{square.topLeft(), {square.right(), square.center().y()}, square.bottomLeft()});
            break;
        case Transport::Pause:
            painter.drawRect(QRectF(square.topLeft(), QSizeF(bar, side)));
            painter.drawRect(QRectF(QPointF(square.right() - bar, square.top()), QSizeF(bar, side)));
            break;
        case Transport::Stop:
            painter.drawRect(square);
            break;
        }
    });
}

QIcon dockIcon(DockButton button)
{
    return paintedIcon([button](QPainter &painter, const QRect &rect, const QPalette &palette) {
        const QRectF square = squareIn(rect, 0.7);
        const qreal side = square.width();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.color(QPalette::Active, QPalette::WindowText), std::max(1.2, side / 7)));
        if (button == DockButton::Close) {
            painter.drawLine(square.topLeft(), square.bottomRight());
            painter.drawLine(square.topRight(), square.bottomLeft());
            return;
        }
        const qreal step = side * 0.3;
        painter.drawRect(square.adjusted(0, step, -step, 0));
        painter.drawPolyline(QPolygonF{square.topLeft() + QPointF(step, step), square.topLeft() + QPointF(step, 0),
                                       square.topRight(), square.bottomRight() - QPointF(0, step),
                                       square.bottomRight() - QPointF(step, step)});
    });
}

} // namespace culprit::widgets
