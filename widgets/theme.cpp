// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "widgets/framestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleHints>

#include <array>
#include <cstdlib>
#include <optional>

namespace culprit::widgets
{

namespace
{

struct Tint {
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
    QRgb blackOnWhite;
    QRgb whiteOnBlack;
};

constexpr std::array tints{
    Tint{QPalette::Window, 0xfff3f4f6, 0xff232629, 0xffffffff, 0xff000000},
    Tint{QPalette::WindowText, 0xff1f2328, 0xffe4e6e8, 0xff000000, 0xffffffff},
    Tint{QPalette::Base, 0xffffffff, 0xff1b1e20, 0xffffffff, 0xff000000},
    Tint{QPalette::AlternateBase, 0xfff7f8fa, 0xff1f2326, 0xfff0f0f0, 0xff161616},
    Tint{QPalette::Text, 0xff1f2328, 0xffe4e6e8, 0xff000000, 0xffffffff},
    Tint{QPalette::PlaceholderText, 0xff636c76, 0xff99a2ab, 0xff404040, 0xffc8c8c8},
    Tint{QPalette::Button, 0xfff7f8f9, 0xff2e3236, 0xffffffff, 0xff1a1a1a},
    Tint{QPalette::ButtonText, 0xff1f2328, 0xffe4e6e8, 0xff000000, 0xffffffff},
    Tint{QPalette::BrightText, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
    Tint{QPalette::ToolTipBase, 0xff2b3036, 0xff34393e, 0xff000000, 0xffffffff},
    Tint{QPalette::ToolTipText, 0xfff3f4f6, 0xffe4e6e8, 0xffffffff, 0xff000000},
    Tint{QPalette::Highlight, 0xffcfe3f7, 0xff2c4a66, 0xff8fc1ff, 0xff004f9e},
    Tint{QPalette::HighlightedText, 0xff14202b, 0xffffffff, 0xff000000, 0xffffffff},
    Tint{QPalette::Accent, 0xff1f78c8, 0xff66bdf2, 0xff004a99, 0xff7fd0ff},
    Tint{QPalette::Link, 0xff1463b3, 0xff66bdf2, 0xff0000c8, 0xff7fd0ff},
    Tint{QPalette::LinkVisited, 0xff7a4a9e, 0xffc09ae0, 0xff6a0090, 0xffe0b0ff},
    Tint{QPalette::Light, 0xffffffff, 0xff3b4045, 0xffffffff, 0xff595959},
    Tint{QPalette::Midlight, 0xffe9ebee, 0xff33383c, 0xffe0e0e0, 0xff404040},
    Tint{QPalette::Mid, 0xffc4c9cf, 0xff191c1e, 0xff767676, 0xff8c8c8c},
    Tint{QPalette::Dark, 0xffa3abb3, 0xff141618, 0xff595959, 0xffa6a6a6},
    Tint{QPalette::Shadow, 0xff70777f, 0xff0c0d0e, 0xff000000, 0xffc8c8c8},
};

QPalette paletteOf(QRgb Tint::*look)
{
    QPalette palette;
    for (const Tint &tint : tints) {
        palette.setColor(tint.role, QColor::fromRgb(tint.*look));
    }
    const QColor base = palette.color(QPalette::Base);
    const QColor pale = mixed(base, palette.color(QPalette::Text), isHighContrast(palette) ? 0.6 : 0.42);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, pale);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(base, palette.color(QPalette::Text), 0.08));
    if (!isHighContrast(palette)) {
        palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, palette.color(QPalette::Text), 0.12));
        palette.setColor(QPalette::Inactive, QPalette::HighlightedText, palette.color(QPalette::Text));
    }
    return palette;
}

QPalette paletteOf(Qt::ColorScheme scheme)
{
    return scheme == Qt::ColorScheme::Dark ? darkPalette() : lightPalette();
}

/// Listens to the desktop while the theme is System; child of the application.
class SchemeFollower final : public QObject
{
public:
    explicit SchemeFollower(QApplication &application) : QObject(&application)
    {
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
                [](Qt::ColorScheme scheme) { QApplication::setPalette(paletteOf(scheme)); });
    }
};

} // namespace

QColor mixed(const QColor &under, const QColor &over, qreal share)
{
    const auto part = [share](int low, int high) { return low + qRound((high - low) * share); };
    return {part(under.red(), over.red()), part(under.green(), over.green()), part(under.blue(), over.blue())};
}

QPalette lightPalette()
{
    return paletteOf(&Tint::light);
}

QPalette darkPalette()
{
    return paletteOf(&Tint::dark);
}

QPalette blackOnWhitePalette()
{
    return paletteOf(&Tint::blackOnWhite);
}

QPalette whiteOnBlackPalette()
{
    return paletteOf(&Tint::whiteOnBlack);
}

bool isHighContrast(const QPalette &palette)
{
    const int text = palette.color(QPalette::Active, QPalette::Text).value();
    const int base = palette.color(QPalette::Active, QPalette::Base).value();
    return std::abs(text - base) == 255;
}

void applyTheme(QApplication &application, Theme theme)
{
    for (QObject *child : application.children()) {
        if (auto *follower = dynamic_cast<SchemeFollower *>(child)) {
            delete follower;
            break;
        }
    }
    if (dynamic_cast<FrameStyle *>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new FrameStyle);
    }
    QStyleHints *hints = QGuiApplication::styleHints();
    const auto use = [hints](Qt::ColorScheme scheme, const QPalette &palette) {
        hints->setColorScheme(scheme);
        QApplication::setPalette(palette);
    };
    switch (theme) {
    case Theme::System:
        hints->unsetColorScheme();
        new SchemeFollower(application);
        QApplication::setPalette(paletteOf(hints->colorScheme()));
        break;
    case Theme::Light:
        use(Qt::ColorScheme::Light, lightPalette());
        break;
    case Theme::Dark:
        use(Qt::ColorScheme::Dark, darkPalette());
        break;
    case Theme::BlackOnWhite:
        use(Qt::ColorScheme::Light, blackOnWhitePalette());
        break;
    case Theme::WhiteOnBlack:
        use(Qt::ColorScheme::Dark, whiteOnBlackPalette());
        break;
    }
}

namespace
{

QFont findFixedFont(const QFont &system, const QFont &general)
{
    QFont font = system;
    const QString generic = QStringLiteral("monospace");
    const bool chosen = font.family().compare(generic, Qt::CaseInsensitive) != 0 && QFontInfo(font).fixedPitch();
    if (!chosen) {
        const QString hack = QStringLiteral("Hack");
        font = QFont(QFontDatabase::hasFamily(hack) ? hack : generic);
        font.setStyleHint(QFont::Monospace);
        font.setFixedPitch(true);
    }
    if (general.pointSizeF() > 0) {
        font.setPointSizeF(general.pointSizeF());
    } else {
        font.setPixelSize(general.pixelSize());
    }
    return font;
}

} // namespace

QFont fixedFont()
{
    // Views ask for every cell they paint, and looking fonts up takes long.
    struct Found {
        QFont system;
        QFont general;
        QFont fixed;
    };
    static std::optional<Found> found;
    const QFont system = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont general = QApplication::font();
    if (!found || found->system != system || found->general != general) {
        found = Found{system, general, findFixedFont(system, general)};
    }
    return found->fixed;
}

} // namespace culprit::widgets
