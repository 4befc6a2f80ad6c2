// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class SearchPlayerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCulpritOfAWorld_data();
    void findsTheCulpritOfAWorld();
    void namesWhatBuildsCannotTellApart();
    void poolsWorldsOfOneKind();
    void aSingleMachineTakesMoreBatches();
    void speaksTheProtocol_data();
    void speaksTheProtocol();
    void playsBothSidesOfAHint();
    void refusesBadLines_data();
    void refusesBadLines();
    void refusesBadWorlds_data();
    void refusesBadWorlds();
    void refusesWrongUse_data();
    void refusesWrongUse();
    void helps();
};

namespace
{

struct Run {
    int status = -1;
    QString out;
    QString err;
};

Run player(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(SEARCHPLAYER), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString data(const QString &name)
{
    return QStringLiteral(TEST_DATA "/") + name;
}

QString contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The columns of each row by name.
QList<QHash<QString, QString>> rowsOf(const Run &run)
{
    const QStringList lines = run.out.split(u'\n', Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u'\t');
    QList<QHash<QString, QString>> rows;
    for (const QString &line : lines.mid(1)) {
        const QStringList values = line.split(u'\t');
        if (values.size() != names.size()) {
            return {};
        }
        QHash<QString, QString> row;
        for (qsizetype i = 0; i < names.size(); ++i) {
            row.insert(names[i], values[i]);
        }
        rows.append(row);
    }
    return rows;
}

/// Refusals end with status 2 and one sentence.
void compareRefusal(const Run &run, const QString &says)
{
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.startsWith(u"searchplayer: "_s) && run.err.contains(says), qPrintable(run.err));
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY(run.err.endsWith(u".\n"_s));
}

} // namespace

void SearchPlayerTest::findsTheCulpritOfAWorld_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("one after the other") << QStringList{};
    QTest::newRow("surer") << QStringList{u"--confidence"_s, u"0.99"_s};
    QTest::newRow("side by side") << QStringList{u"--async"_s};
}

void SearchPlayerTest::findsTheCulpritOfAWorld()
{
    QFETCH(const QStringList, options);
    const Run run = player(options + QStringList{data(u"sixty.world"_s)});
    QCOMPARE(run.err, QString());
    QCOMPARE(run.status, 0);
    const auto rows = rowsOf(run);
    QCOMPARE(rows.size(), 1);
    const auto &row = rows.first();
    QCOMPARE(row[u"scenario"_s], u"sixty"_s);
    QCOMPARE(row[u"topo"_s], u"kernel"_s);
    QCOMPARE(row[u"n"_s], u"60"_s);
    QCOMPARE(row[u"p"_s], u"0.6"_s);
    QCOMPARE(row[u"P"_s], u"10"_s);
    QCOMPARE(row[u"trials"_s], u"1"_s);
    for (const QString &share : {u"correct"_s, u"exact"_s, u"answered"_s}) {
        QCOMPARE(row[share], u"1.0000"_s);
    }
    QCOMPARE(row[u"set_size"_s], u"1.00"_s);
    QCOMPARE(row[u"capped"_s], u"0"_s);
    QCOMPARE(row[u"claims"_s], u"1"_s);
    QVERIFY(row[u"conf"_s].toDouble() >= 0.95);
    const double builds = row[u"builds"_s].toDouble();
    const double batches = row[u"batches"_s].toDouble();
    QVERIFY(builds >= 4 && builds <= 20);
    QVERIFY(row[u"runs"_s].toDouble() >= 20);
    if (options.contains(u"--async"_s)) {
        QVERIFY(row[u"wall"_s].toDouble() < 6.7 * builds + batches);
        QVERIFY(row[u"build_minutes"_s].toDouble() > 0);
    } else {
        QVERIFY(std::abs(row[u"wall"_s].toDouble() - (6.7 * builds + batches)) < 0.1);
        QVERIFY(std::abs(row[u"wall_R9.4"_s].toDouble() - (6.7 * builds + 9.4 * batches)) < 0.1);
    }
}

void SearchPlayerTest::namesWhatBuildsCannotTellApart()
{
    const auto rows = rowsOf(player({data(u"sixty-broken.world"_s)}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first()[u"correct"_s], u"1.0000"_s);
    QCOMPARE(rows.first()[u"exact"_s], u"0.0000"_s);
    QVERIFY(rows.first()[u"set_size"_s].toDouble() >= 3);
    QVERIFY(rows.first()[u"failed_builds"_s].toDouble() >= 1);
}

void SearchPlayerTest::poolsWorldsOfOneKind()
{
    const QString world = data(u"sixty.world"_s);
    const Run run = player({world, data(u"sixty-broken.world"_s), world});
    const auto rows = rowsOf(run);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][u"trials"_s], u"2"_s);
    QCOMPARE(rows[1][u"trials"_s], u"1"_s);
    // A world always ends the same way.
    QCOMPARE(rows[0][u"runs"_s], rowsOf(player({world})).value(0)[u"runs"_s]);
}

