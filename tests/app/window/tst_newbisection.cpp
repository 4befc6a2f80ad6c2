// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/startpage.h"
#include "app/wizard/newbisectiondialog.h"
#include "tests/app/window/windowcase.h"
#include "tests/app/window/wizardcase.h"
#include "widgets/historyview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::NewBisectionDialog;

class NewBisectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void givesBackTheSetupItWasFilledWith()
    {
        NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        const auto setup = dialog.setup();
        QVERIFY2(setup.has_value(), setup ? "" : setup.error().message.c_str());
        QCOMPARE(session::formatSetup(*setup), session::formatSetup(m_work.setup()));
        QVERIFY(*setup == m_work.setup());
    }

    void keepsHowRevisionsAreBuilt()
    {
        NewBisectionDialog dialog;
        session::Setup setup = m_work.setup();
        setup.kernel.recipe = {};
        setup.kernel.config = u"/some/.config"_s;
        setup.kernel.compiler = u"auto"_s;
        setup.kernel.toolchains = {{{u"v5.9"_s, {}}, u"gcc-10"_s}};
        setup.kernel.overrides = {{{}, {u"CONFIG_KCOV=n"_s}, u"does not link"_s}};
        setup.kernel.fixups = {{{}, {}, u"/some/fix.patch"_s, {}, {}}};
        dialog.setSetup(setup);
        const auto read = dialog.setup();
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QVERIFY(*read == setup);
    }

    void proposesAFreeFileNamedAfterTheRange()
    {
        const QDir folder(m_work.path(u"proposals"_s));
        QVERIFY(folder.mkpath(u"."_s));
        NewBisectionDialog dialog;
        dialog.setSessionsFolder(folder.path());
        QCOMPARE(dialog.sessionFile(), folder.filePath(u"bisection.culprit"_s));
        field(dialog, u"good"_s)->setText(u"v6.8"_s);
        field(dialog, u"bad"_s)->setText(u"v6.9-rc1"_s);
        QCOMPARE(dialog.sessionFile(), folder.filePath(u"v6.8-v6.9-rc1.culprit"_s));
        field(dialog, u"bad"_s)->setText(u"../net/next ~2"_s);
        QCOMPARE(dialog.sessionFile(), folder.filePath(u"v6.8-net-next-2.culprit"_s));
        field(dialog, u"bad"_s)->setText(u"1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b"_s);
        QCOMPARE(dialog.sessionFile(), folder.filePath(u"v6.8-1a2b3c4d5e6f.culprit"_s));

        QFile taken(folder.filePath(u"v6.8-v6.9.culprit"_s));
        QVERIFY(taken.open(QIODevice::WriteOnly));
        field(dialog, u"bad"_s)->setText(u"v6.9"_s);
        QCOMPARE(dialog.sessionFile(), folder.filePath(u"v6.8-v6.9-2.culprit"_s));

        // What the user named stays.
        field(dialog, u"session"_s)->setText(folder.filePath(u"mine.culprit"_s));
        field(dialog, u"bad"_s)->setText(u"v6.10"_s);
        QCOMPARE(dialog.sessionFile(), folder.filePath(u"mine.culprit"_s));
    }

    void startIsAllowedOnlyWhenAllIsRight()
    {
        NewBisectionDialog dialog;
        dialog.show();
        QVERIFY(!start(dialog)->isEnabled());
        QVERIFY2(check(dialog).contains(u"Repository"_s), qPrintable(check(dialog)));
        QCOMPARE(start(dialog)->toolTip(), check(dialog));

        dialog.setSetup(m_work.setup());
        field(dialog, u"session"_s)->setText(m_work.path(u"new.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);
        QVERIFY2(check(dialog).contains(u"candidates"_s), qPrintable(check(dialog)));

        field(dialog, u"good"_s)->setText(u"v7.7"_s);
        QVERIFY(!start(dialog)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(check(dialog).contains(u"v7.7"_s), longest);
        QVERIFY(!start(dialog)->isEnabled());

        field(dialog, u"good"_s)->clear();
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);
        QVERIFY2(check(dialog).contains(u"until one is good"_s), qPrintable(check(dialog)));

        field(dialog, u"good"_s)->setText(m_work.setup().kernel.good.join(u' '));
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled() && check(dialog).contains(u"candidates"_s), longest);
        field(dialog, u"timeout"_s)->setText(u"soon"_s);
        QTRY_VERIFY_WITH_TIMEOUT(check(dialog).contains(u"Run time must be"_s), longest);
        QVERIFY(!start(dialog)->isEnabled());
        field(dialog, u"timeout"_s)->setText(u"10s"_s);
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);

        field(dialog, u"repo"_s)->setText(m_work.path(u"nowhere"_s));
        QTRY_VERIFY_WITH_TIMEOUT(check(dialog).contains(u"nowhere"_s), longest);
        QVERIFY(!start(dialog)->isEnabled());
    }

    /// As `culprit demo --headless` drives it.
    void theWindowShowsWhatItsEngineIsToldToOpen()
    {
        const auto window = m_work.makeWindow();
        window->show();
        auto *start = window->findChild<app::StartPage *>();
        QVERIFY(start && start->isVisible());
        window->engine().create(m_work.setup(), m_work.path(u"driven.culprit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        QTRY_VERIFY_WITH_TIMEOUT(window->panes().history->isVisible(), longest);
        QVERIFY(!start->isVisible());
    }

    void neverWritesOverASession()
    {
        NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        QFile there(m_work.path(u"there.culprit"_s));
        QVERIFY(there.open(QIODevice::WriteOnly));
        field(dialog, u"session"_s)->setText(there.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(check(dialog).contains(u"exists"_s), longest);
        QVERIFY(!start(dialog)->isEnabled());
    }

    void narrowsTheRange()
    {
        NewBisectionDialog dialog;
        session::Setup wanted = m_work.setup();
        wanted.kernel.good = {u"v1"_s, u"1a2b3c4d5e6f (\"fs: two words (and a paren)\")"_s};
        wanted.kernel.paths = {u"fs"_s, u"mm/slub.c"_s};
        wanted.kernel.firstParent = true;
        dialog.setSetup(wanted);
        QCOMPARE(field(dialog, u"paths"_s)->text(), u"fs mm/slub.c"_s);
        const auto read = dialog.setup();
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QVERIFY2(*read == wanted, session::formatSetup(*read).constData());
        // For a fix it is left out, and the fields say why.
        wanted.kernel.find = session::Find::Fix;
        dialog.setSetup(wanted);
        QVERIFY(!field(dialog, u"paths"_s)->isEnabled());
        QVERIFY(field(dialog, u"paths"_s)->toolTip().contains(u"introduced"_s));
        QVERIFY(dialog.setup().has_value() && dialog.setup()->kernel.paths.isEmpty());
    }

    void choosesTheSearch()
    {
        NewBisectionDialog dialog;
        session::Setup wanted = m_work.setup();
        wanted.search.strategy = session::Strategy::Bayes;
        wanted.search.confidencePermille = 955;
        dialog.setSetup(wanted);
        auto *strategy = dialog.findChild<QComboBox *>(u"strategy"_s);
        auto *confidence = dialog.findChild<QDoubleSpinBox *>(u"confidence"_s);
        auto *runs = dialog.findChild<QSpinBox *>(u"runs"_s);
        QVERIFY(strategy && confidence && runs);
        QVERIFY(confidence->isEnabled() && !runs->isEnabled());
        QVERIFY(runs->toolTip().contains(u"search by probability"_s));
        QCOMPARE(runs->accessibleDescription(), u"as many as tell something"_s);
        confidence->setValue(97.5);
        wanted.search.confidencePermille = 975;
        QVERIFY(dialog.setup().has_value() && *dialog.setup() == wanted);

        strategy->setCurrentIndex(strategy->findData(u"halving"_s));
        QVERIFY(!confidence->isEnabled() && runs->isEnabled());
        runs->setValue(7);
        const auto halving = dialog.setup();
        QVERIFY2(halving.has_value(), halving ? "" : halving.error().message.c_str());
        QCOMPARE(halving->search.strategy, session::Strategy::Halving);
        QCOMPARE(halving->test.runs, 7);
        dialog.setSetup(*halving);
        QVERIFY(*dialog.setup() == *halving);
    }

    void everyKeyHasAField()
    {
        session::Setup wanted = linuxSetup();
        wanted.kernel.terms = {.older = u"fast"_s, .newer = u"slow"_s};
        wanted.kernel.fragments = {u"/src/kasan.config"_s, u"/src/more.config"_s};
        wanted.kernel.required = {u"CONFIG_KASAN"_s, u"CONFIG_IO_URING"_s};
        wanted.kernel.buildTimeout = std::chrono::minutes(7);
        wanted.kernel.compiler = u"auto"_s;
        wanted.kernel.toolchains = {{{u"v5.9"_s, {}}, u"gcc-12"_s}, {{{}, u"v5.9"_s}, u"x86_64-linux-gcc"_s}};
        wanted.kernel.overrides = {{{{}, u"v5.4"_s}, {u"CONFIG_KCOV=n"_s, u"CONFIG_CMDLINE=\"a b\""_s}, u"old"_s}};
        wanted.kernel.fixups = {{{{}, u"v5.4"_s}, u"0123456789ab"_s, {}, u"ba9876543210"_s, {}},
                                {{u"v5.1"_s, {}}, {}, u"/src/fix.patch"_s, {}, u"hangs"_s}};
        wanted.test.title = u"KASAN: use-after-free Read in f"_s;
        wanted.test.timeout = std::chrono::seconds(90);
        wanted.test.noOutput = std::chrono::seconds(91);
        wanted.test.bootTimeout = std::chrono::minutes(3);
        wanted.test.repeat = false;
        wanted.test.seed = 7;
        wanted.test.bits = 32;
        wanted.machine.count = 3;
        wanted.machine.cpus = 4;
        wanted.machine.memoryMB = 3000;
        wanted.machine.accel = u"tcg"_s;
        wanted.machine.append = u"slub_debug=FZ"_s;
        wanted.machine.memoryDumps = 2;
        wanted.machine.snapshot = true;
        wanted.search.timeLimit = std::chrono::hours(8);
        wanted.search.runLimit = 500;
        wanted.search.buildLimit = 40;
        wanted.search.revert = false;
        wanted.search.weighed = false;
        wanted.search.confidencePermille = 955;
        NewBisectionDialog dialog;
        QVERIFY(dialog.findChild<QCheckBox *>(u"revert"_s)->isChecked());
        dialog.setSetup(wanted);
        QCOMPARE(session::formatSetup(dialog.setup().value()), session::formatSetup(wanted));
        QVERIFY(dialog.setup() == wanted);
        // It is the fields that say so, and not what they were filled with.
        for (auto *edit : dialog.findChildren<QLineEdit *>()) {
            if (edit->objectName() == u"seed" || edit->objectName() == u"append") {
                edit->setText(u"8"_s);
            }
        }
        for (const auto &[name, value] : {std::pair(u"run_limit"_s, 501), std::pair(u"memory_dumps"_s, 3)}) {
            dialog.findChild<QSpinBox *>(name)->setValue(value);
        }
        wanted.test.seed = 8;
        wanted.machine.append = u"8"_s;
        wanted.search.runLimit = 501;
        wanted.machine.memoryDumps = 3;
        QCOMPARE(session::formatSetup(dialog.setup().value()), session::formatSetup(wanted));
    }

    void choosesTheGuest()
    {
        session::Setup wanted = linuxSetup();
        NewBisectionDialog dialog;
        dialog.setSetup(wanted);
        dialog.show();
        goToPage(dialog, 2);
        auto *guest = dialog.findChild<QComboBox *>(u"guest"_s);
        QVERIFY(guest && !field(dialog, u"disk"_s)->isVisible());
        guest->setCurrentIndex(guest->findData(u"snapshot"_s));
        wanted.machine.snapshot = true;
        QVERIFY(dialog.setup().has_value() && *dialog.setup() == wanted);

        guest->setCurrentIndex(guest->findData(u"image"_s));
        QVERIFY(field(dialog, u"disk"_s)->isVisible());
        QVERIFY(!dialog.setup().has_value()); // no disk yet
        QVERIFY(field(dialog, u"disk"_s)->accessibleDescription().contains(u"missing"_s));
        QVERIFY(field(dialog, u"ssh_key"_s)->accessibleDescription().contains(u"missing"_s));
        field(dialog, u"disk"_s)->setText(u"/images/trixie.img"_s);
        field(dialog, u"ssh_key"_s)->setText(u"/keys/id"_s);
        wanted.machine.snapshot = false;
        wanted.machine.disk = u"/images/trixie.img"_s;
        wanted.machine.sshKey = u"/keys/id"_s;
        QVERIFY(dialog.setup().has_value() && *dialog.setup() == wanted);
        dialog.setSetup(wanted);
        QVERIFY(*dialog.setup() == wanted);
    }

    void asksForSyzkallerWhereItIsNeeded()
    {
        session::Setup wanted = linuxSetup();
        NewBisectionDialog dialog;
        dialog.setSetup(wanted);
        dialog.show();
        goToPage(dialog, 3);
        QVERIFY(!field(dialog, u"syzkaller"_s)->isVisible());
        field(dialog, u"reproducer"_s)->setText(u"/bugs/repro.syz"_s);
        QVERIFY(field(dialog, u"syzkaller"_s)->isVisible());
        QVERIFY(!dialog.setup().has_value());
        field(dialog, u"syzkaller"_s)->setText(u"/src/syzkaller"_s);
        wanted.test.reproducer = u"/bugs/repro.syz"_s;
        wanted.test.syzkaller = u"/src/syzkaller"_s;
        QVERIFY(dialog.setup().has_value() && *dialog.setup() == wanted);
        field(dialog, u"reproducer"_s)->setText(u"/bugs/repro.c"_s);
        QVERIFY(dialog.setup().has_value() && dialog.setup()->test.syzkaller.isEmpty());
    }

    void offersConfigsToWhoHasNone()
    {
        NewBisectionDialog dialog;
        session::Setup wanted = m_work.setup();
        wanted.kernel.recipe = {};
        dialog.setSetup(wanted);
        goToPage(dialog, 1);
        QVERIFY(field(dialog, u"config"_s)->accessibleDescription().contains(u"may lack what guests need"_s));
        QMenu *starts = nullptr;
        for (auto *button : dialog.findChildren<QToolButton *>()) {
            starts = button->menu() != nullptr ? button->menu() : starts;
        }
        QVERIFY(starts != nullptr && starts->actions().size() == 2);
        for (const QString &word : session::startConfigs()) {
            const auto actions = starts->actions();
            const auto action =
                std::ranges::find_if(actions, [&](const QAction *a) { return a->text().contains(word); });
            QVERIFY(action != actions.end());
            (*action)->trigger();
            QCOMPARE(field(dialog, u"config"_s)->text(), word);
            const auto setup = dialog.setup();
            QVERIFY2(setup.has_value(), setup ? "" : setup.error().message.c_str());
            QCOMPARE(setup->kernel.config, word);
            QVERIFY(setup->kernel.makesConfig());
            QVERIFY(field(dialog, u"config"_s)->accessibleDescription().isEmpty());
        }
        field(dialog, u"config"_s)->setText(u"./defconfig"_s);
        QCOMPARE(dialog.setup()->kernel.config, QDir::home().filePath(u"defconfig"_s));
    }

private:
    WindowCase m_work;
};

QTEST_MAIN(NewBisectionTest)
#include "tst_newbisection.moc"
