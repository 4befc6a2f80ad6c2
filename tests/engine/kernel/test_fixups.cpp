// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "minitree.h"
#include "onebuild.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace culprit;
using namespace culprit::kernel;
using Outcome = BuildResult::Outcome;

namespace
{

constexpr auto Broken = "int count(int n) { return n + one(); }\n";
constexpr auto Mended = "int one(void) { return 1; }\nint count(int n) { return n + one(); }\n";

QString hex(const history::ObjectId &id)
{
    return QString::fromStdString(id.hex());
}

/// A photograph of a repository without the times of its objects.
QByteArrayList contentsOf(const QString &folder)
{
    QByteArrayList lines = photograph(folder).split('\n');
    for (QByteArray &line : lines) {
        if (line.contains("/.git/objects")) {
            const QByteArrayList words = line.split(' ');
            line = words.first() + ' ' + words.last();
        }
    }
    return lines;
}

} // namespace

/// A tree that does not build from one commit on, and the commit that mends it: first - guilty - between - fix.
class TestFixups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void commitMendsWhatDoesNotBuild();
    void patchMendsToo();
    void nextCheckoutIsClean();
    void withoutTheGuiltyNothingIsDone();
    void notWhereItIsAlready();
    void notWhereItsTitleIsAlready();
    void stretchBoundsIt();
    void oneThatDoesNotApplyIsNamed();
    void unknownCommits();
    void cacheTellsFixedFromUnfixed();
    void usersRepositoryIsLeftAlone();

