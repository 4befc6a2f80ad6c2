// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "widgets/reportview.h"
#include "widgets/stepsview.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QSettings>
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
