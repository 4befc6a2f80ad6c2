// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::MainWindow;

namespace
{

constexpr int patient = 60'000; // ms

/// By its place in the menus.
QAction *firstParents(const MainWindow &window)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->text() == u"First &parents only") {
            return action;
        }
    }
    qFatal("no such action");
}

/// What stands below the graph; empty: nothing does.
QString note(const MainWindow &window)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->textFormat() == Qt::RichText && label->text().contains(u"first-parent")) {
            return label->text();
        }
    }
    return {};
}

QStringList hashesOf(const widgets::HistoryModel &model)
{
    QStringList hashes;
    for (int row = 0; row < model.rowCount(); ++row) {
        hashes << QString::fromStdString(model.idOf(row).hex());
    }
    return hashes;
}

} // namespace

/// The graph with what the bad end leads to by first parents, as git knows it.
class FirstParentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void theGraphShowsWhatGitLists()
    {
        const auto window = openWindow(u"line.culprit"_s, {});
        const widgets::HistoryModel &model = *window->panes().historyModel;
        const int all = model.rowCount();
        QAction *action = firstParents(*window);
        QVERIFY2(action->isEnabled() && !action->isChecked(), qPrintable(action->toolTip()));
        action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() < all, patient);
        QVERIFY(action->isChecked());
        QStringList expected = listed();
        QVERIFY(expected.size() < all - 10);
        expected << QString::fromStdString(shown(*window).state->range->goods.front().id.hex());
        QCOMPARE(hashesOf(model), expected);
        QVERIFY2(note(*window).contains(u"Only commits on the first-parent line of the %1 are shown."_s.arg(all - 1)),
                 qPrintable(note(*window)));
        QVERIFY(std::ranges::any_of(expected, [&](const QString &hash) {
            const auto id = history::ObjectId::fromHex(hash.toStdString());
            return model.betweenText(model.rowOf(*id)).startsWith(u"merges "_s);
        }));

        // A chosen commit that is left out is named; one that is shown is not.
        const history::ObjectId hidden = hiddenOf(*window);
        Q_EMIT window->panes().history->commitSelected(hidden);
        const QString missing = QString::fromStdString(hidden.shortHex()) + u" is not among them."_s;
        QVERIFY2(note(*window).contains(missing), qPrintable(note(*window)));
        Q_EMIT window->panes().history->commitSelected(model.idOf(0));
        QVERIFY(!note(*window).contains(missing));
    }

    void itIsRememberedAndTakenBack()
    {
        const auto window = openWindow(u"again.culprit"_s, {});
        const widgets::HistoryModel &model = *window->panes().historyModel;
        QTRY_VERIFY_WITH_TIMEOUT(model.showsFirstParents(), patient);
        QVERIFY(firstParents(*window)->isChecked());
        const int few = model.rowCount();
        firstParents(*window)->trigger();
        QVERIFY(model.rowCount() > few);
        QCOMPARE(note(*window), QString());
        QVERIFY(!m_work.settings().value(u"graph/firstParents"_s).toBool());
    }

    void ofAPathTooItIsTheWholeHistorysLine()
    {
        const auto window = openWindow(u"paths.culprit"_s, {u"drivers"_s});
        const widgets::HistoryModel &model = *window->panes().historyModel;
        firstParents(*window)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(model.showsFirstParents(), patient);
        const QStringList line = listed();
        QStringList expected;
        const auto range = shown(*window).state->range;
        for (const history::CommitInfo &commit : range->commits) {
            const QString hash = QString::fromStdString(commit.id.hex());
            if (line.contains(hash) || commit.id == range->bad.id) {
                expected.prepend(hash);
            }
        }
        QVERIFY(expected.size() > 1 && expected.size() < qsizetype(range->commits.size()));
        expected << QString::fromStdString(range->goods.front().id.hex());
        QCOMPARE(hashesOf(model), expected);
        firstParents(*window)->trigger();
    }

    void withoutATreeItSaysWhy()
    {
        const auto bare = m_work.makeWindow();
        QVERIFY(!firstParents(*bare)->isEnabled());
        QCOMPARE(firstParents(*bare)->toolTip(), u"No session is open"_s);
        const QString log = m_work.path(u"syzbot.log"_s);
        QVERIFY(QFile::copy(QStringLiteral(CULPRIT_LOGS "/io_uring-cause.log"), log));
        bare->openSession(log);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*bare), patient);
        QTRY_VERIFY_WITH_TIMEOUT(firstParents(*bare)->toolTip().contains(u"kernel tree"_s), patient);
        QVERIFY(!firstParents(*bare)->isEnabled());
    }

    void aTreeThatIsGoneIsTold()
    {
        const auto window = openWindow(u"gone.culprit"_s, {});
        const QString tree = m_work.demo().history.repository;
        QVERIFY(QFile::rename(tree, tree + u"-gone"_s));
        const int all = window->panes().historyModel->rowCount();
        firstParents(*window)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!firstParents(*window)->isChecked(), patient);
        QVERIFY(QFile::rename(tree + u"-gone"_s, tree));
        QCOMPARE(window->panes().historyModel->rowCount(), all);
        const auto labels = window->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"First parents are not known: There is no folder"_s);
        }));
    }

private:
    [[nodiscard]] std::unique_ptr<MainWindow> openWindow(const QString &name, const QStringList &paths)
    {
        session::Setup setup = m_work.setup();
        setup.kernel.bad = m_work.demo().history.bad;
        setup.kernel.good = {m_work.demo().history.good};
        setup.kernel.paths = paths;
        auto window = m_work.makeWindow();
        window->createSession(setup, m_work.path(name));
        if (!QTest::qWaitFor([&] { return window->panes().historyModel->rowCount() > 0; }, patient)) {
            qFatal("no graph");
        }
        return window;
    }

    /// By git, newest first.
    [[nodiscard]] QStringList listed() const
    {
        const demo::DemoHistory &history = m_work.demo().history;
        QProcess git;
        git.start(u"git"_s, {u"-C"_s, history.repository, u"rev-list"_s, u"--first-parent"_s, u"--topo-order"_s,
                             u"%1..%2"_s.arg(history.good, history.tip)});
        git.waitForFinished();
        return QString::fromUtf8(git.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    static history::ObjectId hiddenOf(MainWindow &window)
    {
        for (const history::CommitInfo &commit : shown(window).state->range->commits) {
            if (window.panes().historyModel->rowOf(commit.id) < 0) {
                return commit.id;
            }
        }
        qFatal("nothing is hidden");
    }

    WindowCase m_work;
};

QTEST_MAIN(FirstParentsTest)
#include "tst_firstparents.moc"
