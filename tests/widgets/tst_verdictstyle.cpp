// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/contrast.h"
#include "widgets/theme.h"
#include "widgets/verdictstyle.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QStyleHints>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::contrast;

namespace
{

QImage drawn(Mark mark, const QPalette &palette, qreal ratio)
{
    QImage image(QSize(16, 16) * ratio, QImage::Format_ARGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    VerdictStyle::paint(painter, QRectF(0, 0, 16, 16), mark, palette);
    return image;
}

/// The shape without its colour: which pixels differ from the ground.
QByteArray shape(const QImage &image)
{
    QByteArray bits;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            bits.append(image.pixel(x, y) == image.pixel(0, 0) ? '.' : '#');
        }
    }
    return bits;
}

} // namespace

class TestVerdictStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkHasItsOwnWordAndShape()
    {
        QSet<QString> words;
        QSet<QByteArray> shapes;
        for (const Mark mark : allMarks) {
            words.insert(VerdictStyle::word(mark));
            const QByteArray bits = shape(drawn(mark, lightPalette(), 2));
            QVERIFY2(bits.contains('#'), qPrintable(VerdictStyle::word(mark)));
            shapes.insert(bits);
        }
        QCOMPARE(words.size(), qsizetype(allMarks.size()));
        QCOMPARE(shapes.size(), qsizetype(allMarks.size()));
    }

    void coloursFollowTheTheme()
    {
        QCOMPARE(VerdictStyle::color(Mark::Good, lightPalette()), QColor(0x00, 0x80, 0x60));
        QCOMPARE(VerdictStyle::color(Mark::Good, darkPalette()), QColor(0x2c, 0xc7, 0x9a));
        QCOMPARE(VerdictStyle::color(Mark::Bad, lightPalette()), QColor(0xc4, 0x49, 0x00));
        QCOMPARE(VerdictStyle::color(Mark::Bad, darkPalette()), QColor(0xff, 0x7a, 0x33));
        QCOMPARE(VerdictStyle::color(Mark::Skip, darkPalette()), darkPalette().color(QPalette::Text));
    }

    void everyMarkCanBeReadOnItsGround()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette(), blackOnWhitePalette(), whiteOnBlackPalette()}) {
            const double least = isHighContrast(palette) ? 7 : 4.5;
            for (const Mark mark : allMarks) {
                const QColor color = VerdictStyle::color(mark, palette);
                QCOMPARE_GE(contrast(color, palette.color(QPalette::Base)), least);
                QCOMPARE_GE(contrast(color, VerdictStyle::ink(palette)), 3.0);
                QCOMPARE_GE(contrast(color, palette.color(QPalette::Highlight)), 3.0);
            }
        }
    }

    void aSquareHasSharpEdgesAtEveryRatio()
    {
        for (const qreal ratio : {1.0, 1.5, 2.0, 3.0}) {
            const QImage image = drawn(Mark::Good, lightPalette(), ratio);
            QCOMPARE(image.size(), QSize(16, 16) * ratio);
            const QColor middleLeft = image.pixelColor(image.width() / 6, image.height() / 2);
            QCOMPARE(middleLeft, QColor(0x00, 0x80, 0x60));
        }
    }

    void iconsFollowTheApplicationsPalette()
    {
        const QIcon icon = VerdictStyle::icon(Mark::Bad);
        applyTheme(*qApp, Theme::Light);
        QCOMPARE(icon.pixmap(QSize(32, 32)).toImage().pixelColor(16, 5), QColor(0xc4, 0x49, 0x00));
        applyTheme(*qApp, Theme::Dark);
        QCOMPARE(icon.pixmap(QSize(32, 32)).toImage().pixelColor(16, 5), QColor(0xff, 0x7a, 0x33));
        QVERIFY(isDark(QApplication::palette()));
        applyTheme(*qApp, Theme::Light);
        QVERIFY(!isDark(QApplication::palette()));
    }

    void theSystemThemeTakesTheDesktopsScheme()
    {
        applyTheme(*qApp, Theme::Dark);
        applyTheme(*qApp, Theme::System);
        const bool dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
        QCOMPARE(isDark(QApplication::palette()), dark);
    }

    void runsThatSayNothingAreSkips()
    {
        QCOMPARE(markOf(session::Outcome::Crashed), Mark::Bad);
        QCOMPARE(markOf(session::Outcome::BootFailed), Mark::Skip);
        QCOMPARE(markOf(session::Outcome::InfraFailed), Mark::Skip);
        QCOMPARE(markOf(session::Verdict::Undecided), Mark::Untested);
    }
};

QTEST_MAIN(TestVerdictStyle)
#include "tst_verdictstyle.moc"
