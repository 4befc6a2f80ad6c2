// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/desktop/fakedesktop.h"
#include "tests/app/window/windowcase.h"

#include "app/desktop/notifier.h"
#include "app/desktop/presence.h"
#include "app/desktop/sleepinhibitor.h"
#include "app/desktop/taskbarprogress.h"
#include "app/window/preferences.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/sessionmaker.h"

#include <QAction>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::Note;

namespace
{

constexpr int longest = 300'000; // ms, for real builds on a busy host
constexpr int patient = 30'000;

/// A session of which one commit gave nothing but trouble of the machine. It is skipped; without that the search waits
/// for its verdict.
history::ObjectId makeSkipped(const session::Setup &setup, const QString &path)
{
    const auto made = conductor::makeSession(setup);
    auto ledger = conductor::Ledger::create(path, made->created, made->range);
    const auto add = [&ledger](const session::Payload &payload) {
        if (!ledger->append(payload)) {
            qFatal("not appended");
        }
    };
    int builds = 0;
    int runs = 0;
    const auto build = [&](const history::ObjectId &commit) {
        session::BuildStarted started;
        started.build = BuildId{++builds};
        started.revision = commit;
        add(started);
        session::BuildEnded ended;
        ended.build = started.build;
        add(ended);
    };
    const auto run = [&](const history::ObjectId &commit, session::Outcome outcome) {
        session::RunStarted started;
        started.run = RunId{++runs};
        started.build = BuildId{builds};
        started.revision = commit;
        add(started);
        session::RunEnded ended;
        ended.run = started.run;
        ended.outcome = outcome;
        ended.title = outcome == session::Outcome::Crashed ? u"KASAN: use-after-free Read in f"_s : QString();
        add(ended);
    };
    const auto next = [&ledger] { return conductor::planFor(ledger->state()).revision; };
    for (const auto &[end, outcome] : {std::pair(made->created.bad, session::Outcome::Crashed),
                                       std::pair(made->created.goods.front(), session::Outcome::Ok)}) {
        build(end);
        while (next() == end) {
            run(end, outcome);
        }
    }
    const history::ObjectId commit = next();
    build(commit);
    for (int number = 0; number < 20; ++number) {
        run(commit, session::Outcome::InfraFailed);
    }
    const conductor::Plan plan = conductor::planFor(ledger->state());
    if (plan.action != conductor::Plan::Action::NeedsPerson || plan.revision != commit) {
        qFatal("the search does not wait: %s", qPrintable(plan.reason));
    }
    add(session::VerdictJudged{commit, session::Verdict::Skip, {}, {}});
    return commit;
}

} // namespace

