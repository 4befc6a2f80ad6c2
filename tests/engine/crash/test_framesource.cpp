// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/framesource.h"

#include <QTest>

using namespace culprit::crash;

class FrameSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachForm()
    {
        const auto place = [](std::string_view line) { return frameSourceOf(line).value_or(FrameSource{}); };
        QCOMPARE(place("[    3.14][  T77]  tcp_close+0x12/0x34 net/ipv4/tcp.c:1234"),
                 (FrameSource{"tcp_close", "net/ipv4/tcp.c", 1234}));
        QCOMPARE(place(" frob_put.isra.0+0x12/0x34 [frob] drivers/frob.c:5"),
                 (FrameSource{"frob_put", "drivers/frob.c", 5}));
        QCOMPARE(place(" sk_free include/net/sock.h:77 [inline]"), (FrameSource{"sk_free", "include/net/sock.h", 77}));
        QCOMPARE(place("WARNING: CPU: 1 PID: 7 at fs/ext4/inode.c:123 ext4_get+0x1/0x2"),
                 (FrameSource{"ext4_get", "fs/ext4/inode.c", 123}));
        QCOMPARE(place("kernel BUG at fs/ext4/inode.c:123!"), (FrameSource{{}, "fs/ext4/inode.c", 123}));
        QCOMPARE(place("net/ipv4/tcp.c:12:5: warning: unused variable"), (FrameSource{{}, "net/ipv4/tcp.c", 12}));
        QCOMPARE(place(" ? do_exit+0x1/0x2"), (FrameSource{"do_exit", {}, 0}));
    }

    void linesWithoutAPlaceHaveNone()
    {
        for (const std::string_view line :
             {"", "Linux version 6.9.0", "BUG: unable to handle page fault for address: ffff8880", "a+0x/0x1",
              "listening on host.c:port", "x.c:0", "x.c:99999999999999999999"}) {
            QVERIFY2(!frameSourceOf(line), std::string(line).c_str());
        }
        QVERIFY(!frameSourceOf(std::string(1'000'000, '/')));
    }
};

QTEST_GUILESS_MAIN(FrameSourceTest)
#include "test_framesource.moc"
