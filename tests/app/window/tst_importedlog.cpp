// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/comparewindow.h"
#include "app/window/exports.h"
#include "widgets/auditview.h"
#include "widgets/comparisonview.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::MainWindow;

namespace
{

constexpr int patient = 30'000; // ms
const auto blamed = history::ObjectId::fromHex("6c2450ae55656f6b0370bfd4cb52ec8a4ecd0916").value();

} // namespace

/// The window opens another program's log as if it were a session.
class ImportedLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void aLogOpensInReview()
    {
        const QString log = copyOfLog(u"syzbot.log"_s);
        const auto window = m_work.makeWindow();
        window->openSession(log);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        const session::SessionState &state = *shown(*window).state;
        QCOMPARE(state.imported->format, u"syz"_s);
        QCOMPARE(state.runs.size(), 210U);
        QVERIFY(shown(*window).plan->reason.contains(u"takes the kernel tree"_s));
        QVERIFY(window->windowTitle().startsWith(u"syzbot-1 — needs your verdict"_s));
        QVERIFY(!window->message()->isVisible());
        // The log is what is remembered, and no file stays beside it.
        QCOMPARE(m_work.settings().value(u"recent"_s).toStringList().value(0), log);
        QVERIFY(!QFile::exists(m_work.path(u"syzbot.culprit"_s)));
    }

    void aVerdictOfTheLogIsOverruledAndTakenBack()
    {
        const auto window = m_work.makeWindow();
        window->openSession(copyOfLog(u"syzbot.log"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        const auto verdict = [&] { return shown(*window).state->revision(blamed)->verdict(); };
        QCOMPARE(verdict(), session::Verdict::Good);
        window->engine().judge(session::VerdictJudged{blamed, session::Verdict::Bad, {}, {}, 0});
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), session::Verdict::Bad, patient);
        QCOMPARE(shown(*window).plan->culprit, std::optional(blamed));
        window->actions().undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), session::Verdict::Good, patient);
    }

    /// The verdict that decided that bisection is the weakest, with its figures; overruled, the window says what is
    /// left.
    void theAuditNamesTheWeakestVerdict()
    {
        const auto window = m_work.makeWindow();
        window->openSession(copyOfLog(u"syzbot.log"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        const app::Panes &panes = window->panes();
        panes.details->setCurrentWidget(panes.audit);
        const QAbstractItemModel *verdicts = panes.audit->table()->model();
        QTRY_VERIFY_WITH_TIMEOUT(verdicts->rowCount() > 0, patient);
        const auto text = [&](int column) { return verdicts->index(0, column).data().toString(); };
        QVERIFY2(text(widgets::AuditModel::Revision).startsWith(u"6c2450ae5565"_s),
                 qPrintable(text(widgets::AuditModel::Revision)));
        QCOMPARE(text(widgets::AuditModel::Verdict), u"bad (the log's)"_s);
        QCOMPARE(text(widgets::AuditModel::Right), u"under 0.1 %"_s);
        QCOMPARE(text(widgets::AuditModel::Rules2021), u"bad"_s);
        QCOMPARE(text(widgets::AuditModel::Rules2024), u"skip"_s);
        QVERIFY2(panes.audit->remedy().contains(u"56 of 80"_s), qPrintable(panes.audit->remedy()));

        panes.audit->table()->setFocus();
        panes.audit->table()->setCurrentIndex(verdicts->index(1, 0));
        panes.audit->table()->setCurrentIndex(verdicts->index(0, 0));
        QString preview;
        window->engine().preview(session::VerdictJudged{blamed, session::Verdict::Good, {}, {}, 0}, window.get(),
                                 [&](const conductor::Preview &shown) { preview = shown.text; });
        QTRY_VERIFY_WITH_TIMEOUT(!preview.isEmpty(), patient);
        QVERIFY2(preview.contains(u"candidate"_s), qPrintable(preview));
        window->actions().good->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(shown(*window).state->revision(blamed)->judged, std::optional(session::Verdict::Good),
                                  patient);
        const QString reason = shown(*window).plan->reason;
        QVERIFY2(reason.contains(u"one of about"_s) && reason.contains(u"takes the kernel tree"_s), qPrintable(reason));
        QTRY_COMPARE_WITH_TIMEOUT(
            verdicts->index(panes.audit->table()->currentIndex().row(), widgets::AuditModel::Verdict).data().toString(),
            u"good (yours)"_s, patient);
    }

    void itGoesOutAsItCameIn()
    {
        const auto window = m_work.makeWindow();
        const QString log = copyOfLog(u"syzbot.log"_s);
        window->openSession(log);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        app::Exports exports(window.get());
        QSignalSpy done(&exports, &app::Exports::done);
        QSignalSpy failed(&exports, &app::Exports::failed);
        exports.setSnapshot(window->engine().snapshot());
        const QString out = m_work.path(u"out.log"_s);
        exports.save(u"syz"_s, out);
        QTRY_COMPARE_WITH_TIMEOUT(done.size() + failed.size(), 1, patient);
        QCOMPARE(done.size(), 1);
        QFile before(log);
        QFile after(out);
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), before.readAll());
        // A mail that blames a commit is refused while none is confirmed, and no file comes of it.
        exports.save(u"mail"_s, m_work.path(u"out.mbox"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patient);
        QVERIFY(!QFile::exists(m_work.path(u"out.mbox"_s)));
    }

    /// What overruling one verdict makes of it, beside the log.
    void itStandsBesideAnother()
    {
        const auto window = m_work.makeWindow();
        const QString log = copyOfLog(u"syzbot.log"_s);
        window->openSession(log);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        window->engine().judge(session::VerdictJudged{blamed, session::Verdict::Skip, {}, {}, 0});
        QTRY_VERIFY_WITH_TIMEOUT(shown(*window).state->revision(blamed)->judged, patient);
        qRegisterMetaType<widgets::ComparisonView *>();
        app::CompareWindow compare(window.get());
        QSignalSpy opened(&compare, &app::CompareWindow::opened);
        QSignalSpy failed(&compare, &app::CompareWindow::failed);
        compare.open(window->engine().snapshot(), log);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size() + failed.size(), 1, patient);
        QCOMPARE(opened.size(), 1);
        const auto *view = opened[0][0].value<widgets::ComparisonView *>();
        QVERIFY2(view->summary().contains(u"answer"_s), qPrintable(view->summary()));
        view->onlyDifferences()->setChecked(true);
        QStringList differing;
        const QAbstractItemModel *model = view->table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (!view->table()->isRowHidden(row)) {
                differing << model->index(row, widgets::ComparisonModel::Revision).data().toString().first(12);
            }
        }
        QVERIFY2(differing.contains(u"6c2450ae5565"_s), qPrintable(differing.join(u' ')));
        compare.open(window->engine().snapshot(), m_work.path(u"nothing.culprit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patient);
    }

    void startNeedsTheTree()
    {
        const auto window = m_work.makeWindow();
        window->openSession(copyOfLog(u"syzbot.log"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        window->engine().start();
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisibleTo(window.get()), patient);
        QVERIFY2(window->message()->text().contains(u"--repo"_s), qPrintable(window->message()->text()));
        QVERIFY(isAtRest(*window));
    }

    void whatIsNoLogIsSaid()
    {
        QFile file(m_work.path(u"notes.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nothing\n");
        file.close();
        const auto window = m_work.makeWindow();
        window->openSession(file.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(window->message()->isVisibleTo(window.get()), patient);
        QVERIFY2(window->message()->text().contains(u"neither a syzbot bisection log nor"_s),
                 qPrintable(window->message()->text()));
    }

private:
    QString copyOfLog(const QString &name) const
    {
        const QString path = m_work.path(name);
        QFile::copy(QStringLiteral(CULPRIT_LOGS "/io_uring-cause.log"), path);
        return path;
    }

    WindowCase m_work;
};

QTEST_MAIN(ImportedLogTest)
#include "tst_importedlog.moc"
