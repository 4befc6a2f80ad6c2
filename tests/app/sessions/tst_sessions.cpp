// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/logimport.h"
#include "app/sessions/sessionbrowser.h"
#include "app/sessions/sessioncatalog.h"
#include "app/sessions/sessionlistmodel.h"
#include "app/window/preferences.h"
#include "app/window/startpage.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/sessionmaker.h"
#include "engine/session/sessionfile.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::SessionBrowser;
using app::SessionCatalog;
using app::SessionListModel;
using app::SessionSummary;

namespace
{

constexpr int longest = 60'000; // ms

void waitFor(const SessionCatalog &catalog)
{
    QTRY_VERIFY_WITH_TIMEOUT(catalog.isComplete() && !catalog.sessions().isEmpty(), longest);
    QCoreApplication::processEvents();
}

QString named(const QString &name, const QList<SessionSummary> &sessions, QString SessionSummary::*field)
{
    for (const SessionSummary &session : sessions) {
        if (session.name() == name) {
            return session.*field;
        }
    }
    return u"no session %1"_s.arg(name);
}

} // namespace

/// A folder with four session files: one that nobody started, one that waits for a person, one of a log, a damaged one.
class SessionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = m_work.path(u"sessions"_s);
        QVERIFY(QDir().mkpath(m_folder));
        const auto made = conductor::makeSession(m_work.setup());
        QVERIFY(made.has_value());
        QVERIFY(conductor::Ledger::create(file(u"fresh.culprit"_s), made->created, made->range).has_value());
        {
            auto ledger = conductor::Ledger::create(file(u"judged.culprit"_s), made->created, made->range);
            QVERIFY(ledger.has_value());
            const session::VerdictJudged contradiction{made->created.bad, session::Verdict::Good, {}, {}};
            QVERIFY(ledger->append(contradiction).has_value());
        }
        QVERIFY(
            app::importLog(QStringLiteral(CULPRIT_LOGS "/io_uring-cause.log"), {}, file(u"log.culprit"_s)).has_value());
        QFile damaged(file(u"damaged.culprit"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("SQLite format 3\0and then nothing of use", 39);
        damaged.close();
        QFile other(file(u"notes.txt"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
    }

    void init() { failOnOurWarnings(); }

    void eachFileTellsWhatItIs()
    {
        const SessionSummary fresh = app::summaryOf(file(u"fresh.culprit"_s));
        QCOMPARE(fresh.error, QString());
        QCOMPARE(fresh.result, u"not started"_s);
        QCOMPARE(fresh.tree, m_work.setup().kernel.repo);
        QCOMPARE(fresh.range, u"v1.0 … %1"_s.arg(m_work.setup().kernel.bad.left(12)));
        QVERIFY(fresh.changedAt > 0);

        const SessionSummary judged = app::summaryOf(file(u"judged.culprit"_s));
        QCOMPARE(judged.result, u"needs your verdict"_s);
        QVERIFY(judged.mark == widgets::Mark::Mixed);

        const SessionSummary log = app::summaryOf(file(u"log.culprit"_s));
        QCOMPARE(log.error, QString());
        QVERIFY(!log.titles.isEmpty());
        QVERIFY(!log.result.isEmpty());

        const SessionSummary damaged = app::summaryOf(file(u"damaged.culprit"_s));
        QVERIFY2(damaged.error.contains(u"damaged.culprit"_s), qPrintable(damaged.error));
        QVERIFY(damaged.error.endsWith(u'.'));
        const SessionSummary gone = app::summaryOf(file(u"gone.culprit"_s));
        QVERIFY2(gone.error.contains(u"not there"_s), qPrintable(gone.error));
        QCOMPARE(gone.changedAt, 0);
    }

    void theCatalogFindsAllAndReadsThemOnItsOwnThread()
    {
        SessionCatalog catalog;
        SessionListModel model(catalog);
        const QAbstractItemModelTester tester(&model);
        const QStringList recent{file(u"log.culprit"_s), file(u"gone.culprit"_s)};
        catalog.look(recent, m_folder);
        QVERIFY(catalog.sessions().isEmpty()); // nothing was waited for
        waitFor(catalog);
        QCOMPARE(catalog.sessions().size(), 5); // none twice, no notes
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(catalog.sessions().last().name(), u"gone.culprit"_s);
        QCOMPARE(named(u"fresh.culprit"_s, catalog.sessions(), &SessionSummary::result), u"not started"_s);
        QVERIFY(!named(u"damaged.culprit"_s, catalog.sessions(), &SessionSummary::error).isEmpty());
        for (int i = 1; i < catalog.sessions().size(); ++i) {
            QVERIFY(catalog.sessions().at(i - 1).changedAt >= catalog.sessions().at(i).changedAt);
        }
        // What has not changed is not read again; one look ends another.
        QSignalSpy completed(&catalog, &SessionCatalog::completed);
        catalog.look({}, m_folder);
        catalog.look({}, m_folder);
        QTRY_VERIFY_WITH_TIMEOUT(!completed.isEmpty() && catalog.isComplete(), longest);
        waitFor(catalog);
        QCOMPARE(catalog.sessions().size(), 4);
        const SessionListModel few(catalog, 2);
        QCOMPARE(few.rowCount(), 2);
    }

    void wordsFindASessionAndReturnOpensIt()
    {
        SessionCatalog catalog;
        catalog.look({}, m_folder);
        waitFor(catalog);
        const QStringList titles = app::summaryOf(file(u"log.culprit"_s)).titles;
        SessionBrowser browser(catalog);
        browser.show();
        QCOMPARE(browser.table()->model()->rowCount(), 4);
        QSignalSpy chosen(&browser, &SessionBrowser::sessionChosen);
        for (const QString &query : {titles.front().section(u' ', 0, 1), u"LOG.culp"_s}) {
            browser.search()->clear();
            QTest::keyClicks(browser.search(), query);
            QCOMPARE(browser.table()->model()->rowCount(), 1);
            QCOMPARE(browser.table()->currentIndex().data(SessionListModel::PathRole).toString(),
                     file(u"log.culprit"_s));
        }
        QTest::keyClicks(browser.search(), u" nowhere"_s);
        QCOMPARE(browser.table()->model()->rowCount(), 0);
        QVERIFY(!browser.openButton()->isEnabled());
        QVERIFY(!browser.openButton()->toolTip().isEmpty());
        browser.search()->clear();
        QTest::keyClicks(browser.search(), m_work.setup().kernel.repo);
        QCOMPARE(browser.table()->model()->rowCount(), 2);
        QTest::keyClick(browser.search(), Qt::Key_Down);
        QCOMPARE(browser.table()->currentIndex().row(), 1);
        const QString second = browser.table()->currentIndex().data(SessionListModel::PathRole).toString();
        QTest::keyClick(browser.search(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), second);
        QVERIFY(!browser.isVisible());
    }

    void theWindowBrowsesAndItsFirstPageShowsThem()
    {
        const auto window = m_work.makeWindow();
        app::Preferences::Values values = window->preferences().values();
        values.sessionsFolder = m_folder;
        window->preferences().set(values);
        const auto *start = window->findChild<app::StartPage *>();
        const QAbstractItemModel &sessions = *start->sessions()->model();
        QTRY_COMPARE_WITH_TIMEOUT(sessions.rowCount(), 4, longest);
        const auto rowOf = [&](const QString &name) {
            for (int row = 0; row < sessions.rowCount(); ++row) {
                if (sessions.index(row, SessionListModel::Name).data().toString() == name) {
                    return row;
                }
            }
            return -1;
        };
        const int row = rowOf(u"fresh.culprit"_s);
        QVERIFY(row >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(sessions.index(row, SessionListModel::Result).data().toString(), u"not started"_s,
                                  longest);
        QVERIFY(start->sessions()->isVisible());

        window->actions().open->trigger();
        auto *browser = window->findChild<SessionBrowser *>();
        QVERIFY(browser && browser->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(browser->table()->model()->rowCount(), 4, longest);
        QTest::keyClicks(browser->search(), u"fresh"_s);
        QTest::keyClick(browser->search(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QCOMPARE(shown(*window).path, file(u"fresh.culprit"_s));
    }

    void whatRunsIsToldFromWhatWasCutOff()
    {
        const QString folder = m_work.path(u"active"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString path = QDir(folder).filePath(u"active.culprit"_s);
        const auto made = conductor::makeSession(m_work.setup());
        QVERIFY(made.has_value());
        {
            auto ledger = conductor::Ledger::create(path, made->created, made->range);
            QVERIFY(ledger.has_value());
            QVERIFY(ledger->append(session::EngineStarted{}).has_value());
            session::BuildStarted build;
            build.build = BuildId{1};
            build.revision = made->created.bad;
            QVERIFY(ledger->append(build).has_value());
        }
        const auto file = session::SessionFile::open(path);
        QVERIFY(file.has_value());
        QVERIFY((*file)->lock()); // as a program that runs it
        SessionCatalog catalog;
        catalog.look({}, folder);
        waitFor(catalog);
        const auto result = [&catalog] {
            return named(u"active.culprit"_s, catalog.sessions(), &SessionSummary::result);
        };
        QVERIFY2(result().startsWith(u"runs now"_s), qPrintable(result()));
        // Nothing is written when a program dies.
        (*file)->unlock();
        QSignalSpy completed(&catalog, &SessionCatalog::completed);
        catalog.look({}, folder);
        QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, longest);
        waitFor(catalog);
        QVERIFY2(result().startsWith(u"was cut off"_s), qPrintable(result()));
    }

    void aDamagedOneIsListedAndSaysWhy()
    {
        SessionCatalog catalog;
        catalog.look({}, m_folder);
        waitFor(catalog);
        SessionListModel model(catalog);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString path = model.index(row, 0).data(SessionListModel::PathRole).toString();
            const bool damaged = path.endsWith(u"damaged.culprit"_s);
            QCOMPARE(model.index(row, SessionListModel::Result).data().toString() == app::summaryOf(path).error,
                     damaged);
            QCOMPARE(model.index(row, 0).data(Qt::DecorationRole).isNull(), damaged);
        }
    }

private:
    [[nodiscard]] QString file(const QString &name) const { return QDir(m_folder).filePath(name); }

    WindowCase m_work;
    QString m_folder;
};

QTEST_MAIN(SessionsTest)
#include "tst_sessions.moc"
