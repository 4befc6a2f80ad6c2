// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/preferences.h"
#include "app/window/settingsdialog.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::Preferences;
using app::SettingsDialog;

namespace
{

SettingsDialog *openDialog(app::MainWindow &window)
{
    window.actions().settings->trigger();
    auto *dialog = window.findChild<SettingsDialog *>();
    if (dialog == nullptr) {
        qFatal("no dialog");
    }
    return dialog;
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void whatIsChosenHoldsAtOnceAndLater()
    {
        const QString folder = m_work.path(u"sessions"_s);
        QVERIFY(QDir().mkpath(folder));
        {
            const auto window = m_work.makeWindow();
            QCOMPARE(window->actions().settings->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma));
            SettingsDialog *dialog = openDialog(*window);
            QVERIFY(dialog->letterKeys()->isChecked());
            QVERIFY(dialog->notifies()->isChecked());
            QVERIFY(dialog->keepsAwake()->isChecked());
            dialog->theme()->setCurrentText(u"Dark"_s);
            dialog->letterKeys()->click();
            dialog->notifies()->click();
            dialog->keepsAwake()->click();
            dialog->sessionsFolder()->setText(folder);
            QCOMPARE(dialog->buildsGigabytes()->value(), 10);
            dialog->buildsGigabytes()->setValue(25);
            QVERIFY(!isDark());
            QSignalSpy changed(&window->preferences(), &Preferences::changed);
            dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
            QCOMPARE(changed.size(), 1);
            QVERIFY(isDark());
            QVERIFY(window->actions().darkTheme->isChecked());
            QVERIFY(!window->actions().letterKeys->isChecked());
            window->close();
        }
        const auto window = m_work.makeWindow();
        const Preferences::Values &values = window->preferences().values();
        QVERIFY(values.theme == widgets::Theme::Dark);
        QVERIFY(!values.letterKeys);
        QVERIFY(!values.notifies);
        QVERIFY(!values.keepsAwake);
        QCOMPARE(values.sessionsFolder, folder);
        QCOMPARE(values.buildsGigabytes, 25);
        QCOMPARE(app::storedPlaces(m_work.settings()).buildsBytes, 25'000'000'000);
        // The menu and the dialog tell the same.
        window->actions().lightTheme->trigger();
        QVERIFY(!isDark());
        QCOMPARE(openDialog(*window)->theme()->currentText(), u"Light"_s);
        window->actions().whiteOnBlack->trigger();
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        QCOMPARE(m_work.makeWindow()->preferences().values().theme, widgets::Theme::WhiteOnBlack);
        window->actions().lightTheme->trigger();
    }

    void cancelChangesNothing()
    {
        const auto window = m_work.makeWindow();
        const Preferences::Values before = window->preferences().values();
        SettingsDialog *dialog = openDialog(*window);
        dialog->notifies()->click();
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
        QVERIFY(window->preferences().values() == before);
    }

    void aFolderThatIsNotThereIsRefused()
    {
        const auto window = m_work.makeWindow();
        SettingsDialog *dialog = openDialog(*window);
        QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled());
        for (const QString &wrong : {u"/nowhere/at all"_s, u"relative"_s, QString()}) {
            dialog->sessionsFolder()->setText(wrong);
            QVERIFY2(!ok->isEnabled(), qPrintable(wrong));
            QVERIFY(!ok->toolTip().isEmpty());
        }
    }

private:
    WindowCase m_work;
};

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
