// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/paintedicon.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QPalette>
#include <QTest>

#include <algorithm>

using namespace culprit::widgets;

namespace
{

QColor middleOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(32, 32), 1, mode).toImage();
    return image.pixelColor(image.width() / 2, image.height() / 2);
}

} // namespace

class PaintedIconTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTheme()
    {
        auto &program = *static_cast<QApplication *>(QCoreApplication::instance());
        const QIcon stop = transportIcon(Transport::Stop);
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Light}) {
            applyTheme(program, theme);
            QCOMPARE(middleOf(stop), QGuiApplication::palette().color(QPalette::ButtonText));
        }
        QVERIFY(middleOf(stop, QIcon::Disabled).alpha() < 128);
    }

    void shapesDiffer()
    {
        const QImage start = transportIcon(Transport::Start).pixmap(QSize(32, 32), 1).toImage();
        const QImage pause = transportIcon(Transport::Pause).pixmap(QSize(32, 32), 1).toImage();
        const QImage stop = transportIcon(Transport::Stop).pixmap(QSize(32, 32), 1).toImage();
        QVERIFY(start != pause && pause != stop && stop != start);
    }
};

QTEST_MAIN(PaintedIconTest)
#include "tst_paintedicon.moc"
