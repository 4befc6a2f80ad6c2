// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/help/guideview.h"
#include "app/help/helpwindow.h"
#include "app/wizard/newbisectiondialog.h"
#include "tests/app/window/windowcase.h"
#include "tests/app/window/wizardcase.h"
#include "widgets/consolekeys.h"
#include "widgets/historyview.h"
#include "widgets/revisionkeys.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::GuideView;
using app::HelpWindow;

namespace
{

QStringList pagesInTheProgram()
{
    QStringList pages;
    for (const QString &file : QDir(QString::fromLatin1(app::guideFolder)).entryList({u"*.md"_s})) {
        pages << file.chopped(3);
    }
    return pages;
}

/// Everything that a person can read on buttons, menus, fields, tabs and docks.
QSet<QString> textsOf(const QWidget &window)
{
    QSet<QString> texts;
    const auto add = [&texts](QString text) { texts.insert(text.remove(u'&').remove(u'…').trimmed()); };
    for (const auto *action : window.findChildren<QAction *>()) {
        add(action->text());
    }
    for (const auto *menu : window.findChildren<QMenu *>()) {
        add(menu->title());
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        add(label->text());
    }
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        add(button->text());
    }
    for (const auto *dock : window.findChildren<QDockWidget *>()) {
        add(dock->windowTitle());
    }
    for (const auto *tabs : window.findChildren<QTabBar *>()) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            add(tabs->tabText(tab));
        }
    }
    for (const auto *choice : window.findChildren<QComboBox *>()) {
        for (int i = 0; i < choice->count(); ++i) {
            add(choice->itemText(i));
        }
    }
    for (const auto *table : window.findChildren<QTableWidget *>()) {
        for (int column = 0; column < table->columnCount(); ++column) {
            add(table->horizontalHeaderItem(column)->text());
        }
    }
    return texts;
}

} // namespace

class GuideTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void everyLinkLeadsToAPage()
    {
        const auto window = m_work.makeWindow();
        const HelpWindow help(window.get());
        const auto *view = help.findChild<GuideView *>();
        static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
        QSet<QString> seen;
        QStringList toRead{u"index"_s};
        while (!toRead.isEmpty()) {
            const QString page = toRead.takeFirst();
            if (seen.contains(page)) {
                continue;
            }
            seen.insert(page);
            const QString text = view->textOf(page);
            QVERIFY2(text.startsWith(u"# "_s), qPrintable(page));
            for (const QRegularExpressionMatch &match : link.globalMatch(text)) {
                const QString target = match.captured(1);
                if (page == u"keys") {
                    continue;
                }
                QVERIFY2(target.endsWith(u".md"_s) && !target.contains(u'/'), qPrintable(page + u": "_s + target));
                toRead << target.chopped(3);
            }
        }
        for (const QString &page : pagesInTheProgram()) {
            QVERIFY2(seen.contains(page), qPrintable(u"nothing leads to "_s + page));
        }
        QVERIFY(seen.contains(u"keys"_s));
    }

    void whatItNamesExists()
    {
        const auto window = m_work.makeWindow();
        window->createSession(m_work.setup(), m_work.path(u"guide.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        app::NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        const QSet<QString> known = textsOf(*window) + textsOf(dialog);
        const GuideView view;
        static const QRegularExpression name(u"(?<![*\\w])\\*([^*\\s][^*]*)\\*(?![*\\w])"_s);
        int names = 0;
        for (const QString &page : pagesInTheProgram()) {
            for (const QRegularExpressionMatch &match : name.globalMatch(view.textOf(page))) {
                const QString text = match.captured(1).replace(u'\n', u' ').remove(u'…');
                QVERIFY2(known.contains(text), qPrintable(u"%1 names \"%2\""_s.arg(page, text)));
                ++names;
            }
        }
        QVERIFY(names > 50);
    }

    void keysAreThoseOfTheActions()
    {
        const auto window = m_work.makeWindow();
        window->actions().goToCurrent->setShortcut(QKeySequence(u"Ctrl+Alt+7"_s));
        const HelpWindow help(window.get());
        const QString text = help.findChild<GuideView *>()->textOf(u"keys"_s);
        QVERIFY2(text.contains(u"| Go to current revision | Ctrl\\+Alt\\+7 |"_s), qPrintable(text));
        QVERIFY(text.contains(u"| Who last changed these lines | Ctrl\\+B |"_s));
        QVERIFY(text.contains(u"| First parents only | Alt\\+4 |"_s));
        for (const QAction *action :
             {window->actions().newBisection, window->actions().pause, window->actions().about}) {
            const QString name = action->text().remove(u'&').remove(u'…');
            QVERIFY2(text.contains(name), qPrintable(name));
        }
    }

    void everyLetterIsAKey()
    {
        using widgets::RevisionKeys;
        int taken = 0;
        const auto take = [&taken] { ++taken; };
        const auto some = history::ObjectId::fromHex(std::string(40, '1'));
        QListView view;
        const RevisionKeys revisions(&view, [some] { return *some; });
        connect(&revisions, &RevisionKeys::verdictWanted, this, take);
        connect(&revisions, &RevisionKeys::verdictRemovalWanted, this, take);
        connect(&revisions, &RevisionKeys::retestWanted, this, take);
        connect(&revisions, &RevisionKeys::testNextWanted, this, take);
        connect(&revisions, &RevisionKeys::diffWanted, this, take);
        connect(&revisions, &RevisionKeys::consoleWanted, this, take);
        connect(&revisions, &RevisionKeys::testedWanted, this, take);
        connect(&revisions, &RevisionKeys::currentWanted, this, take);
        QWidget text;
        const widgets::ConsoleKeys console(&text, [&taken](widgets::ConsoleCommand) { return ++taken > 0; });

        const QStringList parts = GuideView().textOf(u"letters"_s).split(u"## "_s);
        QCOMPARE(parts.size(), 4);
        QVERIFY2(parts[3].contains(u"| T |"_s) && parts[3].contains(u"| U |"_s) && parts[3].contains(u"| A |"_s),
                 qPrintable(parts[3])); // as titlesAreJudgedByLetters tests
        static const QRegularExpression row(u"^\\| (\\S) \\|"_s, QRegularExpression::MultilineOption);
        int named = 0;
        for (QWidget *pane : {static_cast<QWidget *>(&view), &text}) {
            for (const QRegularExpressionMatch &match : row.globalMatch(parts[pane == &text ? 2 : 1])) {
                const QString letter = match.captured(1);
                QKeyEvent event(QEvent::KeyPress, letter.at(0).toUpper().unicode(), Qt::NoModifier, letter);
                QCoreApplication::sendEvent(pane, &event);
                ++named;
                QVERIFY2(taken == named, qPrintable(letter));
            }
        }
        QVERIFY(named > 20);
    }

    void f1OpensThePageOfTheFocus()
    {
        const auto window = m_work.makeWindow();
        window->createSession(m_work.setup(), m_work.path(u"focus.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QTRY_VERIFY_WITH_TIMEOUT(window->panes().history->isVisible(), longest);
        window->panes().history->setFocus();
        window->actions().guide->trigger();
        auto *help = window->findChild<HelpWindow *>();
        QVERIFY(help != nullptr && help->isVisible());
        QCOMPARE(help->page(), u"watching"_s);
        window->actions().keys->trigger();
        QCOMPARE(window->findChildren<HelpWindow *>().size(), 1);
        QCOMPARE(help->page(), u"keys"_s);

        app::NewBisectionDialog dialog;
        dialog.show();
        goToPage(dialog, 2);
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.findChild<QComboBox *>(u"guest"_s)->setFocus();
        QTest::keyClick(&dialog, Qt::Key_F1);
        QTRY_VERIFY(dialog.findChild<HelpWindow *>() != nullptr);
        QCOMPARE(dialog.findChild<HelpWindow *>()->page(), u"boot"_s);
    }

    void searchLeavesThePagesThatHaveTheWords()
    {
        HelpWindow help;
        help.show();
        auto *search = help.findChild<QLineEdit *>();
        const auto *contents = help.findChild<QListWidget *>(u"contents"_s);
        const auto visible = [contents] {
            QStringList titles;
            for (int row = 0; row < contents->count(); ++row) {
                if (!contents->item(row)->isHidden()) {
                    titles << contents->item(row)->text();
                }
            }
            return titles;
        };
        QVERIFY(visible().size() > 12);
        for (const auto &[page, title] : {std::pair(u"boot"_s, u"Page 3: Boot"_s), std::pair(u"keys"_s, u"Keys"_s)}) {
            help.showPage(page);
            QCOMPARE(help.page(), page);
            QCOMPARE(contents->currentItem()->text(), title);
        }
        search->setText(u"syzkaller busybox"_s);
        QCOMPARE(visible(), QStringList{u"Page 4: Test"_s});
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(help.page(), u"test"_s);
        QCOMPARE(help.findChild<GuideView *>()->textCursor().selectedText().toLower(), u"syzkaller"_s);
        search->clear();
        QVERIFY(visible().size() > 12);
    }

private:
    WindowCase m_work;
};

QTEST_MAIN(GuideTest)
#include "tst_guide.moc"
