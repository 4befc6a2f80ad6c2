// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QJsonArray>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using culprit::tests::Finished;
using culprit::tests::Program;

/// A finished session is taken up again from before one of its verdicts, and decided otherwise there.
class BranchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = m_program.makeDemo();
        const Finished run = m_program.run({u"run"_s, u"--json"_s, m_program.writeShortSetup(m_demo)});
        QVERIFY2(run.status == 0, qPrintable(run.errors));
        QCOMPARE(run.objects().last().value(u"culprit"_s).toString(), m_demo.history.culprit);
        m_events = eventsOf(u"short.culprit"_s);
    }

    void goesOnAsTheFirstOneDid()
    {
        const qsizetype at = m_events.size() / 3;
        branch(u"again.culprit"_s, at);
        const QJsonObject event = eventsOf(u"again.culprit"_s).last().toObject();
        QCOMPARE(event[u"kind"_s].toString(), u"engine-stopped"_s);
        const Finished finished = m_program.run({u"resume"_s, u"--json"_s, u"again.culprit"_s});
        QVERIFY2(finished.status == 0, qPrintable(finished.errors));
        QCOMPARE(finished.objects().last().value(u"culprit"_s).toString(), m_demo.history.culprit);
        QVERIFY(isBuiltOnce(u"again.culprit"_s, at));
        QCOMPARE(m_program.run({u"check"_s, u"again.culprit"_s}).status, 0);
        const Finished compared = m_program.run({u"compare"_s, u"short.culprit"_s, u"again.culprit"_s});
        QCOMPARE(compared.status, 0);
        QVERIFY2(compared.output.startsWith(u"The same answer\n"_s), qPrintable(compared.output));
    }

    void goesAnotherWay()
    {
        // The culprit itself is called good where its first run began.
        const qsizetype at = firstRunOf(m_demo.history.culprit);
        QVERIFY(at > 0);
        branch(u"other.culprit"_s, at);
        const Finished judged = m_program.run({u"judge"_s, u"other.culprit"_s, u"--revision"_s,
                                               m_demo.history.culprit.first(12), u"--verdict"_s, u"good"_s});
        QVERIFY2(judged.status == 0, qPrintable(judged.errors));
        QVERIFY(judged.output.contains(u"candidates → "_s));
        const Finished finished = m_program.run({u"resume"_s, u"--json"_s, u"other.culprit"_s});
        QVERIFY2(finished.status == 0 || finished.status == 1, qPrintable(finished.errors));
        QVERIFY(finished.objects().last().value(u"culprit"_s).toString() != m_demo.history.culprit);
        const QJsonArray events = eventsOf(u"other.culprit"_s);
        for (qsizetype i = 0; i < at; ++i) {
            QCOMPARE(events[i], m_events[i]);
        }
        QVERIFY(isBuiltOnce(u"other.culprit"_s, at));
        QCOMPARE(eventsOf(u"short.culprit"_s), m_events);

        const Finished compared = m_program.run({u"compare"_s, u"short.culprit"_s, u"other.culprit"_s});
        QCOMPARE(compared.status, 1);
        QVERIFY2(compared.output.contains(u"Judged good by hand in the second session."_s),
                 qPrintable(compared.output));
        const QJsonObject json =
            m_program.run({u"compare"_s, u"short.culprit"_s, u"other.culprit"_s, u"--json"_s}).objects().at(0);
        QCOMPARE(json[u"sameAnswer"_s], QJsonValue(false));
        QVERIFY(!json[u"parting"_s].toString().isEmpty() && !json[u"howTheyPart"_s].toString().isEmpty());
        QCOMPARE(m_program.run({u"compare"_s, u"short.culprit"_s, u"missing.culprit"_s}).status, 3);
    }

    void refusesWhatCannotBe()
    {
        const Finished taken = m_program.run({u"branch"_s, u"short.culprit"_s, u"-o"_s, u"short.culprit"_s});
        QVERIFY(taken.status != 0 && taken.errors.contains(u"exists already"_s));
        const Finished late =
            m_program.run({u"branch"_s, u"short.culprit"_s, u"--at"_s, u"99999"_s, u"-o"_s, u"late.culprit"_s});
        QCOMPARE(late.status, 2);
        QVERIFY2(late.errors.contains(u"no event 99999"_s), qPrintable(late.errors));
        QVERIFY(!QFile::exists(m_program.path(u"late.culprit"_s)));
        QCOMPARE(eventsOf(u"short.culprit"_s), m_events);
    }

private:
    void branch(const QString &name, qsizetype at) const
    {
        const Finished branched =
            m_program.run({u"branch"_s, u"short.culprit"_s, u"--at"_s, QString::number(at), u"-o"_s, name});
        QVERIFY2(branched.status == 0, qPrintable(branched.errors));
        QVERIFY2(branched.output.startsWith(u"branched at event %1;"_s.arg(at)), qPrintable(branched.output));
    }

    [[nodiscard]] QJsonArray eventsOf(const QString &name) const
    {
        const Finished shown = m_program.run({u"show"_s, name, u"--as"_s, u"json"_s});
        return QJsonDocument::fromJson(shown.output.toUtf8()).object()[u"events"_s].toArray();
    }

    /// The number of the event.
    [[nodiscard]] qsizetype firstRunOf(const QString &revision) const
    {
        const auto found = std::ranges::find_if(m_events, [&revision](const QJsonValue &event) {
            return event[u"kind"_s].toString() == u"run-started" &&
                   event[u"payload"_s][u"revision"_s].toString() == revision;
        });
        return found == m_events.end() ? 0 : found - m_events.begin() + 1;
    }

    /// Behind the event `at` nothing is built again that the first session built.
    [[nodiscard]] bool isBuiltOnce(const QString &name, qsizetype at) const
    {
        const QHash<QString, bool> before = builtBehind(m_events, 0);
        const QHash<QString, bool> after = builtBehind(eventsOf(name), at);
        return std::ranges::all_of(after.asKeyValueRange(), [&before](const auto &build) {
            return build.second || !before.contains(build.first);
        });
    }

    /// The revisions that were built behind an event, and whether the kernel was a cached one.
    [[nodiscard]] static QHash<QString, bool> builtBehind(const QJsonArray &events, qsizetype at)
    {
        QHash<qint64, QString> revisions;
        QHash<QString, bool> built;
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QString kind = events[i][u"kind"_s].toString();
            const qint64 build = events[i][u"payload"_s][u"build"_s].toInteger();
            if (kind == u"build-started") {
                revisions[build] = events[i][u"payload"_s][u"revision"_s].toString();
            } else if (kind == u"build-ended" && events[i][u"payload"_s][u"outcome"_s].toString() == u"built" &&
                       i >= at) {
                built[revisions[build]] = events[i][u"payload"_s][u"cached"_s].toBool();
            }
        }
        return built;
    }

    Program m_program;
    culprit::demo::DemoSetup m_demo;
    QJsonArray m_events;
};

QTEST_GUILESS_MAIN(BranchTest)
#include "tst_branch.moc"
