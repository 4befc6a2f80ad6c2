// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/consolewall.h"
#include "app/window/layouts.h"
#include "app/window/logpane.h"
#include "widgets/activitylog.h"
#include "widgets/codeedit.h"
#include "widgets/decisionview.h"
#include "widgets/phasesview.h"
#include "widgets/stepsview.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QTabWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::MainWindow;

namespace
{

constexpr int longest = 60'000; // ms

QStringList textsOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions()) {
        texts << action->text();
    }
    return texts;
}

} // namespace

class LayoutsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void eachLayoutShowsWhatItIsFor()
    {
        const auto window = open(u"three.culprit"_s);
        const app::Panes &panes = window->panes();
        const app::Actions &actions = window->actions();
        const auto inSight = [&](const QWidget *pane) { return panes.isInSight(pane); };
        actions.driveLayout->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(inSight(panes.consoles), longest);
        const int driven = panes.consoles->height();
        actions.watchLayout->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(inSight(panes.consoles) && inSight(panes.buildLog), longest);
        QVERIFY(!inSight(panes.details));
        QTRY_VERIFY_WITH_TIMEOUT(panes.consoles->height() > driven, longest);
        actions.reviewLayout->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(inSight(panes.details) && inSight(panes.log) && inSight(panes.steps), longest);
        QVERIFY(!panes.phases->isVisible());
        QVERIFY(!inSight(panes.consoles));
        actions.driveLayout->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(inSight(panes.consoles) && inSight(panes.details), longest);
        QVERIFY(panes.phases->isVisible());
        QVERIFY(!inSight(panes.buildLog));
        QTRY_COMPARE_WITH_TIMEOUT(panes.consoles->height(), driven, longest);
    }

    void aLayoutIsSavedByAName()
    {
        {
            const auto window = open(u"saved.culprit"_s);
            const app::Actions &actions = window->actions();
            QVERIFY(!actions.removeLayoutMenu->menuAction()->isEnabled());
            window->panes().docks.at(1)->hide();
            actions.saveLayout->trigger();
            auto *dialog = window->findChild<QInputDialog *>();
            QVERIFY(dialog && dialog->isVisible());
            dialog->setTextValue(u"  my & own/1 "_s);
            dialog->accept();
            QCOMPARE(window->layouts().names(), QStringList{u"my & own/1"_s});
            actions.resetLayout->trigger();
            QVERIFY(!window->panes().docks.at(1)->isHidden());
            window->close();
        }
        const auto window = open(u"saved.culprit"_s);
        const app::Actions &actions = window->actions();
        QVERIFY(!window->panes().docks.at(1)->isHidden());
        QVERIFY(textsOf(*actions.layoutMenu).contains(u"my && own/1"_s));
        for (QAction *action : actions.layoutMenu->actions()) {
            if (action->text() == u"my && own/1"_s) {
                action->trigger();
            }
        }
        QVERIFY(window->panes().docks.at(1)->isHidden());
        actions.removeLayoutMenu->actions().front()->trigger();
        QVERIFY(window->layouts().names().isEmpty());
        QVERIFY(!textsOf(*actions.layoutMenu).contains(u"my && own/1"_s));
        QVERIFY(!window->layouts().apply(u"my & own/1"_s));
        QVERIFY(!window->layouts().restore("not a layout"));
    }

    void eachSessionHasItsOwn()
    {
        const auto window = open(u"first.culprit"_s);
        const app::Panes &panes = window->panes();
        panes.docks.at(0)->hide();
        show(*window, u"second.culprit"_s);
        QVERIFY(panes.docks.at(0)->isHidden()); // it has none of its own yet
        panes.docks.at(0)->show();
        panes.docks.at(1)->hide();
        QSignalSpy opened(window.get(), &MainWindow::sessionOpened);
        window->openSession(m_work.path(u"first.culprit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, longest);
        QVERIFY(panes.docks.at(0)->isHidden());
        QVERIFY(!panes.docks.at(1)->isHidden());
        window->close();
        const auto next = m_work.makeWindow();
        QSignalSpy again(next.get(), &MainWindow::sessionOpened);
        next->openSession(m_work.path(u"second.culprit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, longest);
        QVERIFY(!next->panes().docks.at(0)->isHidden());
        QVERIFY(next->panes().docks.at(1)->isHidden());
    }

    void eachSessionHasItsOwnGrouping()
    {
        using Grouping = widgets::StepsView::Grouping;
        const auto window = open(u"grouped.culprit"_s);
        window->panes().steps->setGrouping(Grouping::Title);
        show(*window, u"ungrouped.culprit"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window->panes().steps->grouping(), Grouping::None, longest);
        window->close();
        const auto next = open(u"grouped.culprit"_s);
        QTRY_COMPARE_WITH_TIMEOUT(next->panes().steps->grouping(), Grouping::Title, longest);
    }

    void aWindowFromTheRightKeepsTechnicalTextInOrder()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const auto window = open(u"right.culprit"_s);
        QVERIFY(window->isRightToLeft());
        QList<QWidget *> views;
        for (QAbstractScrollArea *area : window->findChildren<QAbstractScrollArea *>()) {
            if (qobject_cast<widgets::CodeEdit *>(area) || qobject_cast<QAbstractItemView *>(area)) {
                views << area;
            }
        }
        views << window->panes().decision;
        for (const QWidget *view : views) {
            const bool isTechnical = view->window() == window.get() && !qobject_cast<const QHeaderView *>(view);
            QVERIFY2(!isTechnical || view->layoutDirection() == Qt::LeftToRight, qPrintable(view->accessibleName()));
        }
        window->close();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aLayoutKeepsTheNumberOfConsoles()
    {
        const auto window = open(u"wall.culprit"_s);
        app::ConsoleWall &wall = *window->panes().consoles;
        wall.setCount(3);
        const QByteArray state = window->layouts().state();
        wall.setCount(1);
        QVERIFY(window->layouts().restore(state));
        QCOMPARE(wall.consoles().size(), 3);
        // What was kept before there were several has one.
        QVERIFY(window->layouts().restore(window->saveState(1)));
        QCOMPARE(wall.consoles().size(), 1);
        QVERIFY(!window->layouts().restore("consoles 4\nnonsense"));
        QCOMPARE(wall.consoles().size(), 1);
    }

private:
    [[nodiscard]] std::unique_ptr<MainWindow> open(const QString &name)
    {
        auto window = m_work.makeWindow();
        show(*window, name);
        return window;
    }

    void show(MainWindow &window, const QString &name)
    {
        QSignalSpy opened(&window, &MainWindow::sessionOpened);
        const QString path = m_work.path(name);
        QFile::exists(path) ? window.openSession(path) : window.createSession(m_work.setup(), path);
        // The window remembers a layout once it shows the session.
        if (!opened.wait(longest) ||
            !QTest::qWaitFor([&] { return window.windowTitle().contains(name.chopped(8)); }, longest)) {
            qFatal("no session");
        }
    }

    WindowCase m_work;
};

QTEST_MAIN(LayoutsTest)
#include "tst_layouts.moc"