private:
    history::ObjectId commit(const char *title, const QMap<QString, QByteArray> &files);
    BuildRequest request(const history::ObjectId &revision, const QList<Fixup> &fixups) const;
    OneBuild build(const BuildRequest &request, const std::optional<ArtifactCache> &cache = {}) const;
    Fixup fix() const;
    Fixup patch();
    QString path(const char *name) const { return m_folder->filePath(text(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MiniTree> m_tree;
    history::ObjectId m_guilty;
    history::ObjectId m_between;
    history::ObjectId m_fix;
};

void TestFixups::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_tree = std::make_unique<MiniTree>(path("tree"));
    m_guilty =
        commit("count: be clever",
               {{text("count.c"), Broken},
                {text("Makefile"),
                 readFile(path("tree/Makefile")).replace("-c -o", "-Werror=implicit-function-declaration -c -o")}});
    m_between = commit("greet: wave", {{text("README"), "Hello.\n"}});
    m_fix = commit("count: know one", {{text("count.c"), Mended}, {text("one.txt"), "1\n"}});
}

history::ObjectId TestFixups::commit(const char *title, const QMap<QString, QByteArray> &files)
{
    m_tree->commit(files);
    m_tree->git({text("commit"), text("-q"), text("--amend"), text("-m"), text(title)});
    return history::ObjectId::fromHex(m_tree->git({text("rev-parse"), text("HEAD")}).trimmed().toStdString()).value();
}

BuildRequest TestFixups::request(const history::ObjectId &revision, const QList<Fixup> &fixups) const
{
    BuildRequest request;
    request.revision = revision;
    request.recipe = MiniTree::recipe();
    request.jobs = 1;
    request.outputFolder = path("out");
    request.ways.fixups = fixups;
    return request;
}

OneBuild TestFixups::build(const BuildRequest &request, const std::optional<ArtifactCache> &cache) const
{
    return {BuildSlot::acquire(path("cache"), m_tree->folder(), request.recipe).value(), request, cache};
}

Fixup TestFixups::fix() const
{
    Fixup fixup;
    fixup.commit = hex(m_fix);
    fixup.reason = text("does not build");
    return fixup;
}

Fixup TestFixups::patch()
{
    writeFile(path("mend.patch"),
              m_tree->git({text("format-patch"), text("-1"), text("--stdout"), hex(m_fix)}).toUtf8());
    Fixup fixup;
    fixup.patch = path("mend.patch");
    return fixup;
}

void TestFixups::commitMendsWhatDoesNotBuild()
{
    const OneBuild broken = build(request(m_between, {}));
    QCOMPARE(broken.result.outcome, Outcome::Failed);
    QCOMPARE(broken.result.applied, QStringList());
    const OneBuild mended = build(request(m_between, {fix()}));
    QCOMPARE(mended.result.cause, QString());
    QCOMPARE(mended.result.outcome, Outcome::Built);
    const QString said = text("fix-up %1 (\"count: know one\"): does not build").arg(hex(m_fix).first(12));
    QCOMPARE(mended.result.applied, QStringList{said});
    QVERIFY(mended.log.contains(said.toUtf8()));
}

void TestFixups::patchMendsToo()
{
    const OneBuild mended = build(request(m_between, {patch()}));
    QCOMPARE(mended.result.cause, QString());
    QCOMPARE(mended.result.applied, QStringList{text("fix-up mend.patch")});
    BuildRequest asked = request(m_between, {patch()});
    QVERIFY(QFile::remove(path("mend.patch")));
    const OneBuild gone = build(asked);
    QCOMPARE(gone.result.outcome, Outcome::Infrastructure);
    QVERIFY2(gone.result.cause.contains(path("mend.patch")), qPrintable(gone.result.cause));
}

void TestFixups::nextCheckoutIsClean()
{
    const auto slot = BuildSlot::acquire(path("cache"), m_tree->folder(), MiniTree::recipe()).value();
    for (const Fixup &fixup : {fix(), patch()}) {
        QCOMPARE(OneBuild(slot, request(m_between, {fixup})).result.outcome, Outcome::Built);
        QCOMPARE(readFile(slot->source() + text("/one.txt")), "1\n");
        for (const history::ObjectId &next : {m_between, m_guilty}) {
            QCOMPARE(OneBuild(slot, request(next, {})).result.outcome, Outcome::Failed);
            QCOMPARE(readFile(slot->source() + text("/count.c")), Broken);
            QVERIFY(!QFile::exists(slot->source() + text("/one.txt")));
        }
    }
}

void TestFixups::withoutTheGuiltyNothingIsDone()
{
    Fixup fixup = fix();
    fixup.guilty = hex(m_guilty);
    const OneBuild before = build(request(m_tree->first(), {fixup}));
    QCOMPARE(before.result.outcome, Outcome::Built);
    QCOMPARE(before.result.applied, QStringList());
    QCOMPARE(build(request(m_guilty, {fixup})).result.applied.size(), 1);
}

void TestFixups::notWhereItIsAlready()
{
    const OneBuild built = build(request(m_fix, {fix()}));
    QCOMPARE(built.result.outcome, Outcome::Built);
    QCOMPARE(built.result.applied, QStringList());
}

void TestFixups::notWhereItsTitleIsAlready()
{
    m_tree->git({text("checkout"), text("-q"), text("-b"), text("stable"), hex(m_between)});
    const auto backport = commit("count: know one", {{text("count.c"), QByteArray("/* backport */\n") + Mended}});
    const OneBuild built = build(request(backport, {fix()}));
    QCOMPARE(built.result.outcome, Outcome::Built);
    QCOMPARE(built.result.applied, QStringList());
}

void TestFixups::stretchBoundsIt()
{
    Fixup fixup = fix();
    fixup.stretch.until = m_between.hex();
    QCOMPARE(build(request(m_between, {fixup})).result.outcome, Outcome::Failed);
    QCOMPARE(build(request(m_guilty, {fixup})).result.outcome, Outcome::Built);
    fixup.stretch = {.from = m_between.hex(), .until = {}};
    QCOMPARE(build(request(m_between, {fixup})).result.outcome, Outcome::Built);
}

void TestFixups::oneThatDoesNotApplyIsNamed()
{
    // On the first commit, the line that the fix-up stands beside is another one.
    for (const Fixup &fixup : {fix(), patch()}) {
        const OneBuild built = build(request(m_tree->first(), {fixup}));
        QCOMPARE(built.result.outcome, Outcome::Failed);
        const QString name = fixup.patch.isEmpty() ? hex(m_fix).first(12) : text("mend.patch");
        QVERIFY2(built.result.cause.startsWith(text("the fix-up ") + name), qPrintable(built.result.cause));
        QVERIFY2(built.result.cause.contains(text(" does not apply: ")), qPrintable(built.result.cause));
        QVERIFY2(built.result.cause.contains(text("count.c")), qPrintable(built.result.cause));
        QCOMPARE(built.result.applied, QStringList());
        QVERIFY(!built.log.contains("  CC "));
        QCOMPARE(build(request(m_tree->first(), {})).result.outcome, Outcome::Built);
    }
}

void TestFixups::unknownCommits()
{
    Fixup fixup = fix();
    fixup.commit = QString(40, u'd');
    const OneBuild unknown = build(request(m_fix, {fixup}));
    QCOMPARE(unknown.result.outcome, Outcome::Infrastructure);
    QVERIFY2(unknown.result.cause.contains(fixup.commit), qPrintable(unknown.result.cause));
    const OneBuild left = build(request(m_fix, fixupsOfReleases()));
    QCOMPARE(left.result.outcome, Outcome::Built);
    QCOMPARE(left.result.applied, QStringList());
}

void TestFixups::cacheTellsFixedFromUnfixed()
{
    const ArtifactCache cache(path("artifacts"));
    const auto revision = m_tree->first();
    writeFile(path("p"), "--- a/greet.c\n+++ b/greet.c\n@@ -1 +1 @@\n"
                         "-const char *greet(void) { return \"Linux version mini\"; }\n"
                         "+const char *greet(void) { return \"Linux version maxi\"; }\n");
    Fixup fixup;
    fixup.patch = path("p");
    QVERIFY(!build(request(revision, {}), cache).result.cached);
    const OneBuild fixed = build(request(revision, {fixup}), cache);
    QVERIFY(!fixed.result.cached);
    QVERIFY(readFile(fixed.result.image).contains("Linux version maxi"));
    const OneBuild again = build(request(revision, {fixup}), cache);
    QVERIFY(again.result.cached);
    QCOMPARE(again.result.applied, fixed.result.applied);
    writeFile(path("p"), readFile(path("p")).replace("maxi", "midi"));
    QVERIFY(!build(request(revision, {fixup}), cache).result.cached);
    QVERIFY(build(request(revision, {}), cache).result.cached);
}

void TestFixups::usersRepositoryIsLeftAlone()
{
    const QByteArrayList before = contentsOf(m_tree->folder());
    QCOMPARE(build(request(m_between, {fix()})).result.outcome, Outcome::Built);
    QCOMPARE(contentsOf(m_tree->folder()), before);
}

QTEST_GUILESS_MAIN(TestFixups)
#include "test_fixups.moc"
