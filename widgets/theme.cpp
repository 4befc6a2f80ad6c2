// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

#include <array>
#include <optional>

namespace culprit::widgets
{

namespace
{

struct Tint {
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array tints{
    Tint{QPalette::Window, 0xfff3f4f6, 0xff232629},
    Tint{QPalette::WindowText, 0xff1f2328, 0xffe4e6e8},
    Tint{QPalette::Base, 0xffffffff, 0xff1b1e20},
    Tint{QPalette::AlternateBase, 0xfff7f8fa, 0xff1f2326},
    Tint{QPalette::Text, 0xff1f2328, 0xffe4e6e8},
    Tint{QPalette::PlaceholderText, 0xff636c76, 0xff99a2ab},
    Tint{QPalette::Button, 0xfff7f8f9, 0xff2e3236},
    Tint{QPalette::ButtonText, 0xff1f2328, 0xffe4e6e8},
    Tint{QPalette::BrightText, 0xffffffff, 0xffffffff},
    Tint{QPalette::ToolTipBase, 0xff2b3036, 0xff34393e},
    Tint{QPalette::ToolTipText, 0xfff3f4f6, 0xffe4e6e8},
    Tint{QPalette::Highlight, 0xffcfe3f7, 0xff2c4a66},
    Tint{QPalette::HighlightedText, 0xff14202b, 0xffffffff},
    Tint{QPalette::Accent, 0xff1f78c8, 0xff66bdf2},
    Tint{QPalette::Link, 0xff1463b3, 0xff66bdf2},
    Tint{QPalette::LinkVisited, 0xff7a4a9e, 0xffc09ae0},
    Tint{QPalette::Light, 0xffffffff, 0xff3b4045},
    Tint{QPalette::Midlight, 0xffe9ebee, 0xff33383c},
    Tint{QPalette::Mid, 0xffc4c9cf, 0xff191c1e},
    Tint{QPalette::Dark, 0xffa3abb3, 0xff141618},
    Tint{QPalette::Shadow, 0xff70777f, 0xff0c0d0e},
};

QPalette paletteOf(bool dark)
{
    QPalette palette;
    for (const Tint &tint : tints) {
        palette.setColor(tint.role, QColor::fromRgb(dark ? tint.dark : tint.light));
    }
    const QColor base = palette.color(QPalette::Base);
    const QColor pale = mixed(base, palette.color(QPalette::Text), 0.42);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, pale);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(base, palette.color(QPalette::Text), 0.08));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, palette.color(QPalette::Text), 0.12));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, palette.color(QPalette::Text));
    return palette;
}

/// Listens to the desktop while the theme is System; child of the application.
class SchemeFollower final : public QObject
{
public:
    explicit SchemeFollower(QApplication &application) : QObject(&application)
    {
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
                [](Qt::ColorScheme scheme) { QApplication::setPalette(paletteOf(scheme == Qt::ColorScheme::Dark)); });
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
    return paletteOf(false);
}

QPalette darkPalette()
{
    return paletteOf(true);
}

void applyTheme(QApplication &application, Theme theme)
{
    for (QObject *child : application.children()) {
        if (auto *follower = dynamic_cast<SchemeFollower *>(child)) {
            delete follower;
            break;
        }
    }
    if (QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    }
    QStyleHints *hints = QGuiApplication::styleHints();
    switch (theme) {
    case Theme::System:
        hints->unsetColorScheme();
        new SchemeFollower(application);
        QApplication::setPalette(paletteOf(hints->colorScheme() == Qt::ColorScheme::Dark));
        break;
    case Theme::Light:
        hints->setColorScheme(Qt::ColorScheme::Light);
        QApplication::setPalette(paletteOf(false));
        break;
    case Theme::Dark:
        hints->setColorScheme(Qt::ColorScheme::Dark);
        QApplication::setPalette(paletteOf(true));
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
