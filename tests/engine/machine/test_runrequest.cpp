// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/machinelimits.h"
#include "engine/machine/runrequest.h"
#include "engine/machine/runresult.h"

#include <QTest>

using namespace culprit::machine;
using namespace Qt::StringLiterals;

namespace
{

QString valueAfter(const QStringList &arguments, const QString &option)
{
    return arguments.value(arguments.indexOf(option) + 1);
}

} // namespace

class TestRunRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMachineIsTheSameEverywhere()
    {
        RunRequest request;
        request.name = u"r7"_s;
        request.kernelImage = u"/k/bzImage"_s;
        request.folder = u"/tmp/a,b"_s;
        request.memoryMb = 777;
        request.cpus = 3;
        request.kernelArguments = u"slub_debug=FZ"_s;
        const QStringList arguments = qemuArguments(request);
        for (const QString &option : {u"-nodefaults"_s, u"-no-user-config"_s, u"-no-reboot"_s}) {
            QVERIFY(arguments.contains(option));
        }
        QCOMPARE(valueAfter(arguments, u"-nic"_s), u"none"_s);
        QCOMPARE(valueAfter(arguments, u"-accel"_s), u"tcg"_s);
        QCOMPARE(valueAfter(arguments, u"-m"_s), u"777"_s);
        QCOMPARE(valueAfter(arguments, u"-smp"_s), u"3"_s);
        QCOMPARE(valueAfter(arguments, u"-kernel"_s), u"/k/bzImage"_s);
        QCOMPARE(valueAfter(arguments, u"-name"_s), u"culprit-r7,process=culprit-r7"_s);
        QCOMPARE(valueAfter(arguments, u"-chardev"_s), u"file,id=con,path=/tmp/a,,b/console.log,append=on"_s);
        QVERIFY(valueAfter(arguments, u"-append"_s).endsWith(u" slub_debug=FZ"_s));
        QVERIFY(valueAfter(arguments, u"-append"_s).size() < 2048);

        request.accelerator = Accelerator::Kvm;
        QCOMPARE(valueAfter(qemuArguments(request), u"-cpu"_s), u"host,migratable=off"_s);
    }

    void hangThresholdsFollowTheAccelerator()
    {
        RunRequest request;
        QVERIFY(kernelCommandLine(request).contains(u" watchdog_thresh=36 "_s));
        QVERIFY(!kernelCommandLine(request).contains(u"softlockup_panic"_s));
        QVERIFY(kernelCommandLine(request).contains(u" panic_on_warn=0 "_s));
        request.accelerator = Accelerator::Kvm;
        request.panicOnHang = true;
        request.panicOnWarn = true;
        QVERIFY(kernelCommandLine(request).contains(u" watchdog_thresh=12 "_s));
        QVERIFY(kernelCommandLine(request).contains(u" softlockup_panic=1 hung_task_panic=1 "_s));
        QVERIFY(kernelCommandLine(request).contains(u" panic_on_warn=1 "_s));
    }

    void deadlinesScaleExceptForTheHostsOwnPart()
    {
        const Deadlines once;
        const Deadlines thrice = once.scaled(3);
        QCOMPARE(thrice.qmp, once.qmp);
        QCOMPARE(thrice.boot, once.boot * 3);
        QCOMPARE(thrice.wall, once.wall * 3);
        QCOMPARE(once.scaled(1), once);
    }

    void machinesFitTheHost()
    {
        QCOMPARE(machineCount({.cores = 8, .availableMb = 32'000}, 2, 512), 4);
        QCOMPARE(machineCount({.cores = 64, .availableMb = 5'000}, 2, 1850), 1);
        QCOMPARE(machineCount({.cores = 64, .availableMb = 9'024}, 2, 1850), 4);
        QCOMPARE(machineCount({.cores = 1, .availableMb = 100}, 2, 512), 1);
        QVERIFY(hasRoomFor({.cores = 1, .availableMb = 700}, 512));
        QVERIFY(!hasRoomFor({.cores = 1, .availableMb = 600}, 512));
        QVERIFY(HostCapacity::now().cores > 0);
        QVERIFY(HostCapacity::now().availableMb > 0);
    }

    void wordsAreReadBack()
    {
        for (int i = 0; i <= static_cast<int>(Ending::WallTime); ++i) {
            QCOMPARE(endingFromWord(word(static_cast<Ending>(i))), static_cast<Ending>(i));
        }
        QVERIFY(!endingFromWord(u"strange"));
        QCOMPARE(acceleratorFromWord(word(Accelerator::Kvm)), Accelerator::Kvm);
        QVERIFY(!acceleratorFromWord(u"auto"));
    }
};

QTEST_GUILESS_MAIN(TestRunRequest)
#include "test_runrequest.moc"
