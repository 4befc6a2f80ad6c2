// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/actionfinder.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::ActionFinder;
using app::ActionMatches;

class ActionFinderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void typedWordsLeadToTheAction_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::addRow("its beginning") << u"dark"_s << u"Dark theme"_s;
        QTest::addRow("words in any order") << u"theme dark"_s << u"Dark theme"_s;
        QTest::addRow("a later word") << u"demo"_s << u"Try the demo"_s;
        QTest::addRow("letters only") << u"nwbsc"_s << u"New bisection"_s;
        QTest::addRow("its tip") << u"checked builds machines real small"_s << QString();
        QTest::addRow("what the tip says") << u"real machines"_s << u"Try the demo"_s;
        QTest::addRow("a button of a pane") << u"following"_s << u"Following"_s;
        QTest::addRow("nothing like it") << u"zzqq"_s << QString();
    }

    void typedWordsLeadToTheAction()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        const auto window = m_work.makeWindow();
        window->actions().findAction->trigger();
        const ActionFinder &finder = window->finder();
        QVERIFY(finder.isVisible());
        QTest::keyClicks(finder.field(), typed);
        QCOMPARE(finder.list()->currentIndex().data().toString(), first);
        if (first.isEmpty()) {
            QCOMPARE(finder.list()->model()->rowCount(), 0);
        }
    }

    void everythingIsThereWithPlaceAndKey()
    {
        const auto window = m_work.makeWindow();
        window->actions().findAction->trigger();
        const QAbstractItemModel &model = *window->finder().list()->model();
        QSet<QString> lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column) {
                cells << model.index(row, column).data().toString();
            }
            lines << cells.join(u'|');
        }
        for (const QString &line : {u"New bisection|File|Ctrl+N"_s, u"Dark theme|View|"_s, u"Find action|Go|Ctrl+K"_s,
                                    u"Start|No session is open|F5"_s, u"Save|Console|"_s,
                                    u"Steps and runs|Go › To pane|Ctrl+2"_s, u"Save|Build output|"_s}) {
            QVERIFY2(lines.contains(line), qPrintable(line + u" is not among\n"_s + lines.values().join(u'\n')));
        }
    }

    void returnDoesItAndEscapeDoesNot()
    {
        const auto window = m_work.makeWindow();
        const ActionFinder &finder = window->finder();
        QSignalSpy reset(window->actions().resetLayout, &QAction::triggered);
        QSignalSpy start(window->actions().start, &QAction::triggered);
        window->actions().findAction->trigger();
        QTest::keyClicks(finder.field(), u"reset lay"_s);
        QTest::keyClick(finder.field(), Qt::Key_Escape);
        QVERIFY(!finder.isVisible());
        window->actions().findAction->trigger();
        QCOMPARE(finder.field()->text(), QString());
        QTest::keyClicks(finder.field(), u"reset lay"_s);
        QTest::keyClick(finder.field(), Qt::Key_Return);
        QVERIFY(!finder.isVisible());
        QTRY_COMPARE(reset.count(), 1);

        // What cannot be done is grey, says why, and is passed over.
        window->actions().findAction->trigger();
        QTest::keyClicks(finder.field(), u"start"_s);
        const QAbstractItemModel &model = *finder.list()->model();
        const QModelIndex cell = model.index(0, ActionMatches::Text);
        QCOMPARE(cell.data().toString(), u"Start"_s);
        QVERIFY(!cell.flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"No session is open"_s));
        QVERIFY(finder.list()->currentIndex() != cell);
        QTest::mouseClick(finder.list()->viewport(), Qt::LeftButton, {}, finder.list()->visualRect(cell).center());
        QTest::qWait(0);
        QCOMPARE(start.count(), 0);
    }

    void arrowsWalkThroughWhatCanBeDone()
    {
        const auto window = m_work.makeWindow();
        const ActionFinder &finder = window->finder();
        window->actions().findAction->trigger();
        QTest::keyClicks(finder.field(), u"theme"_s);
        const auto text = [&finder] { return finder.list()->currentIndex().data().toString(); };
        const QString first = text();
        QTest::keyClick(finder.field(), Qt::Key_Down);
        QVERIFY(text() != first);
        QVERIFY(text().contains(u"theme"_s));
        QTest::keyClick(finder.field(), Qt::Key_Up);
        QCOMPARE(text(), first);
        QTest::keyClick(finder.field(), Qt::Key_Up);
        QCOMPARE(text(), first);
    }

    void theModelKeepsTheRules()
    {
        ActionMatches matches;
        const QAbstractItemModelTester tester(&matches);
        QAction one(u"&One…"_s);
        auto two = std::make_unique<QAction>(u"Two"_s);
        two->setEnabled(false);
        two->setToolTip(u"<b>not</b> now"_s);
        matches.setActions({app::named(&one, u"File"_s), app::named(two.get(), u"File"_s)});
        QCOMPARE(matches.rowCount(), 2);
        QCOMPARE(matches.index(0, 0).data().toString(), u"One"_s);
        QCOMPARE(matches.index(1, ActionMatches::Where).data().toString(), u"<b>not</b> now"_s);
        QVERIFY(!matches.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
        two.reset();
        QCOMPARE(matches.index(1, 0).data(), QVariant());
        matches.setQuery(u"o"_s);
        QCOMPARE(matches.rowCount(), 1);
    }

private:
    WindowCase m_work;
};

QTEST_MAIN(ActionFinderTest)
#include "tst_actionfinder.moc"
