// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QProxyStyle>

namespace culprit::widgets
{

/// Fusion, with frames of fields, boxes and buttons that stand out from their ground by 3:1 or more (WCAG 2.1, 1.4.11).
/// The buttons of docks are in the text's colour. With a palette of high contrast views, tabs and scroll bars have such
/// frames as well.
class FrameStyle final : public QProxyStyle
{
public:
    FrameStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    template <typename Option, typename Draw>
    void framed(const QStyleOption *option, const Draw &draw) const;
    [[nodiscard]] QPalette framePalette(const QPalette &palette) const;

    mutable QCache<qint64, QPalette> m_framePalettes; ///< by the key of the palette that each is made from
};

} // namespace culprit::widgets
