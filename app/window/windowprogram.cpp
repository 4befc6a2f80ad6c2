// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowprogram.h"

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/desktop/presence.h"
#include "app/window/language.h"
#include "app/window/mainwindow.h"
#include "app/window/themesetting.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>

namespace culprit::app
{

int runWindow(Arguments arguments, const QString &file)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        return printError(
            Error{Error::Kind::Outside,
                  "There is no display for the window: \"culprit --help\" lists the commands that need none."});
    }
    QApplication application(arguments.count, arguments.values);
    nameApplication();
    const QString name = QStringLiteral("org.culprit.Culprit"); // of the desktop file and of the icon
    QGuiApplication::setDesktopFileName(name);
    QApplication::setWindowIcon(QIcon::fromTheme(name, QIcon(QStringLiteral(":/icons/%1.svg").arg(name))));
    installLanguage(application, QLocale());
    QSettings settings;
    widgets::applyTheme(application, storedTheme(settings));
    MainWindow window(conductor::Places::standard(), settings);
    const Interrupt interrupt([&window] { window.close(); });
    Presence::attachTo(window);
    window.show();
    if (!file.isEmpty()) {
        window.openSession(QFileInfo(file).absoluteFilePath());
    } else {
        window.offerRecovery();
    }
    return QApplication::exec();
}

} // namespace culprit::app
