// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QTest>

namespace
{

/// Keeps which format each piece of a line gets.
class Recorder final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QString formatOf(const QString &line, const QString &piece)
    {
        m_names = QStringList(line.size(), QString());
        m_state = highlightLine(line, m_state);
        const qsizetype at = line.indexOf(piece);
        return at < 0 ? QStringLiteral("(not in the line)") : m_names.at(at + piece.size() / 2);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        for (int i = offset; i < offset + length && i < m_names.size(); ++i) {
            m_names[i] = format.name();
        }
    }

private:
    KSyntaxHighlighting::State m_state;
    QStringList m_names;
};

} // namespace

class TestKernelConsoleSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundByTheRepository();
    void coloursTheParts_data();
    void coloursTheParts();
    void startsEachLineAfresh();
};

void TestKernelConsoleSyntax::isFoundByTheRepository()
{
    const KSyntaxHighlighting::Repository repository;
    const auto definition = repository.definitionForName(QStringLiteral("Kernel console"));
    QVERIFY(definition.isValid());
    QCOMPARE(definition.license(), QStringLiteral("GPL-3.0-or-later"));
    QVERIFY(definition.formats().size() > 15);
    QCOMPARE(repository.definitionForFileName(QStringLiteral("vm-3.console")).name(), definition.name());
}

void TestKernelConsoleSyntax::coloursTheParts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *name, const char *line, const char *piece, const char *format) {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(piece) << QString::fromLatin1(format);
    };
    row("time", "[   12.345678][ T77] usb 1-1: new device", "12.345678", "Time");
    row("caller", "[   12.345678][ T77] usb 1-1: new device", "T77", "Caller");
    row("level", "<4>[   12.345678] usb 1-1: new device", "<4>", "Level");
    row("header", "[   12.345678][ T77] BUG: KASAN: use-after-free in widget_open+0x1f/0x30", "KASAN", "Header");
    row("function in a header", "[   12.345678] BUG: KASAN: use-after-free in widget_open+0x1f/0x30", "widget_open",
        "Frame");
    row("no header", "[   12.345678] INFO: lockdep is turned off.", "INFO:", "Message");
    row("frame", "[   12.345678][ T77]  widget_open+0x1f/0x30 [widget]", "widget_open", "Frame");
    row("offset", "[   12.345678][ T77]  widget_open+0x1f/0x30 [widget]", "+0x1f/0x30", "Offset");
    row("module", "[   12.345678][ T77]  widget_open+0x1f/0x30 [widget]", "[widget]", "Module");
    row("unsure frame", "[   12.345678][ T77]  ? widget_open+0x1f/0x30", "widget_open", "Unsure Frame");
    row("stack", "[   12.345678] Call Trace:", "Call Trace", "Stack");
    row("register", "[   12.345678] RAX: ffffffffffffffda RBX: 000055f707897630", "RBX", "Register");
    row("code", "[   12.345678] Code: 41 5f c3 <0f> 0b", "41 5f", "Code");
    row("trap", "[   12.345678] Code: 41 5f c3 <0f> 0b", "<0f>", "Trap");
    row("taint", "[   12.345678] CPU: 0 PID: 1 Comm: init Tainted: G        W  6.1.0", "Tainted: G", "Taint");
    row("source", "[   12.345678] WARNING: CPU: 0 PID: 1 at lib/widget.c:33 widget_open+0x1/0x2", "lib/widget.c:33",
        "Source");
    row("output", "root@vm:~# ./reproducer", "reproducer", "Output");
}

void TestKernelConsoleSyntax::coloursTheParts()
{
    QFETCH(QString, line);
    QFETCH(QString, piece);
    const KSyntaxHighlighting::Repository repository;
    Recorder recorder;
    recorder.setDefinition(repository.definitionForName(QStringLiteral("Kernel console")));
    QTEST(recorder.formatOf(line, piece), "format");
}

void TestKernelConsoleSyntax::startsEachLineAfresh()
{
    const KSyntaxHighlighting::Repository repository;
    Recorder recorder;
    recorder.setDefinition(repository.definitionForName(QStringLiteral("Kernel console")));
    QCOMPARE(recorder.formatOf(QStringLiteral("[    1.000000][ T1]  f+0x1/0x2 [m]"), QStringLiteral("[m]")),
             QStringLiteral("Module"));
    QCOMPARE(recorder.formatOf(QStringLiteral("[    1.000000]"), QStringLiteral("1.000000")), QStringLiteral("Time"));
    QCOMPARE(recorder.formatOf(QStringLiteral("plain output"), QStringLiteral("plain")), QStringLiteral("Output"));
    QCOMPARE(recorder.formatOf(QStringLiteral("[    1.000000] Code: 0f"), QStringLiteral("0f")),
             QStringLiteral("Code"));
    QCOMPARE(recorder.formatOf(QStringLiteral("<6>[    1.000000][ C0] x"), QStringLiteral("C0")),
             QStringLiteral("Caller"));
}

QTEST_GUILESS_MAIN(TestKernelConsoleSyntax)

#include "test_kernel_console_syntax.moc"
