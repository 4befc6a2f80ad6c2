// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/crash/lineclass.h"

#include <QTest>

using culprit::crash::LineClass;
using culprit::crash::LineClassifier;

class TestCrashLineClass : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheLinesOfACrash();
    void survivesForeignBytes();
};

void TestCrashLineClass::namesTheLinesOfACrash()
{
    struct Line {
        const char *text;
        LineClass kind;
    };
    const Line lines[] = {
        {"SeaBIOS (version 1.16.2)", LineClass::Boot},
        {"[    0.000000] Linux version 6.1.0", LineClass::Boot},
        {"[    0.500000] acpi: _OSC failed", LineClass::Warning},
        {"[    1.000000] Run /init as init process", LineClass::Boot},
        {"hello from init: no error", LineClass::UserOutput},
        {"[    2.000000][   T12] usb 1-1: new device", LineClass::Info},
        {"[    2.000000][   T12] usb 1-1: reset failed", LineClass::Warning},
        {"[    3.000000][   T12] BUG: KASAN: use-after-free in widget_open+0x1/0x2", LineClass::OopsHeader},
        {"[    3.000000][   T12] CPU: 0 PID: 12 Comm: repro Not tainted 6.1.0", LineClass::Register},
        {"[    3.000000][   T12] RIP: 0010:widget_open+0x1/0x2", LineClass::Register},
        {"[    3.000000][   T12] Code: 0f 0b 41", LineClass::Code},
        {"[    3.000000][   T12] RAX: 0000000000000001 RBX: 0000000000000002", LineClass::Register},
        {"[    3.000000][   T12] Call Trace:", LineClass::Frame},
        {"[    3.000000][   T12]  <TASK>", LineClass::Frame},
        {"[    3.000000][   T12]  widget_open+0x1/0x2 [widget]", LineClass::Frame},
        {"[    3.000000][   T12]  ? vfs_open+0x1/0x2", LineClass::Frame},
        {"[    3.000000][   T12] ---[ end trace 0000000000000000 ]---", LineClass::Warning},
        {"[    4.000000] INFO: lockdep is turned off.", LineClass::Info},
        {"[<80101010>] (widget_open) from [<80202020>] (vfs_open+0x1/0x2)", LineClass::Frame},
    };
    LineClassifier classifier;
    for (const Line &line : lines) {
        QVERIFY2(classifier.classify(line.text) == line.kind, line.text);
    }
}

void TestCrashLineClass::survivesForeignBytes()
{
    LineClassifier classifier;
    QCOMPARE(classifier.classify({}), LineClass::Boot);
    QCOMPARE(classifier.classify(std::string_view("\0\xff\xc0[", 4)), LineClass::Boot);
    QCOMPARE(classifier.classify(std::string(std::size_t{1} << 20, '[')), LineClass::Boot);
}

QTEST_GUILESS_MAIN(TestCrashLineClass)

#include "test_crash_lineclass.moc"
