// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/patience.h"
#include "widgets/codeedit.h"
#include "widgets/theme.h"

#include <KSyntaxHighlighting/Repository>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace culprit::widgets;
using culprit::tests::patience;

namespace
{

QByteArray manyLines(int count)
{
    QByteArray text;
    for (int line = 0; line < count; ++line) {
        text += "+line " + QByteArray::number(line) + '\n';
    }
    return text;
}

long colorAt(const CodeEdit &edit, int line)
{
    const long start = edit.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, line);
    const long style = edit.SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, start);
    return edit.SendScintilla(QsciScintillaBase::SCI_STYLEGETFORE, style);
}

int styleAt(const CodeEdit &edit, int line)
{
    const long start = edit.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, line);
    return static_cast<int>(edit.SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, start));
}

} // namespace

class TestCodeEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void appendsWithoutMovingTheView()
    {
        CodeEdit edit;
        edit.resize(400, 200);
        edit.show();
        edit.showUtf8(manyLines(500));
        edit.goToLine(100);
        const long top = edit.SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE);
        edit.appendUtf8("more\n");
        QCOMPARE(edit.SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE), top);
        QVERIFY(!edit.isAtEnd());
        edit.scrollToEnd();
        QVERIFY(edit.isAtEnd());
        QCOMPARE(edit.lineUtf8(500), QByteArray("more"));
        QCOMPARE(edit.lineUtf8(9999), QByteArray());
        QCOMPARE(edit.lineUtf8(edit.lines() - 1), QByteArray()); // after the last line break
    }

    void dropsLinesAtTheStart()
    {
        CodeEdit edit;
        edit.resize(400, 200);
        edit.show();
        edit.showUtf8(manyLines(500));
        edit.goToLine(200);
        const long top = edit.SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE);
        edit.dropFirstLines(50);
        QCOMPARE(edit.lineUtf8(0), QByteArray("+line 50"));
        QCOMPARE(edit.SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE), top - 50);
    }

    void typingChangesNothingAndIsLeftToTheParent()
    {
        QWidget parent;
        CodeEdit edit(&parent);
        edit.showUtf8("abc");
        QKeyEvent letter(QEvent::KeyPress, Qt::Key_G, Qt::NoModifier, QStringLiteral("g"));
        QCoreApplication::sendEvent(&edit, &letter);
        QVERIFY(!letter.isAccepted());
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(edit.utf8(), QByteArray("abc"));
    }

    void findsForwardsBackwardsAndAround()
    {
        CodeEdit edit;
        edit.showUtf8("one Two\nthree two\n");
        QVERIFY(edit.findText(QStringLiteral("two"), CodeEdit::Forward));
        QCOMPARE(edit.selectedText(), QStringLiteral("Two"));
        QVERIFY(edit.findText(QStringLiteral("two"), CodeEdit::Forward));
        QCOMPARE(edit.selectedText(), QStringLiteral("two"));
        QVERIFY(edit.findText(QStringLiteral("two"), CodeEdit::Forward));
        QCOMPARE(edit.selectedText(), QStringLiteral("Two"));
        QVERIFY(edit.findText(QStringLiteral("two"), CodeEdit::Backward));
        QCOMPARE(edit.selectedText(), QStringLiteral("two"));
        QVERIFY(!edit.findText(QStringLiteral("TWO"), CodeEdit::CaseSensitive));
        QCOMPARE(edit.markMatches(QStringLiteral("two"), {}), 2);
        QCOMPARE(edit.markMatches(QStringLiteral("two"), CodeEdit::CaseSensitive), 1);
        QCOMPARE(edit.markMatches(QString(), {}), 0);
    }

    void colorsWhatIsSeenAndFollowsTheTheme()
    {
        applyTheme(*qApp, Theme::Light);
        KSyntaxHighlighting::Repository repository;
        CodeEdit edit;
        edit.setSyntax(repository, QStringLiteral("Diff"));
        edit.resize(500, 200);
        edit.show();
        edit.showUtf8("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-gr\xc3\xbc\xc3\x9f\x65\n+greetings\n context\n" +
                      manyLines(3000));
        QVERIFY(QTest::qWaitForWindowExposed(&edit, patience));
        edit.grab();
        QVERIFY(colorAt(edit, 3) != colorAt(edit, 4));
        QVERIFY(colorAt(edit, 4) != colorAt(edit, 5));
        QCOMPARE(styleAt(edit, 2500), 0);
        edit.goToLine(2500);
        edit.grab();
        QCOMPARE(styleAt(edit, 2500), styleAt(edit, 4));
        QCOMPARE(styleAt(edit, 1500), 0);
        edit.goToLine(1500);
        edit.grab();
        QCOMPARE(styleAt(edit, 1500), styleAt(edit, 4));

        const long light = colorAt(edit, 4);
        applyTheme(*qApp, Theme::Dark);
        QCoreApplication::processEvents();
        edit.grab();
        QVERIFY(colorAt(edit, 4) != light);
        applyTheme(*qApp, Theme::Light);
    }

    void hostileBytesAreShown()
    {
        KSyntaxHighlighting::Repository repository;
        CodeEdit edit;
        edit.setSyntax(repository, QStringLiteral("Diff"));
        edit.resize(500, 200);
        QByteArray bytes("+\xff\xfe\x1b[31m\x00 end\n+", 16);
        bytes += QByteArray(100'000, 'x');
        edit.showUtf8(bytes);
        edit.grab();
        QCOMPARE(edit.utf8(), bytes);
    }
};

QTEST_MAIN(TestCodeEdit)
#include "tst_codeedit.moc"
