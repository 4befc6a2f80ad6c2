// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the start page, the guide, the dialogs, all pages of "New bisection", the window with a session in each
// layout, every pane and every tab of the details, in every theme, into the folder named on the command line.
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
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QPixmap>
#include <QTabWidget>
#include <QTest>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

namespace
{

constexpr std::array themes{std::pair(widgets::Theme::Light, "light"_L1), std::pair(widgets::Theme::Dark, "dark"_L1),
                            std::pair(widgets::Theme::BlackOnWhite, "black-on-white"_L1),
                            std::pair(widgets::Theme::WhiteOnBlack, "white-on-black"_L1)};

/// A session in the middle of its search, as it is without consoles.
void bisect(conductor::Ledger &ledger, const session::SessionCreated &created)
{
    const auto add = [&ledger](const session::Payload &payload) { (void)ledger.append(payload); };
    int runs = 0;
    for (int number = 1; number <= 4; ++number) {
        const conductor::Plan plan = conductor::planFor(ledger.state());
        if (plan.action != conductor::Plan::Action::Test) {
            break;
        }
        session::BuildStarted build;
        build.build = BuildId{number};
        build.revision = plan.revision;
        build.purpose = conductor::word(plan.phase);
        add(build);
        session::BuildEnded built;
        built.build = build.build;
        built.compiler = u"gcc (Debian 14.2.0-19) 14.2.0"_s;
        built.milliseconds = 187'000;
        add(built);
        for (int i = 0; i < 20 && conductor::planFor(ledger.state()).revision == plan.revision; ++i) {
            session::RunStarted started;
            started.run = RunId{++runs};
            started.build = build.build;
            started.revision = plan.revision;
            started.accelerator = u"tcg"_s;
            add(started);
            session::RunEnded ended;
            ended.run = started.run;
            if (plan.revision == created.bad || number == 4) {
                ended.outcome = session::Outcome::Crashed;
                ended.title = u"KASAN: slab-use-after-free Read in tcp_recvmsg"_s;
                ended.report = u"BUG: KASAN: slab-use-after-free in tcp_recvmsg+0x1a2/0x3b0\n"_s;
            }
            ended.milliseconds = 21'000;
            add(ended);
        }
    }
    add(session::EngineStopped{u"Paused after the step, as asked."_s, false});
}

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
        auto paused = conductor::Ledger::create(folder.filePath(u"tcp-recvmsg.culprit"_s), made->created, made->range);
        if (paused) {
            bisect(*paused, made->created);
        }
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

bool save(QWidget &widget, const QString &folder, const QString &name, QLatin1StringView theme)
{
    QString file = name.toLower().replace(u' ', u'-');
    file.remove(u'&');
    return widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, file, theme));
}

/// The window in each layout, its panes, and the tabs of the details.
bool savePanes(app::MainWindow &window, const QString &folder, QLatin1StringView theme)
{
    bool saved = true;
    const app::Panes &panes = window.panes();
    for (const auto &[action, name] :
         {std::pair(window.actions().driveLayout, u"drive"_s), std::pair(window.actions().watchLayout, u"watch"_s),
          std::pair(window.actions().reviewLayout, u"review"_s)}) {
        action->trigger();
        QTest::qWait(300);
        saved = save(window, folder, u"window-"_s + name, theme) && saved;
    }
    window.actions().driveLayout->trigger();
    for (QDockWidget *dock : panes.docks) {
        panes.goTo(dock);
        QTest::qWait(200);
        saved = save(*dock, folder, u"pane-"_s + dock->objectName(), theme) && saved;
    }
    for (int tab = 0; tab < panes.details->count(); ++tab) {
        panes.details->setCurrentIndex(tab);
        QTest::qWait(300);
        saved = save(*panes.details, folder, u"details-"_s + panes.details->tabText(tab), theme) && saved;
    }
    return saved;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
    QDir().mkpath(folder);
    WindowCase work;
    fill(work);
    bool saved = true;
    for (const auto &[theme, name] : themes) {
        widgets::applyTheme(application, theme);
        work.settings().remove(u"window/geometry"_s); // the platform's screen is smaller than the window
        const auto window = work.makeWindow();
        work.settings().setValue(u"open/999999999-1/path"_s, u"/srv/bisect/net-next/hang.culprit"_s);
        window->offerRecovery();
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
        for (QDialog *dialog : dialogs) {
            dialog->close();
        }
        for (const QString &session : {u"kasan-uring"_s, u"tcp-recvmsg"_s}) {
            window->openSession(work.path(u"sessions/%1.culprit"_s.arg(session)));
            QTest::qWait(3000);
            saved = session == u"kasan-uring"_s ? save(*window, folder, u"window-fresh"_s, name) && saved
                                                : savePanes(*window, folder, name) && saved;
        }
    }
    return saved ? 0 : 1;
}
