// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::demo::DemoSetup;
using culprit::tests::Finished;
using culprit::tests::Program;

/// The demo's history takes another way: what surrounds its culprit does not build.
class SkipsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlySkippedRevisionsAreLeft_data()
    {
        QTest::addColumn<QString>("strategy");
        QTest::newRow("halving") << u"halving"_s;
        QTest::newRow("bayes") << u"bayes"_s;
    }

    void onlySkippedRevisionsAreLeft()
    {
        QFETCH(const QString, strategy);
        const Program program;
        m_demo = program.makeDemo();
        writeHistory();
        const Finished finished = program.run({u"run"_s, writeSetup(program, strategy)});
        QVERIFY2(finished.status == 1, qPrintable(finished.output + finished.errors));
        QVERIFY2(finished.output.contains(u"it is one of 5 commits"_s), qPrintable(finished.output));
        QCOMPARE(suspects(program), m_suspects);

        // The one in the middle is named, with what keeps it from being built.
        const QString middle = m_suspects.at(2);
        const QString said = finished.output.simplified();
        QVERIFY2(said.contains(u"Most would be told by %1"_s.arg(middle.left(12))) &&
                     said.contains(u"its verdict would leave 3 or 2 of them"_s) && said.contains(u"kernel/time.c"_s) &&
                     said.contains(u"not yet"_s),
                 qPrintable(finished.output));

        // git comes to the same end by the log, in its own words.
        const QString log = program.run({u"show"_s, u"skips.culprit"_s, u"--as"_s, u"git"_s}).output;
        const QString replayed = git({u"bisect"_s, u"replay"_s, program.write(u"bisect.log"_s, log.toUtf8())});
        QVERIFY2(replayed.contains(u"only 'skip'ped commits left to test"_s), qPrintable(replayed + log));
        QStringList left = hashesIn(replayed.section(u"could be any of:"_s, 1));
        left.sort();
        QStringList ours = m_suspects;
        ours.sort();
        QCOMPARE(left, ours);
        git({u"bisect"_s, u"reset"_s});

        // A person who knows better goes on.
        judge(program, middle, u"good"_s);
        QCOMPARE(suspects(program), m_suspects.last(2));
        judge(program, middle, u"bad"_s);
        QCOMPARE(suspects(program), m_suspects.first(3));
        judge(program, m_suspects.first(), u"good"_s);
        judge(program, m_suspects.at(1), u"bad"_s);
        const Finished resumed = program.run({u"resume"_s, u"skips.culprit"_s});
        QVERIFY2(resumed.output.contains(u"The bug was introduced by commit"_s) &&
                     resumed.output.contains(m_suspects.at(1).left(12)),
                 qPrintable(resumed.output + resumed.errors));
    }

private:
    QString git(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"git"_s, QStringList{u"-C"_s, m_demo.history.repository, u"-c"_s, u"user.name=Test"_s, u"-c"_s,
                                            u"user.email=test@example.org"_s} +
                                    arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAll()).trimmed();
    }

    /// A commit that appends to a file.
    QString commit(const QString &path, const QByteArray &text)
    {
        QFile file(m_demo.history.repository + u'/' + path);
        if (!file.open(QIODevice::Append)) {
            qFatal("cannot write %s", qPrintable(path));
        }
        file.write(text);
        file.close();
        git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"%1: change it"_s.arg(path)});
        return git({u"rev-parse"_s, u"HEAD"_s});
    }

    /// A commit whose kernel is another one than any other's.
    QString step(int number)
    {
        const QByteArray name = "step_" + QByteArray::number(number);
        return commit(u"kernel/sched.c"_s, "\nint " + name + "(void);\nint " + name + "(void)\n{\n\treturn " +
                                               QByteArray::number(number) + ";\n}\n");
    }

    /// Three revisions without the bug, four that do not build, the second of them the culprit, and four with the bug.
    void writeHistory()
    {
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"way"_s, m_demo.history.culpritParent});
        m_good = m_demo.history.culpritParent;
        for (int number = 1; number <= 3; ++number) {
            step(number);
        }
        m_suspects = {commit(u"kernel/time.c"_s, "\n#error not yet\n")};
        git({u"cherry-pick"_s, m_demo.history.culprit});
        m_suspects += git({u"rev-parse"_s, u"HEAD"_s});
        m_suspects += step(4);
        m_suspects += step(5);
        git({u"revert"_s, u"--no-edit"_s, m_suspects.first()});
        m_suspects += git({u"rev-parse"_s, u"HEAD"_s});
        for (int number = 6; number <= 8; ++number) {
            m_bad = step(number);
        }
    }

    QString writeSetup(const Program &program, const QString &strategy) const
    {
        QFile file(m_demo.setupFile);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qPrintable(m_demo.setupFile));
        }
        QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression left(u"^(good|bad|runs|strategy|confidence|prior) *=.*\n"_s,
                                             QRegularExpression::MultilineOption);
        text.remove(left);
        text.replace(u"[kernel]\n"_s, u"[kernel]\nbad = \"%1\"\ngood = [\"%2\"]\n"_s.arg(m_bad, m_good));
        text.replace(u"[test]\n"_s, u"[test]\nruns = 6\n"_s);
        text.replace(u"[search]\n"_s, u"[search]\nstrategy = \"%1\"\n"_s.arg(strategy));
        return program.write(u"skips.toml"_s, text.toUtf8());
    }

    /// Of the session as it stands, oldest first.
    [[nodiscard]] QStringList suspects(const Program &program) const
    {
        const QJsonObject session =
            QJsonDocument::fromJson(program.run({u"show"_s, u"skips.culprit"_s, u"--as"_s, u"json"_s}).output.toUtf8())
                .object();
        const QStringList left =
            session.value(u"conclusion"_s).toObject().value(u"candidates"_s).toVariant().toStringList();
        QStringList sorted = m_suspects;
        sorted.removeIf([&left](const QString &commit) { return !left.contains(commit); });
        return sorted.size() == left.size() ? sorted : left;
    }

    static QStringList hashesIn(const QString &text)
    {
        static const QRegularExpression hash(u"\\b[0-9a-f]{40}\\b"_s);
        QStringList found;
        for (const QRegularExpressionMatch &match : hash.globalMatch(text)) {
            found += match.captured();
        }
        found.removeDuplicates();
        return found;
    }

    static void judge(const Program &program, const QString &revision, const QString &verdict)
    {
        const Finished judged =
            program.run({u"judge"_s, u"skips.culprit"_s, u"--revision"_s, revision, u"--verdict"_s, verdict});
        QVERIFY2(judged.status == 0, qPrintable(judged.output + judged.errors));
    }

    DemoSetup m_demo;
    QString m_good;
    QString m_bad;
    QStringList m_suspects; ///< oldest first; the last one builds
};

QTEST_GUILESS_MAIN(SkipsTest)
#include "tst_skips.moc"
