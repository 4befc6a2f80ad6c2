// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/byhand.h"

#include <QTest>

using namespace culprit;
using namespace culprit::machine;
using namespace Qt::StringLiterals;

namespace
{

ByHand handOf(const Guest &guest)
{
    ByHand hand;
    hand.request.name = u"run-7"_s;
    hand.request.guest = guest;
    hand.request.kernelArguments = u"slub_debug=FZ user=o'hara"_s;
    hand.kernel = {u"/cache/it's here/kernel"_s, QByteArray(64, 'a')};
    hand.input = {u"/cache/initramfs"_s, QByteArray(64, 'b')};
    hand.agent = {u"/cache/agent"_s, QByteArray(64, 'c')};
    return hand;
}

QByteArray textOf(const ByHand &hand)
{
    return byHandText(hand).value_or(QByteArray());
}

} // namespace

/// What the text says; that it works is shown by test_byhandrun.
class TestByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWaitsForThisProgram()
    {
        ImageGuest image;
        image.disk = u"/images/a.img"_s;
        image.diskFormat = u"raw"_s;
        image.sshKey = u"/keys/id"_s;
        for (const Guest &guest : {Guest(InitramfsGuest()), Guest(image)}) {
            const QByteArray text = textOf(handOf(guest));
            QVERIFY(text.startsWith("(\n") && text.endsWith("\n)\n"));
            QVERIFY(!text.contains("-S ") && !text.contains(" -S\n"));
            QVERIFY(!text.contains("-qmp"));
            QVERIFY(!text.contains("-sandbox"));
            QVERIFY(!text.contains("console.log"));
            QVERIFY(text.contains("kernel='/cache/it'\\''s here/kernel'\n"));
            QVERIFY(text.contains("check \"$kernel\" " + QByteArray(64, 'a')));
        }
    }

    void theMachineIsThatOfTheRun()
    {
        const ByHand hand = handOf(InitramfsGuest());
        const QByteArray text = textOf(hand).replace(" \\\n    ", " ");
        RunRequest run = hand.request;
        run.folder = u"/tmp/x"_s;
        run.kernelImage = u"/k"_s;
        const QStringList arguments = qemuArguments(run);
        for (const QString &option : {u"-machine"_s, u"-accel"_s, u"-cpu"_s, u"-smp"_s, u"-m"_s, u"-action"_s}) {
            const QString value = arguments.value(arguments.indexOf(option) + 1);
            QVERIFY2(text.contains((option + u' ' + value + u' ').toUtf8()), qPrintable(option));
        }
        QVERIFY(text.contains("slub_debug=FZ user=o'\\''hara'"));
        QCOMPARE(text.count("-serial"), 2);
    }

    void remarksStayComments()
    {
        ByHand hand = handOf(InitramfsGuest());
        hand.remarks = {u"first\nrm -rf /"_s, u"\x1b[31mred\x9b ü"_s};
        const QByteArray text = textOf(hand);
        QVERIFY2(text.startsWith("# first?rm -rf /\n# ?[31mred? ü\n(\n"), text.constData());
    }

    void whatATerminalActsOnIsRefused()
    {
        ByHand hand = handOf(InitramfsGuest());
        hand.request.kernelArguments = u"a\x1b[201~\rrm -rf /"_s;
        const auto text = byHandText(hand);
        QVERIFY(!text);
        QCOMPARE(text.error().kind, Error::Kind::Use);
    }

    void aKernelThatIsGoneIsBuiltFirst()
    {
        ByHand hand = handOf(InitramfsGuest());
        hand.build = u"cd /slot && make bzImage\nkernel=$PWD/bzImage"_s;
        const QByteArray text = textOf(hand);
        QVERIFY(
            text.contains("cd /slot && make bzImage\nkernel=$PWD/bzImage\ncheck \"$kernel\" " + QByteArray(64, 'a')));
        QVERIFY(!text.contains("it'"));
        QVERIFY(text.indexOf("make") < text.indexOf("qemu"));
    }

    void hashesThatAreNotKnownAreNotChecked()
    {
        ByHand hand = handOf(InitramfsGuest());
        hand.kernel.sha256.clear();
        QCOMPARE(textOf(hand).count("check \"$"), 1);
    }
};

QTEST_GUILESS_MAIN(TestByHand)
#include "test_byhand.moc"