/// A desktop that records what it is told, on a bus of the test's own.
class DesktopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnOurWarnings();
        m_bus = std::make_unique<PrivateBus>();
        const QDBusConnection desktop = m_bus->connectAs(u"desktop"_s);
        m_notifications = std::make_unique<FakeNotifications>(desktop);
        m_logind = std::make_unique<FakeLogind>(desktop);
        m_taskbar = std::make_unique<FakeTaskbar>(desktop);
    }

    void cleanup()
    {
        m_taskbar.reset();
        m_logind.reset();
        m_notifications.reset();
        m_bus.reset();
    }

    void aNoteIsShownAndOpens()
    {
        app::Notifier notifier(m_bus->connectAs(u"program"_s));
        notifier.show({Note::Kind::Ended, u"hang: the culprit is found"_s, u"a <b>& c"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 1, patient);
        const FakeNotifications::Call &call = m_notifications->calls.front();
        QCOMPARE(call.title, u"hang: the culprit is found"_s);
        QCOMPARE(call.text, u"a &lt;b&gt;&amp; c"_s);
        QVERIFY(call.actions.contains(u"open"_s));
        QCOMPARE(call.replaces, 0U);

        // One more of its kind takes its place.
        QTest::qWait(0);
        notifier.show({Note::Kind::DiskLow, u"disk"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 2, patient);
        QCOMPARE(m_notifications->calls.last().replaces, 0U);
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                notifier.show({Note::Kind::Ended, u"again"_s, {}});
                QTest::qWait(20);
                return m_notifications->calls.last().replaces == 101U;
            }(),
            patient);

        QSignalSpy opened(&notifier, &app::Notifier::opened);
        Q_EMIT m_notifications->ActionInvoked(999, u"open"_s); // somebody else's
        Q_EMIT m_notifications->ActivationToken(101, u"token"_s);
        Q_EMIT m_notifications->ActionInvoked(101, u"open"_s);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patient);
        QCOMPARE(opened.front().front().toString(), u"token"_s);
        notifier.withdrawAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_notifications->closed.contains(101U), patient);
    }

    void onlyANoteOfAWaitingCommitOffersToSkipIt()
    {
        const auto commit = *history::ObjectId::fromHex("1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b");
        app::Notifier notifier(m_bus->connectAs(u"program"_s));
        QSignalSpy skipped(&notifier, &app::Notifier::skipWanted);
        notifier.show({Note::Kind::NeedsPerson, u"waits"_s, {}, commit});
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 1, patient);
        QVERIFY(m_notifications->calls.front().actions.contains(u"skip"_s));
        QTest::qWait(100);
        Q_EMIT m_notifications->ActionInvoked(999, u"skip"_s); // somebody else's
        Q_EMIT m_notifications->ActionInvoked(101, u"skip"_s);
        QTRY_COMPARE_WITH_TIMEOUT(skipped.size(), 1, patient);
        QVERIFY(skipped.front().front().value<history::ObjectId>() == commit);
        notifier.show({Note::Kind::NeedsPerson, u"contradiction"_s, {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 2, patient);
        QVERIFY(!m_notifications->calls.last().actions.contains(u"skip"_s));
    }

    void aDesktopWithoutMarkupGetsPlainText()
    {
        m_notifications->capabilities = {u"body"_s};
        app::Notifier notifier(m_bus->connectAs(u"program"_s));
        notifier.show({Note::Kind::Ended, u"t"_s, u"a < b"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 1, patient);
        QCOMPARE(m_notifications->calls.front().text, u"a < b"_s);
    }

    void withoutADesktopNothingHappens()
    {
        m_notifications.reset();
        m_logind.reset();
        cleanup();
        m_bus = std::make_unique<PrivateBus>();
        app::Notifier notifier(m_bus->connectAs(u"program"_s));
        app::SleepInhibitor inhibitor(m_bus->connectAs(u"program"_s));
        app::TaskbarProgress progress(m_bus->connectAs(u"program"_s));
        notifier.show({Note::Kind::Ended, u"t"_s, u"b"_s});
        inhibitor.setWanted(true);
        progress.show(0.5);
        QTest::qWait(200);
        QVERIFY(!inhibitor.isHeld());
        // Not even a bus.
        const QDBusConnection none(u"nowhere"_s);
        app::Notifier(none).show({Note::Kind::Ended, u"t"_s, u"b"_s});
        app::SleepInhibitor(none).setWanted(true);
        app::TaskbarProgress(none).show(0.5);
    }

    void sleepIsInhibitedWhileItIsWanted()
    {
        app::SleepInhibitor inhibitor(m_bus->connectAs(u"program"_s));
        inhibitor.setWanted(true);
        QTRY_VERIFY_WITH_TIMEOUT(inhibitor.isHeld(), patient);
        QCOMPARE(m_logind->calls, QStringList{u"sleep Culprit block"_s});
        QCOMPARE(m_logind->heldLocks(), 1);
        inhibitor.setWanted(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->heldLocks(), 0, patient);
        // An answer that comes when nobody wants it any more is given back.
        inhibitor.setWanted(true);
        inhibitor.setWanted(false);
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->calls.size(), 2, patient);
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->heldLocks(), 0, patient);
        QVERIFY(!inhibitor.isHeld());
    }

    void progressIsOnTheTaskbar()
    {
        QGuiApplication::setDesktopFileName(u"org.culprit.Culprit"_s);
        {
            app::TaskbarProgress progress(m_bus->connectAs(u"program"_s));
            progress.show(0.25);
            progress.show(0.2501);
            QTRY_COMPARE_WITH_TIMEOUT(m_taskbar->updates.size(), 1, patient);
            QCOMPARE(m_taskbar->updates.front().first, u"application://org.culprit.Culprit.desktop"_s);
            QCOMPARE(m_taskbar->updates.front().second.value(u"progress"_s).toDouble(), 0.25);
            QVERIFY(m_taskbar->updates.front().second.value(u"progress-visible"_s).toBool());
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_taskbar->updates.size(), 2, patient);
        QVERIFY(!m_taskbar->updates.last().second.value(u"progress-visible"_s).toBool());
    }

    void aWindowThatNobodyLooksAtCallsForAVerdict()
    {
        WindowCase work;
        const QDBusConnection program = m_bus->connectAs(u"program"_s);
        const auto window = work.makeWindow();
        const app::Presence presence(*window, program, program);
        window->createSession(work.setup(), work.path(u"call.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        const history::ObjectId bad = shown(*window).state->created.bad;
        const auto judgeBad = [&](std::optional<session::Verdict> verdict) {
            window->engine().judge(session::VerdictJudged{bad, verdict, {}, {}});
        };
        const auto needsPerson = [&] { return shown(*window).plan->action == conductor::Plan::Action::NeedsPerson; };

        // In front of the user's eyes the window says so itself.
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get(), patient));
        judgeBad(session::Verdict::Good);
        QTRY_VERIFY_WITH_TIMEOUT(needsPerson(), longest);
        judgeBad(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(!needsPerson(), longest);

        window->hide();
        app::Preferences::Values values = window->preferences().values();
        values.notifies = false;
        window->preferences().set(values);
        judgeBad(session::Verdict::Good);
        QTRY_VERIFY_WITH_TIMEOUT(needsPerson(), longest);
        judgeBad(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(!needsPerson(), longest);
        values.notifies = true;
        window->preferences().set(values);
        judgeBad(session::Verdict::Good);
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 1, longest);
        QCOMPARE(m_notifications->calls.front().title, u"call needs your verdict"_s);

        QTest::qWait(100);
        Q_EMIT m_notifications->ActionInvoked(101, u"open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window->isVisible(), patient);
        // Now that it is seen, the note goes.
        QTRY_VERIFY_WITH_TIMEOUT(m_notifications->closed.contains(101U), patient);
    }

    void theWaitingCommitIsSkippedFromTheDesktop()
    {
        WindowCase work;
        const QString path = work.path(u"skip.culprit"_s);
        const history::ObjectId commit = makeSkipped(work.setup(), path);
        const QDBusConnection program = m_bus->connectAs(u"program"_s);
        const auto window = work.makeWindow();
        const app::Presence presence(*window, program, program);
        window->openSession(path);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        window->hide();
        const auto isSkipped = [&] { return shown(*window).state->revision(commit)->judged == session::Verdict::Skip; };
        QVERIFY(isSkipped());
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().undo->isEnabled(), longest);
        window->actions().undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_notifications->calls.size(), 1, patient);
        QVERIFY(m_notifications->calls.front().actions.contains(u"skip"_s));
        QVERIFY(!isSkipped());
        QTest::qWait(100);
        Q_EMIT m_notifications->ActionInvoked(101, u"skip"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isSkipped(), longest);
        QVERIFY(!window->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_notifications->closed.contains(101U), patient);
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().undo->isEnabled(), longest);
        window->actions().undo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!isSkipped(), longest);
    }

    void aBisectionKeepsTheMachineAwake()
    {
        WindowCase work;
        const QDBusConnection program = m_bus->connectAs(u"program"_s);
        const auto window = work.makeWindow();
        const app::Presence presence(*window, program, program);
        window->createSession(work.setup(), work.path(u"awake.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QCOMPARE(m_logind->calls.size(), 0);
        window->actions().start->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->heldLocks(), 1, longest);
        app::Preferences::Values values = window->preferences().values();
        values.keepsAwake = false;
        window->preferences().set(values);
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->heldLocks(), 0, patient);
        values.keepsAwake = true;
        window->preferences().set(values);
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->heldLocks(), 1, patient);
        QTRY_VERIFY_WITH_TIMEOUT(!m_taskbar->updates.isEmpty(), longest);
        window->engine().stopNow();
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(*window), longest);
        QTRY_COMPARE_WITH_TIMEOUT(m_logind->heldLocks(), 0, patient);
        QTRY_VERIFY_WITH_TIMEOUT(!m_taskbar->updates.last().second.value(u"progress-visible"_s).toBool(), patient);
    }

private:
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeNotifications> m_notifications;
    std::unique_ptr<FakeLogind> m_logind;
    std::unique_ptr<FakeTaskbar> m_taskbar;
};

QTEST_MAIN(DesktopTest)
#include "tst_desktop.moc"
