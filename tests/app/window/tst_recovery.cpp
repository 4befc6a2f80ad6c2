// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/windowcase.h"

#include "app/window/openmark.h"
#include "app/window/recoverycard.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/sessionmaker.h"
#include "widgets/historyview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::OpenMark;
using app::RecoveryCard;

namespace
{

constexpr int longest = 60'000; // ms
const QString childWord = u"--window-to-be-killed"_s;

conductor::Places placesIn(const QString &folder)
{
    return {folder + u"/cache"_s, folder + u"/cache/images-XXXXXX"_s, folder + u"/runs-XXXXXX"_s};
}

/// A window as a person uses it, until it is killed.
int useWindow(const QStringList &arguments)
{
    QSettings settings(arguments.at(2), QSettings::IniFormat);
    app::MainWindow window(placesIn(arguments.at(4)), settings);
    window.show();
    QObject::connect(&window, &app::MainWindow::sessionOpened, &window, [&window, &arguments] {
        QObject::connect(
            &window.engine(), &conductor::Engine::changed, &window,
            [&window, &arguments] {
                Q_EMIT window.panes().history->commitSelected(
                    *history::ObjectId::fromHex(arguments.at(5).toStdString()));
                window.panes().docks.first()->hide();
            },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    });
    window.openSession(arguments.at(3));
    return QApplication::exec();
}

} // namespace

/// The program is killed while its window has a session open; what the next one makes of that.
class RecoveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnOurWarnings();
        m_work = std::make_unique<WindowCase>();
        m_session = m_work->path(u"cut off.culprit"_s);
        const auto made = conductor::makeSession(m_work->setup());
        QVERIFY(made.has_value());
        QVERIFY(conductor::Ledger::create(m_session, made->created, made->range).has_value());
        m_commit = made->range.commits.at(7).id;
    }

    void cleanup() { m_work.reset(); }

    void aKilledWindowComesBackAsItWas()
    {
        killAWindow();
        const auto window = m_work->makeWindow();
        window->offerRecovery();
        const auto *card = window->findChild<RecoveryCard *>();
        QVERIFY(card != nullptr && card->isVisible());
        QVERIFY(!card->resume()->isEnabled()); // nothing ran
        QVERIFY(!card->resume()->toolTip().isEmpty());
        card->openPaused()->click();
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QCOMPARE(shown(*window).path, m_session);
        QTRY_COMPARE_WITH_TIMEOUT(window->panes().history->selectedCommit(), m_commit, longest);
        QVERIFY(!window->panes().docks.first()->isVisible());
        QVERIFY(!window->findChild<RecoveryCard *>() || !window->findChild<RecoveryCard *>()->isVisible());
        QVERIFY(OpenMark(m_work->settings()).left().isEmpty());
    }

    void whatRanGoesOn()
    {
        const QString gone = u"open/999999999-1/"_s; // no process has such a number
        m_work->settings().setValue(gone + u"path"_s, m_session);
        m_work->settings().setValue(gone + u"running"_s, true);
        const auto window = m_work->makeWindow();
        window->offerRecovery();
        const auto *card = window->findChild<RecoveryCard *>();
        QVERIFY(card != nullptr && card->resume()->isEnabled());
        card->resume()->click();
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QTRY_VERIFY_WITH_TIMEOUT(window->actions().stop->isEnabled(), longest);
        window->engine().stopNow();
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(*window), longest);
    }

    void aCleanEndLeavesNothingToAsk()
    {
        {
            const auto window = m_work->makeWindow();
            window->openSession(m_session);
            QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
            window->close();
        }
        const auto window = m_work->makeWindow();
        window->offerRecovery();
        QVERIFY(window->findChild<RecoveryCard *>() == nullptr);
    }

    void theAnswerIsRememberedForThatSession()
    {
        killAWindow();
        {
            const auto window = m_work->makeWindow();
            window->offerRecovery();
            const auto *card = window->findChild<RecoveryCard *>();
            QVERIFY(card != nullptr);
            card->always()->click();
            card->openPaused()->click();
            QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
            window->close();
        }
        killAWindow();
        const auto window = m_work->makeWindow();
        window->offerRecovery();
        QVERIFY(window->findChild<RecoveryCard *>() == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QCOMPARE(shown(*window).path, m_session);
    }

    void whatIsLeftIsNotAskedForAgain()
    {
        killAWindow();
        {
            const auto window = m_work->makeWindow();
            window->offerRecovery();
            const auto *card = window->findChild<RecoveryCard *>();
            QVERIFY(card != nullptr);
            card->leave()->click();
            QVERIFY(!isOpen(*window));
        }
        const auto window = m_work->makeWindow();
        window->offerRecovery();
        QVERIFY(window->findChild<RecoveryCard *>() == nullptr);
    }

private:
    /// Once its settings say that it has the session open, with a commit selected and a pane hidden.
    void killAWindow()
    {
        const QString file = m_work->settings().fileName();
        m_work->settings().sync();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QCoreApplication::applicationFilePath(),
                    {childWord, file, m_session, m_work->path(u"child"_s), QString::fromStdString(m_commit.hex())});
        QVERIFY(child.waitForStarted(longest));
        const QByteArray commit = m_commit.hex().c_str();
        const QByteArray pid = QByteArray::number(child.processId()) + "-";
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                QFile settings(file);
                const QByteArray text = settings.open(QIODevice::ReadOnly) ? settings.readAll() : QByteArray();
                return text.contains(pid) && text.contains(commit);
            }(),
            longest);
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished(longest));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        m_work->settings().sync();
    }

    std::unique_ptr<WindowCase> m_work;
    QString m_session;
    history::ObjectId m_commit;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (application.arguments().value(1) == childWord) {
        return useWindow(application.arguments());
    }
    RecoveryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