void SearchPlayerTest::aSingleMachineTakesMoreBatches()
{
    const auto row = rowsOf(player({u"--machines"_s, u"1"_s, data(u"sixty.world"_s)})).value(0);
    QCOMPARE(row[u"P"_s], u"1"_s);
    QCOMPARE(row[u"correct"_s], u"1.0000"_s);
    QCOMPARE(row[u"runs"_s].toDouble(), row[u"batches"_s].toDouble());
}

namespace
{

const QByteArray twoCommits = "BBSIM 1\nWORLD n=2 head=1 P=4 B=6.7 R=1 conf=0.95 mode=%\n"
                              "C 0 1600000000 00000000000000aa 1\nC 1 1600000001 00000000000000bb 1 0\nBEGIN\n";

QByteArray told(const char *mode, const QByteArray &answers)
{
    return QByteArray(twoCommits).replace("%", mode) + answers;
}

} // namespace

void SearchPlayerTest::speaksTheProtocol_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("output");
    QTest::newRow("no game") << QByteArray("BBSIM 1\nQUIT\n") << QString();
    QTest::newRow("deterministic, culprit is the bad end")
        << told("deterministic", "BUILT 1 0 0\nQUIT\n") << u"RUN 0 1\nDONE 1 1\n"_s;
    QTest::newRow("deterministic, culprit is the first")
        << told("deterministic", "BUILT 0 0 1\nQUIT\n") << u"RUN 0 1\nDONE 1 0\n"_s;
    QTest::newRow("deterministic, skip") << told("deterministic", "BROKEN\nQUIT\n") << u"RUN 0 1\nDONE 1 0 1\n"_s;
    QTest::newRow("stopped, then another game")
        << told("auto", "STOP\n") + told("deterministic", "BUILT 1 0 0\nQUIT\n") << u"RUN 1 4\nRUN 0 1\nDONE 1 1\n"_s;
    QTest::newRow("with a clock, stopped") << told("async", "STOP\nQUIT\n") << u"BUILD 1\nWAIT\n"_s;
}

void SearchPlayerTest::speaksTheProtocol()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QString, output);
    const Run run = player({u"--protocol"_s}, input);
    QCOMPARE(run.err, QString());
    QCOMPARE(run.out, output);
    QCOMPARE(run.status, 0);
}

// A person is sure that the first commit has the bug: it alone is left, and the answer is certain.
void SearchPlayerTest::playsBothSidesOfAHint()
{
    const Run bad =
        player({u"--protocol"_s}, told("auto", "BUILT 0 4 0\nOVERRIDE 0 bad\nBUILT 0 4 0\nBUILT 0 2 0\nQUIT\n"));
    QVERIFY2(bad.out.endsWith(u"DONE 1 0\n"_s), qPrintable(bad.out + bad.err));
    const Run good =
        player({u"--protocol"_s}, told("auto", "BUILT 0 4 0\nOVERRIDE 0 good\nBUILT 0 4 0\nBUILT 0 2 0\nQUIT\n"));
    QVERIFY2(good.out.endsWith(u"DONE 1 1\n"_s), qPrintable(good.out + good.err));
}

