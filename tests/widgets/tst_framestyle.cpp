// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/contrast.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTest>
#include <QVBoxLayout>

using namespace culprit::widgets;
using culprit::tests::contrast;

namespace
{

/// Some of each kind, on a ground of the window's colour.
class Form final : public QWidget
{
public:
    Form()
    {
        auto *layout = new QVBoxLayout(this);
        auto *editable = new QComboBox;
        editable->setEditable(true);
        auto *byDefault = new QPushButton(QStringLiteral("default"));
        byDefault->setDefault(true);
        for (QWidget *control : std::initializer_list<QWidget *>{
                 new QLineEdit, new QComboBox, editable, new QSpinBox, new QPushButton(QStringLiteral("push")),
                 byDefault, new QCheckBox(QStringLiteral("check")), new QRadioButton(QStringLiteral("choose"))}) {
            layout->addWidget(control);
        }
        resize(300, sizeHint().height());
    }

    [[nodiscard]] QList<QWidget *> controls() const { return findChildren<QWidget *>(Qt::FindDirectChildrenOnly); }
};

/// Where the frame of `control` is.
QRect frameOf(const QWidget &control)
{
    QStyleOptionButton option;
    option.initFrom(&control);
    if (qobject_cast<const QCheckBox *>(&control) != nullptr) {
        return control.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &control);
    }
    if (qobject_cast<const QRadioButton *>(&control) != nullptr) {
        return control.style()->subElementRect(QStyle::SE_RadioButtonIndicator, &option, &control);
    }
    return control.rect();
}

/// The most that a pixel at the left edge of the frame, halfway down, stands out from `ground`.
double edgeContrast(const QWidget &control, const QImage &image, const QColor &ground)
{
    const QRect frame = frameOf(control).translated(control.pos());
    double most = 1;
    for (int x = frame.left(); x < frame.left() + 3; ++x) {
        most = std::max(most, contrast(image.pixelColor(x, frame.center().y()), ground));
    }
    return most;
}

void checkFrames(Theme theme, double least)
{
    applyTheme(*qApp, theme);
    Form form;
    const QImage image = form.grab().toImage();
    for (const QWidget *control : form.controls()) {
        for (const auto role : {QPalette::Window, QPalette::Base}) {
            const double found = edgeContrast(*control, image, form.palette().color(role));
            QVERIFY2(
                found >= least,
                qPrintable(
                    QStringLiteral("%1: %2").arg(QLatin1StringView(control->metaObject()->className())).arg(found)));
        }
    }
}

} // namespace

class TestFrameStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, Theme::Light); }

    void framesStandOutFromTheirGround_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << Theme::Light << 3.0;
        QTest::newRow("dark") << Theme::Dark << 3.0;
        QTest::newRow("black on white") << Theme::BlackOnWhite << 7.0;
        QTest::newRow("white on black") << Theme::WhiteOnBlack << 7.0;
    }

    void framesStandOutFromTheirGround()
    {
        QFETCH(Theme, theme);
        QFETCH(double, least);
        checkFrames(theme, least);
    }

    void theFocusStandsOut()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::BlackOnWhite, Theme::WhiteOnBlack}) {
            applyTheme(*qApp, theme);
            Form form;
            form.show();
            form.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&form));
            auto *field = form.findChild<QLineEdit *>();
            field->setFocus();
            QVERIFY(field->hasFocus());
            QCOMPARE_GE(edgeContrast(*field, form.grab().toImage(), form.palette().color(QPalette::Base)), 3.0);
        }
    }

    void theButtonsOfDocksStandOut()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::BlackOnWhite, Theme::WhiteOnBlack}) {
            applyTheme(*qApp, theme);
            const QColor ground = qApp->palette().color(QPalette::Window);
            QDockWidget dock;
            dock.setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetFloatable);
            const auto buttons = dock.findChildren<QAbstractButton *>();
            QCOMPARE(buttons.size(), 2);
            for (const QAbstractButton *button : buttons) {
                const QImage image = button->icon().pixmap(16).toImage();
                double most = 1;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        if (const QColor color = image.pixelColor(x, y); color.alphaF() > 0.9F) {
                            most = std::max(most, contrast(color, ground));
                        }
                    }
                }
                QCOMPARE_GE(most, 7.0);
            }
        }
    }

    void whatIsDisabledIsPaler()
    {
        applyTheme(*qApp, Theme::Dark);
        Form form;
        const auto strength = [&form] {
            const QWidget *field = form.findChild<QLineEdit *>();
            return edgeContrast(*field, form.grab().toImage(), form.palette().color(QPalette::Base));
        };
        const double enabled = strength();
        form.setEnabled(false);
        QVERIFY(strength() < enabled);
    }

    void highContrastShowsWhatIsSelectedInEveryWindow()
    {
        for (const QPalette &palette : {blackOnWhitePalette(), whiteOnBlackPalette()}) {
            for (const auto group : {QPalette::Active, QPalette::Inactive}) {
                QCOMPARE_GE(contrast(palette.color(group, QPalette::Highlight), palette.color(group, QPalette::Base)),
                            1.8);
            }
        }
    }

    void everyTextCanBeRead()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette(), blackOnWhitePalette(), whiteOnBlackPalette()}) {
            const double least = isHighContrast(palette) ? 7 : 4.5;
            const auto check = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
                QCOMPARE_GE(contrast(palette.color(text), palette.color(ground)), least);
            };
            check(QPalette::WindowText, QPalette::Window);
            check(QPalette::Text, QPalette::AlternateBase);
            check(QPalette::PlaceholderText, QPalette::Base);
            check(QPalette::ButtonText, QPalette::Button);
            check(QPalette::ToolTipText, QPalette::ToolTipBase);
            check(QPalette::HighlightedText, QPalette::Highlight);
            check(QPalette::Link, QPalette::Base);
            check(QPalette::LinkVisited, QPalette::Base);
        }
    }
};

QTEST_MAIN(TestFrameStyle)
#include "tst_framestyle.moc"
