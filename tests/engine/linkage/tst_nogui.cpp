// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/plan.h"
#include "engine/exchange/exporter.h"
#include "tests/engine/conductor/scriptedsession.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace culprit;

/// What the engine's floors drag into a process.
class NoGuiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void engineNeedsNoGui()
    {
        auto script = conductor::ScriptedSession::line(8);
        script.build(script.id(7));
        script.run(script.id(7), QStringLiteral("WARNING in f"));
        const conductor::Plan plan = conductor::planFor(script.state());
        QCOMPARE(plan.action, conductor::Plan::Action::Test);
        QCOMPARE(plan.revision, script.id(7));
        exchange::Conclusion conclusion;
        conclusion.phase = conductor::word(plan.phase);
        conclusion.reason = plan.reason;
        const QString report = exchange::textReport(script.state(), conclusion);
        QVERIFY2(report.contains(QStringLiteral("WARNING in f")), qPrintable(report));

        QFile file(QStringLiteral("/proc/self/maps"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray maps = file.readAll();
        QVERIFY(maps.contains("/libQt6Core.so"));
        QVERIFY(maps.contains("/libgit2.so"));
        QVERIFY2(!maps.contains("/libQt6Gui"), maps.constData());
        QVERIFY2(!maps.contains("/libQt6Widgets"), maps.constData());
    }

    void lowestFloorsNeedNoQt()
    {
        QProcess program;
        program.start(QStringLiteral(PLAIN_ENGINE), QStringList{});
        QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
        const QByteArray said = program.readAllStandardOutput();
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        QVERIFY2(said.startsWith("BUG: unable to handle kernel paging request"), said.constData());
        QVERIFY2(said.contains("\nremaining: "), said.constData());
        QVERIFY(said.contains("/libre2.so"));
        QVERIFY(said.contains("/libgit2.so"));
        QVERIFY2(!said.contains("/libQt"), said.constData());
    }
};

QTEST_GUILESS_MAIN(NoGuiTest)
#include "tst_nogui.moc"
