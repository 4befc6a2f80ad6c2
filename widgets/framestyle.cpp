// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/framestyle.h"

#include "widgets/paintedicon.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace culprit::widgets
{

namespace
{

constexpr qreal frameShare = 0.62;   // of the text's colour, in the colour of a frame
constexpr int fusionsDarkness = 140; // Fusion's frames are the window's colour, made darker by this

QColor frameColor(const QPalette &palette, QPalette::ColorGroup group)
{
    const QColor text = palette.color(group, QPalette::Text);
    return isHighContrast(palette) ? text : mixed(palette.color(group, QPalette::Base), text, frameShare);
}

} // namespace

FrameStyle::FrameStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

/// In `palette` frames come out as they should.
QPalette FrameStyle::framePalette(const QPalette &palette) const
{
    const qint64 key = palette.cacheKey();
    const QPalette *known = m_framePalettes.object(key);
    if (known == nullptr) {
        auto *made = new QPalette(palette);
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            made->setColor(group, QPalette::Window, frameColor(palette, group).lighter(fusionsDarkness));
            // Of frames with the keyboard's focus, and of default buttons.
            made->setColor(group, QPalette::Highlight, palette.color(group, QPalette::Accent));
        }
        m_framePalettes.insert(key, made);
        known = made;
    }
    QPalette found = *known;
    found.setCurrentColorGroup(palette.currentColorGroup());
    return found;
}

template <typename Option, typename Draw>
void FrameStyle::framed(const QStyleOption *option, const Draw &draw) const
{
    if (const auto *typed = qstyleoption_cast<const Option *>(option)) {
        Option changed(*typed);
        changed.palette = framePalette(typed->palette);
        draw(&changed);
    } else {
        draw(option);
    }
}

void FrameStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto draw = [&](const QStyleOption *changed) {
        QProxyStyle::drawPrimitive(element, changed, painter, widget);
    };
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_PanelButtonCommand:
        framed<QStyleOptionButton>(option, draw);
        return;
    case PE_FrameLineEdit:
        framed<QStyleOptionFrame>(option, draw);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
        isHighContrast(option->palette) ? framed<QStyleOptionFrame>(option, draw) : draw(option);
        return;
    case PE_FrameTabWidget:
        isHighContrast(option->palette) ? framed<QStyleOptionTabWidgetFrame>(option, draw) : draw(option);
        return;
    default:
        draw(option);
    }
}

void FrameStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    // A painter's own direction is the program's, also where a view has another one.
    const Qt::LayoutDirection before = painter->layoutDirection();
    painter->setLayoutDirection(option->direction);
    QProxyStyle::drawControl(element, option, painter, widget);
    painter->setLayoutDirection(before);
    if (element == CE_TabBarTabShape && isHighContrast(option->palette)) {
        const bool isSelected = (option->state & State_Selected) != 0;
        painter->save();
        painter->setPen(
            QPen(option->palette.color(isSelected ? QPalette::Accent : QPalette::Text), isSelected ? 3 : 1));
        painter->drawRect(option->rect.adjusted(1, 1, -2, -2));
        painter->restore();
    }
}

void FrameStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto draw = [&](const QStyleOption *changed) {
        QProxyStyle::drawComplexControl(control, static_cast<const QStyleOptionComplex *>(changed), painter, widget);
    };
    switch (control) {
    case CC_ComboBox:
        framed<QStyleOptionComboBox>(option, draw);
        return;
    case CC_SpinBox:
        framed<QStyleOptionSpinBox>(option, draw);
        return;
    case CC_Slider:
        framed<QStyleOptionSlider>(option, draw);
        return;
    case CC_ScrollBar:
        isHighContrast(option->palette) ? framed<QStyleOptionSlider>(option, draw) : draw(option);
        return;
    default:
        draw(option);
    }
}

/// Fusion's are pictures in black.
QIcon FrameStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_TitleBarCloseButton:
        return dockIcon(DockButton::Close);
    case SP_TitleBarNormalButton:
        return dockIcon(DockButton::Float);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace culprit::widgets
