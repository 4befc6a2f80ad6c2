// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/acceleratorprobe.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace culprit::machine;
using namespace Qt::StringLiterals;
using Outcome = AcceleratorState::Outcome;

namespace
{

std::optional<ProbeResult> probe(const AcceleratorProbe::Options &options)
{
    AcceleratorProbe probe(options);
    std::optional<ProbeResult> result;
    QObject::connect(&probe, &AcceleratorProbe::finished, &probe, [&result](const ProbeResult &r) { result = r; });
    probe.start();
    return QTest::qWaitFor([&result] { return result.has_value(); }, 120'000) ? result : std::nullopt;
}

/// A program that plays a QEMU whose KVM does `kvm` and hands everything else to the real one.
QString qemuWithKvm(const QTemporaryDir &folder, const char *kvm)
{
    QFile script(folder.filePath(u"qemu"_s));
    if (!script.open(QIODevice::WriteOnly)) {
        return {};
    }
    script.write(QByteArray("#!/bin/sh\ncase \"$*\" in *'-accel kvm'*) ") + kvm +
                 ";; esac\nexec qemu-system-x86_64 \"$@\"\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return script.fileName();
}

} // namespace

class TestAcceleratorProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emulationRunsTheTestGuest()
    {
        const auto result = probe({});
        QVERIFY(result);
        QVERIFY2(result->tcg.works(), qPrintable(result->tcg.sentence));
        QVERIFY(result->best());
        // Whatever this host can do, it is said.
        QVERIFY(!result->kvm.sentence.isEmpty());
        qInfo().noquote() << result->sentence();
    }

    void aMissingDeviceIsSaid()
    {
        const auto result = probe({.kvmDevice = u"/no/kvm"_s, .cacheFile = {}});
        QVERIFY(result);
        QCOMPARE(result->kvm.outcome, Outcome::NotPresent);
        QVERIFY(result->kvm.sentence.contains(u"/no/kvm"_s));
        QCOMPARE(result->best(), Accelerator::Tcg);
        QVERIFY(result->sentence().contains(u"TCG"_s));
    }

    void aForbiddenDeviceIsSaid()
    {
        if (geteuid() == 0) {
            QSKIP("root may open everything");
        }
        const QTemporaryDir folder;
        QFile device(folder.filePath(u"kvm"_s));
        QVERIFY(device.open(QIODevice::WriteOnly));
        device.setPermissions({});
        const auto result = probe({.kvmDevice = device.fileName(), .cacheFile = {}});
        QVERIFY(result);
        QCOMPARE(result->kvm.outcome, Outcome::NoPermission);
        QVERIFY(result->kvm.sentence.contains(u"group kvm"_s));
    }

    void aKvmThatHangsIsTooSlow()
    {
        const QTemporaryDir folder;
        const auto result =
            probe({.qemu = qemuWithKvm(folder, "exec sleep 1000"), .kvmDevice = u"/dev/null"_s, .cacheFile = {}});
        QVERIFY(result);
        QVERIFY(result->tcg.works());
        QCOMPARE(result->kvm.outcome, Outcome::TooSlow);
        QCOMPARE(result->best(), Accelerator::Tcg);
    }

    void aKvmThatAbortsIsQuoted()
    {
        const QTemporaryDir folder;
        const auto result = probe({.qemu = qemuWithKvm(folder, "echo failed to set MSR >&2; kill -6 $$"),
                                   .kvmDevice = u"/dev/null"_s,
                                   .cacheFile = {}});
        QVERIFY(result);
        QCOMPARE(result->kvm.outcome, Outcome::Aborts);
        QVERIFY2(result->kvm.sentence.contains(u"failed to set MSR"_s), qPrintable(result->kvm.sentence));
        QVERIFY(result->kvm.sentence.contains(u"signal 6"_s));
    }

    void aGuestThatOnlyEndsRightDoesNotCount()
    {
        const QTemporaryDir folder;
        const auto result =
            probe({.qemu = qemuWithKvm(folder, "exit 33"), .kvmDevice = u"/dev/null"_s, .cacheFile = {}});
        QVERIFY(result);
        QCOMPARE(result->kvm.outcome, Outcome::Aborts);
    }

    void aMissingQemuIsOneSentence()
    {
        const auto result = probe({.qemu = u"no-such-qemu"_s, .cacheFile = {}});
        QVERIFY(result);
        QCOMPARE(result->tcg.outcome, Outcome::NoQemu);
        QVERIFY(!result->best());
        QVERIFY(result->sentence().contains(u"qemu-system-x86"_s));
    }

    void theCacheIsUsedUntilSomethingChanges()
    {
        const QTemporaryDir folder;
        const QString cache = folder.filePath(u"deep/probe.json"_s);
        const AcceleratorProbe::Options options{
            .qemu = qemuWithKvm(folder, "echo first >&2; exit 1"), .kvmDevice = u"/dev/null"_s, .cacheFile = cache};
        const auto first = probe(options);
        QVERIFY(first && first->kvm.sentence.contains(u"first"_s));

        qemuWithKvm(folder, "echo second >&2; exit 1");
        const auto second = probe(options);
        QCOMPARE(second, first);

        QFile file(cache);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray json = file.readAll();
        json.replace(first->key.bootId.toUtf8(), "another boot");
        file.resize(0);
        file.seek(0);
        file.write(json);
        file.close();
        const auto third = probe(options);
        QVERIFY(third && third->kvm.sentence.contains(u"second"_s));
    }

    void resultsAreReadBackAndBadOnesRefused()
    {
        const ProbeResult result{
            .key = {.bootId = u"b"_s, .kvmModules = u"kvm kvm_intel"_s, .qemuVersion = u"10"_s, .arguments = u"-a"_s},
            .tcg = {.outcome = Outcome::Works, .sentence = u"s"_s, .ms = 170},
            .kvm = {.outcome = Outcome::TooSlow, .sentence = u"t"_s, .ms = 2000}};
        QCOMPARE(probeResultFromJson(QJsonDocument(toJson(result)).toJson()), result);
        QVERIFY(!probeResultFromJson("{\"tcg\": {\"outcome\": \"strange\"}}"));
        QVERIFY(!probeResultFromJson("[]"));
        QVERIFY(!probeResultFromJson(QByteArray(100'000, '[')));
    }
};

QTEST_GUILESS_MAIN(TestAcceleratorProbe)
#include "test_acceleratorprobe.moc"
