// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elidedlabel.h"

#include "widgets/plaintext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace culprit::widgets
{

ElidedLabel::ElidedLabel(Width width, QWidget *parent) : QWidget(parent), m_width(width)
{
    setSizePolicy(width == Width::Given ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    setAccessibleName(text);
    if (m_width == Width::Widest) {
        const int wanted = fontMetrics().horizontalAdvance(text);
        if (wanted > m_widest) {
            m_widest = wanted + fontMetrics().averageCharWidth();
            updateGeometry();
        }
    }
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {m_width == Width::Widest ? m_widest : 0, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 8), fontMetrics().height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && fontMetrics().horizontalAdvance(m_text) > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipOf(m_text), this);
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_widest = m_width == Width::Widest ? fontMetrics().horizontalAdvance(m_text) : 0;
        updateGeometry();
    }
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace culprit::widgets
