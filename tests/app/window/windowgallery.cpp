// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the start page and all pages of the "New bisection" dialog, in both themes, into the folder named on the
// command line.
#include "app/wizard/newbisectiondialog.h"
#include "tests/app/window/windowcase.h"
#include "tests/app/window/wizardcase.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
    WindowCase work;
    work.settings().setValue(u"recent"_s,
                             QStringList{u"/home/ada/kasan-uring.culprit"_s, u"/srv/bisect/net-next/hang.culprit"_s});
    bool saved = true;
    for (const auto &[theme, name] :
         {std::pair(widgets::Theme::Light, u"light"_s), std::pair(widgets::Theme::Dark, u"dark"_s)}) {
        widgets::applyTheme(application, theme);
        const auto window = work.makeWindow();
        app::NewBisectionDialog empty;
        empty.resize(1150, 690);
        empty.show();
        app::NewBisectionDialog filled;
        filled.setSetup(work.setup());
        filled.resize(1150, 690);
        filled.show();
        QTest::qWait(5000); // for the checks of machine and range
        saved = window->grab().save(u"%1/start-%2.png"_s.arg(folder, name)) && saved;
        saved = empty.grab().save(u"%1/new-%2.png"_s.arg(folder, name)) && saved;
        for (int page = 0; page < 6; ++page) {
            goToPage(filled, page);
            QTest::qWait(500); // for what the last page finds out
            saved = filled.grab().save(u"%1/new-%2-%3.png"_s.arg(folder).arg(page + 1).arg(name)) && saved;
        }
    }
    return saved ? 0 : 1;
}
