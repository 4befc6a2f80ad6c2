// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/keptfiles.h"
#include "engine/conductor/machinerequest.h"
#include "engine/conductor/runbyhand.h"
#include "engine/kernel/artifactcache.h"
#include "engine/machine/guestinput.h"
#include "tests/engine/conductor/scriptedsession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::conductor;

namespace
{

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class RunByHandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_places = {m_folder->filePath(u"the cache"_s), {}, {}};
    }

    void kernelAndGuestAreThoseOfTheRun()
    {
        keepKernel("the kernel");
        const session::SessionState state = session("the kernel", guestHash());
        const QByteArray text = textOf(state);
        QVERIFY2(text.startsWith("# Run 1 of "), text.constData());
        QVERIFY2(text.contains("with tcg. It ended so: The kernel crashed.\n"), text.constData());
        QVERIFY2(text.contains("load average was 1.75 "), text.constData());
        QVERIFY2(!text.contains("not what they were"), text.constData());
        QCOMPARE(contents(kept(u"kernel-*"_s).value(0)), "the kernel");
        QCOMPARE(hashOf(contents(kept(u"initramfs-*"_s).value(0))), guestHash());
        for (const QString &file : kept(u"*"_s)) {
            QVERIFY2(text.contains(file.toUtf8()), qPrintable(file));
        }
    }

    void twentyCopiesAreOneKernel()
    {
        keepKernel("the kernel");
        const session::SessionState state = session("the kernel", guestHash());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!textOf(state).isEmpty());
        }
        QCOMPARE(kept(u"*"_s).size(), 2);
    }

    void aKernelThatIsGoneIsSaidFirstAndBuilt()
    {
        const QByteArray text = textOf(session("the kernel", guestHash()));
        QVERIFY2(text.startsWith("# The kernel of this run is not in the cache "), text.constData());
        QVERIFY2(text.contains("\ncd /slot && make all\nkernel=$PWD/.objects/kernel.elf; "), text.constData());
        QVERIFY2(text.contains("check \"$kernel\" " + hashOf("the kernel")), text.constData());
    }

    void aRecordWithoutHashesClaimsNothing()
    {
        const QByteArray text = textOf(session({}, {}));
        QVERIFY2(text.contains("# Whether it then is the same kernel is not checked"), text.constData());
        QVERIFY2(text.contains("# Whether reproducer and agent are those of the run is not known"), text.constData());
        QVERIFY2(text.contains("# kernel SHA-256: not recorded"), text.constData());
    }

    void aReproducerThatWasChangedSinceIsSaid()
    {
        keepKernel("the kernel");
        const session::SessionState state = session("the kernel", guestHash());
        write(u"repro.sh"_s, "print something else\n");
        const QByteArray text = textOf(state);
        QVERIFY2(text.contains("# Reproducer or agent are not what they were: the run had " + guestHash()),
                 text.constData());
    }

    void whatCannotBeCopiedSaysWhy()
    {
        const session::SessionState state = session("the kernel", guestHash());
        QCOMPARE(whyNotByHand(state, RunId{1}), QString());
        QVERIFY(whyNotByHand(state, RunId{2}).contains(u"not ended"_s));
        QVERIFY(whyNotByHand(state, RunId{3}).contains(u"does not tell"_s));
        QVERIFY(whyNotByHand(state, RunId{4}).contains(u"no run 4"_s));
        const auto refused = runByHand(state, RunId{3}, m_places);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Use);
        QVERIFY(QFile::remove(m_folder->filePath(u"repro.sh"_s)));
        const auto gone = runByHand(state, RunId{1}, m_places);
        QVERIFY(!gone);
        QVERIFY2(gone.error().message.contains("repro.sh"), gone.error().message.c_str());
    }

    void keptFilesAreBoundedTheLongestUnusedGoFirst()
    {
        const KeptFiles files(m_folder->filePath(u"kept"_s), {.bytes = 250});
        const auto keep = [&](char letter) { return files.keepBytes(u"k"_s, QByteArray(100, letter)).value().path; };
        const QString a = keep('a');
        const QString b = keep('b');
        const QString c = keep('c');
        int hours = 10;
        for (const QString &path : {b, a, c}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600 * hours--),
                                     QFileDevice::FileModificationTime));
        }
        QCOMPARE(keep('b'), b); // used again
        files.trim();
        QVERIFY(!QFile::exists(a) && QFile::exists(b) && QFile::exists(c));
    }

    void aDamagedKeptFileIsMadeAnew()
    {
        const KeptFiles files(m_folder->filePath(u"kept"_s));
        const QString path = files.keepBytes(u"k"_s, "whole").value().path;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hole") == 4);
        file.close();
        const QString source = write(u"source"_s, "whole");
        QCOMPARE(files.keepFile(u"k"_s, source).value().path, path);
        QCOMPARE(contents(path), "whole");
        QVERIFY(!files.keepFile(u"k"_s, m_folder->filePath(u"nothing"_s)));
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("no file %s", qPrintable(name));
        }
        return file.fileName();
    }

    [[nodiscard]] QStringList kept(const QString &pattern) const
    {
        QStringList paths;
        for (const QFileInfo &file : QDir(m_places.cache + u"/by-hand"_s).entryInfoList({pattern}, QDir::Files)) {
            paths += file.absoluteFilePath();
        }
        return paths;
    }

    void keepKernel(const QByteArray &kernel)
    {
        kernel::Artifacts artifacts;
        artifacts.image = write(u"kernel.elf"_s, kernel);
        QVERIFY(kernel::ArtifactCache(m_places.cache + u"/builds"_s).put("key", artifacts));
    }

    [[nodiscard]] QByteArray textOf(const session::SessionState &state) const
    {
        const auto text = runByHand(state, RunId{1}, m_places);
        return text ? *text : QByteArray::fromStdString(text.error().message);
    }

    [[nodiscard]] session::Setup setup() const
    {
        session::Setup setup;
        setup.kernel.repo = u"/nowhere"_s;
        setup.kernel.recipe = {u"custom"_s, {}, u"make all"_s, u"kernel.elf"_s, {}, u"Pocket version"_s};
        setup.test.reproducer = m_folder->filePath(u"repro.sh"_s);
        return setup;
    }

    [[nodiscard]] static QByteArray guestHash()
    {
        session::Setup setup;
        const GuestParts parts{machine::InitramfsGuest(), "print hello\n"};
        return hashOf(machine::guestInput(machineRequest(setup, parts, machine::Accelerator::Tcg, RunId{1}, 42)));
    }

    /// Run 1 has ended, run 2 has not, and nobody knows what run 3 was.
    session::SessionState session(const QByteArray &kernel, const QByteArray &guest)
    {
        write(u"repro.sh"_s, "print hello\n");
        ScriptedSession script = ScriptedSession::line(3);
        session::SessionCreated created = script.state().created;
        created.setup = setup();
        std::vector<session::Event> events{{EventSeq{1}, 1, created}};
        const auto add = [&](const session::Payload &payload) {
            events.push_back({EventSeq{std::int64_t(events.size()) + 1}, 1, payload});
        };
        add(session::BuildStarted{BuildId{1}, script.id(1), LogId{1}, {}});
        session::BuildEnded build;
        build.build = BuildId{1};
        build.command = u"cd /slot && make all"_s;
        build.imageHash = kernel.isEmpty() ? QString() : QString::fromLatin1(hashOf(kernel));
        add(build);
        session::EngineStarted engine;
        engine.qemu = u"QEMU 10"_s;
        add(engine);
        for (int number = 1; number <= 3; ++number) {
            session::RunStarted run;
            run.run = RunId{number};
            run.build = BuildId{1};
            run.revision = script.id(1);
            run.console = LogId{1 + number};
            run.accelerator = u"tcg"_s;
            run.seed = 42;
            run.loadPercent = 175;
            add(run);
        }
        session::RunEnded ended;
        ended.run = RunId{1};
        ended.outcome = session::Outcome::Crashed;
        ended.reason = u"The kernel crashed."_s;
        ended.command = u"qemu"_s;
        ended.guestHash = QString::fromLatin1(guest);
        add(ended);
        ended.run = RunId{3};
        ended.command.clear();
        add(ended);
        return session::fold(events, {script.state().range});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Places m_places;
};

QTEST_GUILESS_MAIN(RunByHandTest)
#include "tst_runbyhand.moc"
