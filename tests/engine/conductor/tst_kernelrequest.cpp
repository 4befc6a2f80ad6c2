// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/kernelrequest.h"
#include "tests/support/scratchrepository.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;

/// What a setup asks of builds, with played compilers: gcc is 14, gcc-8 is there, gcc-10 is not.
class TestKernelRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void linuxGetsTheTablesOfReleases();
    void ownRecipeGetsWhatItAsksFor();
    void onlyCompilersOfTheRangeAreMissed();
    void namedCompilerThatIsMissing();
    void whatCannotBeIsRefused();

private:
    void play(const QString &command, const QString &versionLine) const;

    QTemporaryDir m_tools;
    QByteArray m_path;
    test::ScratchRepository m_scratch; ///< v4.12, v5.9, v5.16 and HEAD
    session::Setup::Kernel m_setup;
};

void TestKernelRequest::play(const QString &command, const QString &versionLine) const
{
    QFile file(m_tools.filePath(command));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"#!/bin/sh\ncase \"$1\" in -dumpmachine) echo %1-linux;; *) echo '%2';; esac\n"_s
                   .arg(QSysInfo::currentCpuArchitecture(), versionLine)
                   .toUtf8());
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestKernelRequest::initTestCase()
{
    m_scratch.addOn({});
    for (const std::size_t parent : {0U, 1U, 2U}) {
        m_scratch.addOn({parent});
    }
    m_scratch.write();
    m_scratch.tag(u"v4.12"_s, 0);
    m_scratch.tag(u"v5.9"_s, 1);
    m_scratch.tag(u"v5.16"_s, 2);
    m_setup.repo = m_scratch.path();
    m_setup.bad = u"main"_s;
    m_setup.good = {u"v5.16"_s};
    play(u"gcc"_s, u"gcc (Debian 14.2.0-19) 14.2.0"_s);
    play(u"gcc-8"_s, u"gcc-8 (Debian 8.4.0-7) 8.4.0"_s);
    m_path = qgetenv("PATH");
    qputenv("PATH", m_tools.path().toLocal8Bit());
}

void TestKernelRequest::cleanupTestCase()
{
    qputenv("PATH", m_path);
}

void TestKernelRequest::linuxGetsTheTablesOfReleases()
{
    session::Setup::Kernel setup = m_setup;
    setup.overrides = {{{u"v1"_s, u"v2"_s}, {u"CONFIG_A=n"_s}, u"why"_s}};
    setup.fixups = {{{}, u"0123456789ab"_s, {}, u"ba9876543210"_s, {}}};
    const auto request = kernelRequest(setup, {});
    QVERIFY(request.has_value());
    QVERIFY(request->ways.compiler.isEmpty() && request->ways.toolchains.isEmpty());
    QCOMPARE(request->ways.overrides.size(), kernel::overridesOfReleases().size() + 1);
    const kernel::ConfigOverride change{{"v1", "v2"}, {u"CONFIG_A=n"_s}, u"why"_s, false};
    QVERIFY(request->ways.overrides.last() == change);
    QVERIFY(request->ways.fixups.first().ifKnown);
    QCOMPARE(request->ways.fixups.last().guilty, u"ba9876543210"_s);
    setup.compiler = u"auto-clang"_s;
    QVERIFY(kernelRequest(setup, {})->ways.toolchains == kernel::clangOfReleases());
    QCOMPARE(kernelRequest(setup, {})->ways.compiler, u"clang"_s);
    setup.toolchains = {{{u"v5.9"_s, {}}, u"gcc-8"_s}};
    QCOMPARE(kernelRequest(setup, {})->ways.toolchains.size(), 1);
}

void TestKernelRequest::ownRecipeGetsWhatItAsksFor()
{
    session::Setup::Kernel setup = m_setup;
    setup.recipe.name = u"custom"_s;
    setup.recipe.build = u"make"_s;
    setup.recipe.image = u"kernel"_s;
    QVERIFY(kernelRequest(setup, {})->ways == kernel::Ways());
    setup.fixups = {{{}, {}, u"/p"_s, {}, {}}};
    QCOMPARE(kernelRequest(setup, {})->ways.fixups.size(), 1);
}

void TestKernelRequest::onlyCompilersOfTheRangeAreMissed()
{
    session::Setup::Kernel setup = m_setup;
    QCOMPARE(compilerNotes(setup).value(), QStringList());
    setup.compiler = u"auto"_s;
    QCOMPARE(compilerNotes(setup).value(), QStringList());
    setup.good = {u"v4.12"_s};
    const QStringList notes = compilerNotes(setup).value();
    QCOMPARE(notes.size(), 1);
    QVERIFY2(notes.first().startsWith(u"gcc-10 is not installed, gcc "_s), qPrintable(notes.first()));
    QVERIFY(notes.first().endsWith(u'.'));
    setup.good.clear(); // a search for one may go back to v5.9
    QCOMPARE(compilerNotes(setup).value(), notes);
}

void TestKernelRequest::namedCompilerThatIsMissing()
{
    session::Setup::Kernel setup = m_setup;
    setup.compiler = u"gcc-9"_s;
    QCOMPARE(compilerNotes(setup).value().size(), 1);
    setup.compiler = u"gcc-8"_s;
    QCOMPARE(compilerNotes(setup).value(), QStringList());
}

void TestKernelRequest::whatCannotBeIsRefused()
{
    session::Setup::Kernel setup = m_setup;
    setup.compiler = u"clang-15"_s;
    const auto missing = compilerNotes(setup);
    QVERIFY(!missing.has_value());
    QVERIFY(missing.error().message.contains("clang-15 is not installed"));
    setup.compiler = u"auto"_s;
    setup.toolchains = {{{u"no-such-tag"_s, {}}, u"gcc-8"_s}};
    const auto unknown = compilerNotes(setup);
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().kind, Error::Kind::Use);
    QVERIFY(unknown.error().message.contains("no-such-tag"));
}

QTEST_GUILESS_MAIN(TestKernelRequest)
#include "tst_kernelrequest.moc"
