// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/guestagent.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::machine;
using namespace Qt::StringLiterals;

namespace
{

std::optional<Result<QString>> make(const QString &folder, const QString &compiler = u"gcc"_s)
{
    GuestAgent agent(folder, compiler);
    std::optional<Result<QString>> result;
    QObject::connect(&agent, &GuestAgent::finished, &agent, [&result](const Result<QString> &r) { result = r; });
    agent.start();
    return QTest::qWaitFor([&result] { return result.has_value(); }, 120'000) ? result : std::nullopt;
}

QString script(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"compiler"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

class TestGuestAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAgentIsMadeOnce()
    {
        const QTemporaryDir folder;
        const auto first = make(folder.filePath(u"cache"_s));
        QVERIFY(first);
        QVERIFY2(first->has_value(), first->has_value() ? "" : first->error().message.c_str());
        QFile program(**first);
        QVERIFY(program.open(QIODevice::ReadOnly));
        QVERIFY(program.read(4) == "\177ELF");
        const QDateTime made = QFileInfo(program).lastModified();
        const auto second = make(folder.filePath(u"cache"_s));
        QCOMPARE(second, first);
        QCOMPARE(QFileInfo(**second).lastModified(), made);
        QCOMPARE(QDir(folder.filePath(u"cache"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }

    void whatIsMissingIsNamed()
    {
        const QTemporaryDir folder;
        const auto noCompiler = make(folder.path(), u"no-such-compiler"_s);
        QVERIFY(noCompiler && !noCompiler->has_value());
        QVERIFY(QString::fromStdString(noCompiler->error().message).contains(u"no-such-compiler"_s));

        const auto noLibrary =
            make(folder.path(), script(folder, "#!/bin/sh\necho 'ld: cannot find -lc: No such file'; exit 1\n"));
        QVERIFY(noLibrary && !noLibrary->has_value());
        QVERIFY(QString::fromStdString(noLibrary->error().message).contains(u"libc6-dev"_s));

        const auto broken = make(folder.path(), script(folder, "#!/bin/sh\necho 'init.c:1: strange'; exit 1\n"));
        QVERIFY(broken && !broken->has_value());
        QVERIFY(QString::fromStdString(broken->error().message).contains(u"init.c:1: strange"_s));
    }
};

QTEST_GUILESS_MAIN(TestGuestAgent)
#include "test_guestagent.moc"
