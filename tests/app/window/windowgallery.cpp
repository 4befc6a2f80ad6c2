// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the start page, the guide, the dialogs and all pages of "New bisection", in both themes, into the folder named
// on the command line.
#include "app/help/helpwindow.h"
#include "app/sessions/sessionbrowser.h"
#include "app/window/actionfinder.h"
#include "app/window/settingsdialog.h"
#include "app/wizard/newbisectiondialog.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/sessionmaker.h"
#include "tests/app/window/windowcase.h"
#include "tests/app/window/wizardcase.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPixmap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

namespace
{

/// Some sessions to list: one that waits for its start, one for a person, a damaged one, one that is gone.
void fill(WindowCase &work)
{
    const QDir folder(work.path(u"sessions"_s));
    folder.mkpath(u"."_s);
    work.settings().setValue(u"sessions-folder"_s, folder.path());
    work.settings().setValue(u"recent"_s, QStringList{u"/srv/bisect/net-next/hang.culprit"_s});
    if (const auto made = conductor::makeSession(work.setup())) {
        const auto fresh =
            conductor::Ledger::create(folder.filePath(u"kasan-uring.culprit"_s), made->created, made->range);
        auto judged = conductor::Ledger::create(folder.filePath(u"rtnl-hang.culprit"_s), made->created, made->range);
        if (judged) {
            (void)judged->append(session::VerdictJudged{made->created.bad, session::Verdict::Good, {}, {}});
        }
    }
    QFile damaged(folder.filePath(u"old.culprit"_s));
    if (damaged.open(QIODevice::WriteOnly)) {
        damaged.write("SQLite format 3\0and then nothing of use", 39);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
    WindowCase work;
    fill(work);
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
        window->actions().open->trigger();
        window->actions().settings->trigger();
        QTest::qWait(5000); // for the checks of machine and range
        saved = window->grab().save(u"%1/start-%2.png"_s.arg(folder, name)) && saved;
        const auto dialogs = window->findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            saved = dialog->grab().save(u"%1/%2-%3.png"_s.arg(folder, dialog->windowTitle().toLower(), name)) && saved;
        }
        window->actions().findAction->trigger();
        window->finder().field()->setText(u"pane"_s);
        QTest::qWait(100);
        saved =
            const_cast<app::ActionFinder &>(window->finder()).grab().save(u"%1/finder-%2.png"_s.arg(folder, name)) &&
            saved;
        saved = empty.grab().save(u"%1/new-%2.png"_s.arg(folder, name)) && saved;
        app::HelpWindow help(window.get());
        help.resize(1000, 640);
        help.show();
        for (const QString &page : {u"first"_s, u"keys"_s}) {
            help.showPage(page);
            QTest::qWait(100);
            saved = help.grab().save(u"%1/guide-%2-%3.png"_s.arg(folder, page, name)) && saved;
        }
        for (int page = 0; page < 6; ++page) {
            goToPage(filled, page);
            QTest::qWait(500); // for what the last page finds out
            saved = filled.grab().save(u"%1/new-%2-%3.png"_s.arg(folder).arg(page + 1).arg(name)) && saved;
        }
    }
    return saved ? 0 : 1;
}