void SearchPlayerTest::refusesBadLines_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("says");
    QTest::newRow("another version") << QByteArray("BBSIM 2\n") << u"\"BBSIM 2\""_s;
    QTest::newRow("commit before its world") << QByteArray("C 0 1 aa 1\n") << u"where WORLD"_s;
    QTest::newRow("begin before its world") << QByteArray("BEGIN\n") << u"where WORLD"_s;
    QTest::newRow("word for a number") << QByteArray("WORLD n=many head=1\n") << u"\"n=many\""_s;
    QTest::newRow("number out of range") << QByteArray("WORLD n=99999999999999999999 head=1\n") << u"\"n=9999"_s;
    QTest::newRow("no machines") << QByteArray("WORLD n=2 head=1 P=0\n") << u"\"P=0\""_s;
    QTest::newRow("build time") << QByteArray("WORLD n=2 head=1 B=nan\n") << u"\"B=nan\""_s;
    QTest::newRow("mode") << QByteArray("WORLD n=2 head=1 mode=fast\n") << u"\"mode=fast\""_s;
    QTest::newRow("no head") << QByteArray("WORLD n=2\n") << u"head=COMMITS-1"_s;
    const QByteArray head = "WORLD n=2 head=1\n";
    QTest::newRow("begin without commits") << head + "BEGIN\n" << u"told 0 commits of 2"_s;
    QTest::newRow("second commit first") << head + "C 1 1 aa 1\n" << u"not the next of 2 commits"_s;
    QTest::newRow("one commit too many") << head + "C 0 1 aa 1\nC 1 1 bb 1 0\nC 2 1 cc 1 1\n" << u"\"C 2"_s;
    QTest::newRow("own parent") << head + "C 0 1 aa 1 0\n" << u"parents before children"_s;
    QTest::newRow("negative weight") << head + "C 0 1 aa -1\n" << u"\"C 0 1 aa -1\""_s;
    QTest::newRow("short commit") << head + "C 0\n" << u"\"C 0\""_s;
    QTest::newRow("control characters") << QByteArray("\x1b[2J\n") << u"\"?[2J\""_s;
    QTest::newRow("endless line") << QByteArray(100'000, 'x') + "\n" << u"xxx...\""_s;
    QTest::newRow("answer of another tongue") << told("auto", "HELLO\n") << u"\"HELLO\""_s;
    QTest::newRow("too few counts") << told("auto", "BUILT 4 0\n") << u"\"BUILT 4 0\""_s;
    QTest::newRow("counts of other runs") << told("auto", "BUILT 4 4 4\n") << u"4 runs"_s;
    QTest::newRow("negative counts") << told("auto", "BUILT 5 -1 0\n") << u"\"BUILT 5 -1 0\""_s;
    QTest::newRow("hint out of range") << told("auto", "OVERRIDE 2 bad\n") << u"\"OVERRIDE 2 bad\""_s;
    QTest::newRow("hint of doubt") << told("auto", "OVERRIDE 0 maybe\n") << u"bad or good"_s;
    QTest::newRow("deterministic") << told("deterministic", "RAN\n") << u"\"RAN\""_s;
    QTest::newRow("event of no time") << told("async", "EVENT soon BUILT 1\n") << u"\"EVENT soon BUILT 1\""_s;
    QTest::newRow("event of another commit") << told("async", "EVENT 1 BUILT 0\n") << u"\"EVENT 1 BUILT 0\""_s;
    QTest::newRow("event of no runs") << told("async", "EVENT 1 RAN 1 1 0 0\n") << u"what is under way"_s;
    QTest::newRow("gone in a game") << told("auto", "") << u"went away"_s;
}

void SearchPlayerTest::refusesBadLines()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QString, says);
    compareRefusal(player({u"--protocol"_s}, input), says);
}

void SearchPlayerTest::refusesBadWorlds_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("says");
    QTest::newRow("no seed") << u"\nseed "_s << u"\n# "_s << u"needs a seed"_s;
    QTest::newRow("culprit out of range") << u"culprit 37"_s << u"culprit 60"_s << u"there are only 60"_s;
    QTest::newRow("culprit in words") << u"culprit 37"_s << u"culprit none"_s << u":5: culprit must"_s;
    QTest::newRow("rate above 1") << u" 0.6 0\n"_s << u" 1.6 0\n"_s << u":6: \"C 0"_s;
    QTest::newRow("scenario") << u" q=0.02"_s << u" q=often"_s << u":3: the scenario"_s;
    QTest::newRow("crashes from somewhere") << u"qmode=iid"_s << u"qmode=region"_s << u"only qmode=iid"_s;
    QTest::newRow("commits out of order") << u"\nC 7 "_s << u"\nC 8 "_s << u":13: "_s;
}

void SearchPlayerTest::refusesBadWorlds()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, says);
    QString text = contentsOf(data(u"sixty.world"_s));
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"bad.world"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    compareRefusal(player({file.fileName()}), says);
}

void SearchPlayerTest::refusesWrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing to play") << QStringList{} << u"WORLD file"_s;
    QTest::newRow("unknown option") << QStringList{u"--fast"_s} << u"\"--fast\""_s;
    QTest::newRow("confidence") << QStringList{u"--confidence"_s, u"2"_s, u"w"_s} << u"--confidence"_s;
    QTest::newRow("confidence of nothing") << QStringList{u"--confidence"_s} << u"--confidence"_s;
    QTest::newRow("machines") << QStringList{u"--machines"_s, u"0"_s, u"w"_s} << u"--machines"_s;
    QTest::newRow("protocol and a world") << QStringList{u"--protocol"_s, u"w"_s} << u"--protocol"_s;
    QTest::newRow("no such file") << QStringList{u"/nowhere/world"_s} << u"/nowhere/world"_s;
}

void SearchPlayerTest::refusesWrongUse()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    compareRefusal(player(arguments), says);
}

void SearchPlayerTest::helps()
{
    const Run run = player({u"--help"_s});
    QCOMPARE(run.status, 0);
    for (const QString &option : {u"--protocol"_s, u"--confidence"_s, u"--machines"_s, u"--async"_s}) {
        QVERIFY(run.out.contains(option));
    }
}

QTEST_GUILESS_MAIN(SearchPlayerTest)
#include "searchplayertest.moc"
