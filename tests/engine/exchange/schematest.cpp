// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/exchange/bisected.h"
#include "tests/engine/exchange/importedlog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace culprit;
using namespace culprit::test;
using namespace Qt::StringLiterals;

namespace
{

/// What python3-jsonschema finds wrong with an export; empty: nothing.
QByteArray complaintsOn(const QByteArray &json)
{
    const QString script = uR"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)):
    print(error.json_path, error.message[:200])
)"_s;
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(u"python3"_s, {u"-c"_s, script, QStringLiteral(CULPRIT_SESSION_SCHEMA)});
    python.write(json);
    python.closeWriteChannel();
    const bool ended = python.waitForFinished();
    const QByteArray said = python.readAll();
    return ended && python.exitCode() == 0 ? said : said + "\npython3 failed: " + python.errorString().toUtf8();
}

QByteArray jsonOf(const Source &source)
{
    return exportSession(u"json"_s, source).value();
}

/// With an event of each kind that the history does not make.
void makeRich(Bisected &bisected)
{
    RecipientsFound found;
    found.culprit = bisected.id(guilty);
    found.recipients = {{u"a@example.org"_s, u"Ann"_s, u"author"_s, false}, {u"l@example.org"_s, {}, u"list"_s, true}};
    bisected.happen(found);
    bisected.happen(VerdictJudged{bisected.id(12), Verdict::Good, u"note"_s, {}, 0});
    bisected.happen(VerdictJudged{bisected.id(10), Verdict::Bad, u"note"_s, {}, 9});
    bisected.happen(TitleJudged{noise, Relevance::Target, {}, {}});
    bisected.happen(OutcomeJudged{RunId{1}, Outcome::InfraFailed, {}, {}});
    bisected.happen(RetestAsked{bisected.id(12), 5, {}, {}});
    bisected.happen(RangeSkipped{u"v1..v2"_s, {bisected.id(3)}, u"note"_s, {}});
    bisected.happen(ReportRead{RunId{2}, u"report"_s, {}, u"net/a.c"_s, {}});
    bisected.happen(Undone{bisected.state.judgements.front().seq, {}});
    bisected.happen(CommitsWeighed{{{500, u"touches a file"_s, u"0,3-5"_s}}});
    bisected.happen(EngineStopped{u"Asked to."_s, false});
    const ObjectId revert = bisected.id(13); // any commit will do
    bisected.happen(RevertMade{bisected.id(guilty), bisected.state.newestEnd(), revert, {}});
    bisected.happen(ConfigMade{u"defconfig"_s, bisected.id(last), LogId{}, {}});
    bisected.happen(RunStarted{RunId{900}, BuildId{1}, bisected.id(9), LogId{}, 0, {}, 0, -1});
}

} // namespace

class SchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsAreAsTheSchemaSays_data();
    void exportsAreAsTheSchemaSays();
    void importedSessionsToo();
    void unknownMembersAreFound_data();
    void unknownMembersAreFound();
};

void SchemaTest::exportsAreAsTheSchemaSays_data()
{
    QTest::addColumn<bool>("fix");
    QTest::newRow("cause") << false;
    QTest::newRow("fix") << true;
}

void SchemaTest::exportsAreAsTheSchemaSays()
{
    QFETCH(bool, fix);
    Bisected bisected(fix ? Find::Fix : Find::Cause);
    makeRich(bisected);
    QCOMPARE(complaintsOn(jsonOf(bisected.source())), QByteArray());
    bisected.happen(RevertMade{bisected.id(guilty), bisected.state.newestEnd(), {}, u"it is a merge"_s});
    const QByteArray json = jsonOf(bisected.source());
    QVERIFY2(json.contains("\"obstacle\":\"it is a merge\""), json.constData());
    QCOMPARE(complaintsOn(json), QByteArray());
    bisected.conclusion = {};
    bisected.state = {};
    bisected.events.clear();
    QCOMPARE(complaintsOn(jsonOf(bisected.source())), QByteArray());
}

void SchemaTest::importedSessionsToo()
{
    const Imported imported(sample());
    const Conclusion conclusion;
    const QByteArray json = jsonOf({imported.state, imported.events, conclusion, imported.kept});
    QVERIFY(json.contains("\"doubted\":[{"));
    QCOMPARE(complaintsOn(json), QByteArray());
}

void SchemaTest::unknownMembersAreFound_data()
{
    QTest::addColumn<QString>("in");
    for (const char *in : {"", "conclusion", "recipients", "revisions", "runs", "titles", "events"}) {
        QTest::newRow(*in == '\0' ? "itself" : in) << QString::fromLatin1(in);
    }
}

void SchemaTest::unknownMembersAreFound()
{
    QFETCH(QString, in);
    Bisected bisected(Find::Cause);
    makeRich(bisected);
    QJsonObject object = QJsonDocument::fromJson(jsonOf(bisected.source())).object();
    if (in.isEmpty()) {
        object.insert(u"news"_s, 1);
    } else if (QJsonValue part = object.value(in); part.isObject()) {
        QJsonObject changed = part.toObject();
        changed.insert(u"news"_s, 1);
        object.insert(in, changed);
    } else {
        QJsonArray all = part.toArray();
        QJsonObject changed = all.first().toObject();
        changed.insert(u"news"_s, 1);
        all[0] = changed;
        object.insert(in, all);
    }
    const QByteArray complaints = complaintsOn(QJsonDocument(object).toJson());
    QVERIFY2(complaints.contains("'news' was unexpected"), complaints.constData());
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "schematest.moc"
