// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the pages of the "New bisection" dialog do beside taking values: check, offer, explain, show commands.
#include "app/wizard/newbisectiondialog.h"
#include "tests/app/window/windowcase.h"
#include "tests/app/window/wizardcase.h"
#include "tests/support/scratchrepository.h"
#include "widgets/codeedit.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;
using app::NewBisectionDialog;

namespace
{

/// Runs a text as a person who pastes it; its output.
QString pasted(const QString &text, const QString &folder)
{
    QProcess shell;
    shell.setWorkingDirectory(folder);
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(u"sh"_s, {u"-e"_s, u"-c"_s, text});
    if (!shell.waitForFinished(longest) || shell.exitCode() != 0) {
        return u"failed: "_s + QString::fromUtf8(shell.readAll());
    }
    return QString::fromUtf8(shell.readAll());
}

QChar mnemonicOf(const QString &text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    return key.isEmpty() ? QChar() : key.toString().back();
}

/// Texts with a mnemonic that can be seen now.
QStringList captionsOf(const NewBisectionDialog &dialog)
{
    QStringList captions;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy() != nullptr) {
            captions << label->text();
        }
    }
    for (const auto *button : dialog.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty()) {
            captions << button->text();
        }
    }
    for (const auto *tabs : dialog.findChildren<QTabBar *>()) {
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
            captions << tabs->tabText(tab);
        }
    }
    return captions;
}

void chooseWord(const NewBisectionDialog &dialog, const QString &name, const QString &word)
{
    auto *choice = dialog.findChild<QComboBox *>(name);
    choice->setCurrentIndex(choice->findData(word));
}

} // namespace

class WizardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnOurWarnings(); }

    void aProblemStandsAtItsPageAndField()
    {
        NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        dialog.setSessionFile(m_work.path(u"new.culprit"_s));
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);
        const QListWidget *pages = pageList(dialog);
        QCOMPARE(pages->count(), 6);
        for (int page = 0; page < pages->count(); ++page) {
            QCOMPARE(pages->item(page)->toolTip(), u"nothing is wrong here"_s);
        }
        field(dialog, u"no_output"_s)->setText(u"long"_s);
        field(dialog, u"memory"_s)->setText(u"much"_s);
        QVERIFY(!start(dialog)->isEnabled());
        QCOMPARE(start(dialog)->toolTip(), check(dialog));
        QVERIFY2(check(dialog).startsWith(u"Boot — Memory each must be a size"_s), qPrintable(check(dialog)));
        QVERIFY(pages->item(2)->toolTip().contains(u"Memory each must be"_s));
        QVERIFY(pages->item(3)->toolTip().contains(u"Silence must be a time"_s));
        QCOMPARE(pages->item(4)->toolTip(), u"nothing is wrong here"_s);
        QVERIFY(pages->item(3)->data(Qt::AccessibleTextRole).toString().contains(u"Silence"_s));
        QVERIFY(field(dialog, u"no_output"_s)->accessibleDescription().contains(u"must be a time"_s));
        // One click leads there.
        dialog.findChild<QToolButton *>(u"goThere"_s)->click();
        QCOMPARE(pages->currentRow(), 2);
        QCOMPARE(dialog.focusWidget(), field(dialog, u"memory"_s));
        field(dialog, u"memory"_s)->setText(u"64M"_s);
        field(dialog, u"no_output"_s)->setText(u"10s"_s);
        QVERIFY(start(dialog)->isEnabled()); // the range is known
    }

    void endsInTheWrongOrderAreSwapped()
    {
        NewBisectionDialog dialog;
        session::Setup inverted = m_work.setup();
        std::swap(inverted.kernel.bad, inverted.kernel.good.front());
        dialog.setSetup(inverted);
        dialog.setSessionFile(m_work.path(u"new.culprit"_s));
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, u"swap"_s)->isVisible(), longest);
        QVERIFY2(check(dialog).contains(u"newer than the bad one"_s), qPrintable(check(dialog)));
        QVERIFY(!start(dialog)->isEnabled());
        button(dialog, u"swap"_s)->click();
        QCOMPARE(field(dialog, u"bad"_s)->text(), m_work.setup().kernel.bad);
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);
        QVERIFY(!button(dialog, u"swap"_s)->isVisible());
    }

    void endsOfAFixAreTakenForOne()
    {
        NewBisectionDialog dialog;
        session::Setup inverted = m_work.setup();
        std::swap(inverted.kernel.bad, inverted.kernel.good.front());
        dialog.setSetup(inverted);
        dialog.setSessionFile(m_work.path(u"new.culprit"_s));
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, u"other"_s)->isVisible(), longest);
        button(dialog, u"other"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);
        inverted.kernel.find = session::Find::Fix;
        QVERIFY(dialog.setup() == inverted);
        QVERIFY(commands(dialog).contains(u"--term-old=broken --term-new=fixed"_s));
        // And back: a fix cannot lie between a newer bad and an older good revision.
        std::swap(inverted.kernel.bad, inverted.kernel.good.front());
        dialog.setSetup(inverted);
        QTRY_VERIFY_WITH_TIMEOUT(button(dialog, u"other"_s)->isVisible(), longest);
        button(dialog, u"other"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(start(dialog)->isEnabled(), longest);
        QCOMPARE(dialog.setup()->kernel.find, session::Find::Cause);
    }

    void aGoodEndOnASideBranchIsExplained()
    {
        test::ScratchRepository scratch;
        test::ScratchCommit fork;
        fork.message = "the fork";
        scratch.add(fork);
        scratch.addOn({0});
        scratch.addOn({0});
        scratch.write();
        scratch.tag(u"v1-stable"_s, 1);
        NewBisectionDialog dialog;
        session::Setup setup = m_work.setup();
        setup.kernel.repo = scratch.path();
        setup.kernel.bad = u"main"_s;
        setup.kernel.good = {u"v1-stable"_s};
        dialog.setSetup(setup);
        const auto *size = dialog.findChild<QLabel *>(u"size"_s);
        QTRY_VERIFY_WITH_TIMEOUT(size->text().contains(u"the fork"_s), longest);
        QVERIFY2(size->text().contains(u"not an ancestor"_s), qPrintable(size->text()));
        QVERIFY(size->text().contains(u"1 candidate"_s));
        // What was typed is a name; which commit that is stands below it.
        QVERIFY(
            field(dialog, u"bad"_s)->accessibleDescription().contains(QString::fromLatin1(scratch.hash(2).first(12))));
    }

    void revisionsAreCompleted()
    {
        NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        QLineEdit *good = field(dialog, u"good"_s);
        QCompleter *completer = good->completer();
        QTRY_VERIFY_WITH_TIMEOUT(completer->model()->rowCount() > 3, longest);
        QStringList names;
        for (int row = 0; row < completer->model()->rowCount(); ++row) {
            names << completer->model()->index(row, 0).data().toString();
        }
        QVERIFY(names.indexOf(m_work.demo().history.bad) >= 0);
        QVERIFY(names.indexOf(m_work.demo().history.bad) < names.indexOf(m_work.demo().history.good)); // newest first
        // The second of two is completed by itself and keeps the first.
        good->setText(u"v0 "_s + m_work.demo().history.good.first(3));
        completer->setCompletionPrefix(good->text());
        QVERIFY(completer->completionCount() > 0);
        QVERIFY2(completer->currentCompletion().startsWith(u"v0 v"_s), qPrintable(completer->currentCompletion()));
    }

    void theRangeIsAGitBisectThatWorks()
    {
        const QTemporaryDir folder;
        const QString clone = folder.filePath(u"a clone"_s);
        pasted(u"git clone -q '%1' '%2'"_s.arg(m_work.setup().kernel.repo, clone), folder.path());
        NewBisectionDialog dialog;
        session::Setup setup = m_work.setup();
        setup.kernel.repo = clone;
        setup.kernel.firstParent = true;
        dialog.setSetup(setup);
        QVERIFY2(commands(dialog).contains(u"git bisect start --first-parent"_s), qPrintable(commands(dialog)));
        const QString log = pasted(commands(dialog) + u"git bisect log\n"_s, folder.path());
        QVERIFY2(!log.startsWith(u"failed"_s), qPrintable(log));
        QVERIFY(log.contains(
            u"git bisect start '--first-parent' '%1' '%2'"_s.arg(setup.kernel.bad, setup.kernel.good.front())));
        field(dialog, u"bad"_s)->setText(u"v9"_s);
        QVERIFY(commands(dialog).contains(u" v9 "_s));
        field(dialog, u"terms"_s)->setText(u"fast slow"_s);
        QVERIFY(commands(dialog).contains(u"--term-old=fast --term-new=slow"_s));
        QVERIFY((dialog.setup()->kernel.terms == session::Terms{.older = u"fast"_s, .newer = u"slow"_s}));
        goToPage(dialog, 4);
        QVERIFY2(commands(dialog).contains(u"git bisect slow"_s), qPrintable(commands(dialog)));
        field(dialog, u"terms"_s)->setText(u"fast"_s);
        QVERIFY2(field(dialog, u"terms"_s)->accessibleDescription().contains(u"two words"_s),
                 qPrintable(field(dialog, u"terms"_s)->accessibleDescription()));
    }

    void theBuildIsAMakeThatWorks()
    {
        const QTemporaryDir folder;
        NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        goToPage(dialog, 1);
        const QString output = pasted(commands(dialog), folder.path());
        QVERIFY2(!output.startsWith(u"failed"_s), qPrintable(output));
        QVERIFY(QFile::exists(folder.filePath(u"objects/kernel.elf"_s)));
        goToPage(dialog, 2);
        QVERIFY2(commands(dialog).contains(u"kernel=objects/kernel.elf\n"_s), qPrintable(commands(dialog)));
    }

    void everyPageShowsItsCommands()
    {
        NewBisectionDialog dialog;
        session::Setup setup = linuxSetup();
        setup.machine.append = u"slub_debug=FZ"_s;
        dialog.setSetup(setup);
        goToPage(dialog, 1);
        QVERIFY2(commands(dialog).contains(u"make -C . O=../objects"_s), qPrintable(commands(dialog)));
        QVERIFY(commands(dialog).contains(u"cp /src/config objects/.config"_s));
        goToPage(dialog, 2);
        QVERIFY2(commands(dialog).contains(u"-smp 2 \\\n    -m 2048"_s), qPrintable(commands(dialog)));
        QVERIFY(commands(dialog).contains(u"slub_debug=FZ'"_s));
        field(dialog, u"memory"_s)->setText(u"3G"_s);
        QVERIFY(commands(dialog).contains(u"-m 3072"_s));
        goToPage(dialog, 3);
        QVERIFY2(commands(dialog).contains(u"gcc -O2 -static -pthread -o ./repro /src/repro.c"_s),
                 qPrintable(commands(dialog)));
        QVERIFY(commands(dialog).contains(u"timeout 300 sh -c"_s));
        goToPage(dialog, 4);
        QVERIFY2(commands(dialog).contains(u"99 %"_s), qPrintable(commands(dialog)));
        goToPage(dialog, 5);
        QVERIFY(commands(dialog).contains(u"culprit run setup.toml --session "_s));
        const auto *toml = dialog.findChild<widgets::CodeEdit *>(u"toml"_s);
        QCOMPARE(toml->utf8(), session::formatSetup(*dialog.setup()));
        const auto *values = dialog.findChild<widgets::CodeEdit *>(u"values"_s);
        QVERIFY(values->utf8().contains("3G") && values->utf8().contains("/src/repro.c"));
        static const QRegularExpression caption(u"^  [^:]+: +"_s);
        QSet<qsizetype> columns;
        for (const QString &line : QString::fromUtf8(values->utf8()).split(u'\n')) {
            if (const auto match = caption.match(line); match.hasMatch()) {
                columns.insert(match.capturedLength());
            }
        }
        QCOMPARE(columns.size(), 1);
    }

    void aSentenceMovesNoField()
    {
        NewBisectionDialog dialog;
        dialog.show();
        goToPage(dialog, 2);
        QLineEdit *memory = field(dialog, u"memory"_s);
        const QLineEdit *below = field(dialog, u"append"_s);
        const auto place = [&] {
            QCoreApplication::processEvents();
            return below->mapTo(&dialog, QPoint());
        };
        QVERIFY(memory->accessibleDescription().isEmpty());
        const QPoint before = place();
        memory->setText(u"plenty"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!memory->accessibleDescription().isEmpty(), longest);
        QVERIFY(below->isVisible());
        QCOMPARE(place(), before);
    }

    void aTitleComesFromAPastedReport()
    {
        NewBisectionDialog dialog;
        QGuiApplication::clipboard()->setText(
            u"[    3.1] BUG: KASAN: slab-use-after-free in foo_bar+0x12/0x34\n[    3.2] Read of size 8 at addr 1\n"_s);
        button(dialog, u"paste"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(field(dialog, u"title"_s)->text().startsWith(u"KASAN: slab-use-after-free"_s),
                                 longest);
        field(dialog, u"title"_s)->clear();
        QGuiApplication::clipboard()->setText(u"nothing here"_s);
        button(dialog, u"paste"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            field(dialog, u"title"_s)->accessibleDescription().contains(u"holds no crash report"_s), longest);
    }

    void rowsAreTypedIntoATable()
    {
        NewBisectionDialog dialog;
        dialog.setSetup(linuxSetup());
        dialog.show();
        goToPage(dialog, 1);
        QTableWidget *table = nullptr;
        for (auto *candidate : dialog.findChildren<QTableWidget *>()) {
            table = candidate->isVisible() ? candidate : table;
        }
        QPushButton *add = nullptr;
        QPushButton *remove = nullptr;
        for (auto *button : table->parentWidget()->findChildren<QPushButton *>()) {
            (button->text().contains(u"Add"_s) ? add : remove) = button;
        }
        QVERIFY(add != nullptr && remove != nullptr && !remove->isEnabled());
        QVERIFY(!remove->toolTip().isEmpty());
        add->click();
        QCOMPARE(table->rowCount(), 1);
        table->item(0, 2)->setText(u"gcc-12"_s);
        QVERIFY2(check(dialog).contains(u"auto"_s), qPrintable(check(dialog))); // the compiler has to be
        dialog.findChild<QComboBox *>(u"compiler"_s)->setCurrentText(u"auto"_s);
        QCOMPARE(dialog.setup()->kernel.toolchains, (QList<session::ToolchainSetup>{{{}, u"gcc-12"_s}}));
        remove->click();
        QVERIFY(dialog.setup()->kernel.toolchains.isEmpty());
    }

    void startIsOneStepAndPausedAnother_data()
    {
        QTest::addColumn<QString>("pressed");
        QTest::addColumn<bool>("runs");
        QTest::newRow("start") << u"start"_s << true;
        QTest::newRow("start paused") << u"startPaused"_s << false;
    }

    void startIsOneStepAndPausedAnother()
    {
        QFETCH(const QString, pressed);
        QFETCH(const bool, runs);
        const auto window = m_work.makeWindow();
        QTimer::singleShot(0, window.get(), [&] {
            auto *dialog = qobject_cast<NewBisectionDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->setSetup(m_work.setup());
            dialog->setSessionFile(m_work.path(pressed + u".culprit"_s));
            QTRY_VERIFY_WITH_TIMEOUT(start(*dialog)->isEnabled(), longest);
            button(*dialog, pressed)->click();
        });
        window->actions().newBisection->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), longest);
        if (runs) {
            QTRY_VERIFY2_WITH_TIMEOUT(shown(*window).state->engine.has_value(), qPrintable(window->message()->text()),
                                      longest);
            window->engine().stopNow();
            QTRY_VERIFY_WITH_TIMEOUT(isAtRest(*window), longest);
        } else {
            QVERIFY(isAtRest(*window));
            QVERIFY(!shown(*window).state->engine.has_value());
        }
    }

    void aTemplateIsSavedAndLoaded()
    {
        const QString path = m_work.path(u"template.toml"_s);
        const auto answerWith = [&path](QDialog *asking) {
            QTimer::singleShot(0, asking, [&path] {
                auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
                QVERIFY(files != nullptr);
                files->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
                static_cast<QDialog *>(files)->accept();
            });
        };
        NewBisectionDialog first;
        first.setSetup(m_work.setup());
        answerWith(&first);
        button(first, u"save"_s)->click();
        QVERIFY2(check(first).contains(path), qPrintable(check(first)));
        QVERIFY(session::readSetup(path).value() == m_work.setup());
        NewBisectionDialog second;
        answerWith(&second);
        button(second, u"load"_s)->click();
        QVERIFY(second.setup() == m_work.setup());
    }

    void theOutlookNamesTimeAndDisk()
    {
        NewBisectionDialog dialog;
        dialog.setSetup(m_work.setup());
        dialog.setSurroundings(m_work.places(), {});
        goToPage(dialog, 5);
        const auto text = [&dialog](const QString &name) {
            for (const auto *label : dialog.findChildren<QLabel *>()) {
                if (label->accessibleName() == name) {
                    return label->text();
                }
            }
            return QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(text(u"Disk"_s).contains(m_work.places().cache), longest);
        QVERIFY2(text(u"Time"_s).contains(u"no earlier session"_s), qPrintable(text(u"Time"_s)));
    }

    void mnemonicsAreUniqueOnEachPage()
    {
        NewBisectionDialog dialog;
        dialog.show();
        for (const auto &[recipe, guest, find] :
             {std::tuple(u"linux"_s, u"boot"_s, u"cause"_s), std::tuple(u"custom"_s, u"image"_s, u"fix"_s)}) {
            dialog.setSetup(m_work.setup());
            chooseWord(dialog, u"recipe"_s, recipe);
            chooseWord(dialog, u"guest"_s, guest);
            chooseWord(dialog, u"find"_s, find);
            for (int page = 0; page < 6; ++page) {
                goToPage(dialog, page);
                for (auto *offer : {button(dialog, u"swap"_s)->parentWidget()}) {
                    offer->show();
                }
                QMap<QChar, QString> taken;
                for (const QString &caption : captionsOf(dialog)) {
                    const QChar key = mnemonicOf(caption);
                    if (key.isNull()) {
                        QVERIFY2(caption == u"Cancel" || caption == u"Help" || caption == u"Show" || caption == u"…",
                                 qPrintable(caption));
                        continue;
                    }
                    QVERIFY2(!taken.contains(key),
                             qPrintable(u"page %1: %2 and %3"_s.arg(page + 1).arg(caption, taken[key])));
                    taken[key] = caption;
                }
                QVERIFY(taken.size() > 5);
            }
        }
    }

    void everyFieldHasANameAndATip()
    {
        NewBisectionDialog dialog;
        for (const auto *widget : dialog.findChildren<QWidget *>()) {
            const bool isField = qobject_cast<const QLineEdit *>(widget) != nullptr ||
                                 qobject_cast<const QComboBox *>(widget) != nullptr ||
                                 qobject_cast<const QAbstractSpinBox *>(widget) != nullptr ||
                                 qobject_cast<const QAbstractButton *>(widget) != nullptr;
            const bool isPart = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr ||
                                qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr ||
                                widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QTableCornerButton") ||
                                widget->parentWidget()->inherits("QTabBar");
            if (!isField || isPart) {
                continue;
            }
            const auto *press = qobject_cast<const QAbstractButton *>(widget);
            const bool isCancel = press != nullptr && press->text() == u"Cancel";
            const QString name =
                widget->accessibleName().isEmpty() && press != nullptr ? press->text() : widget->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(isCancel || !widget->toolTip().isEmpty(), qPrintable(name));
        }
    }

    void fitsASmallScreen_data()
    {
        QTest::addColumn<double>("factor");
        QTest::newRow("usual font") << 1.0;
        QTest::newRow("large font") << 1.5;
    }

    void fitsASmallScreen()
    {
        QFETCH(const double, factor);
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * factor);
        QApplication::setFont(large);
        {
            NewBisectionDialog dialog;
            dialog.setSetup(m_work.setup());
            dialog.resize(1280, 720);
            dialog.show();
            for (int page = 0; page < 6; ++page) {
                goToPage(dialog, page);
                QCoreApplication::processEvents();
                QVERIFY2(dialog.width() <= 1280 && dialog.height() <= 720,
                         qPrintable(u"page %1: %2 x %3"_s.arg(page + 1).arg(dialog.width()).arg(dialog.height())));
                QVERIFY(dialog.rect().contains(start(dialog)->geometry().translated(
                    start(dialog)->mapTo(&dialog, QPoint()) - start(dialog)->pos())));
            }
        }
        QApplication::setFont(usual);
    }

private:
    WindowCase m_work;
};

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
