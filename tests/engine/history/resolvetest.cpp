// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

#include <map>

using namespace culprit;
using test::idOf;

class ResolveTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsTheCommitThatGitFinds_data();
    void findsTheCommitThatGitFinds();
    void saysWhatIsUnknown_data();
    void saysWhatIsUnknown();
    void listsWhatAmbiguousDigitsCanMean();
    void digitsOfACommitAndAFileMeanTheCommit();
    void aTreeIsNoCommit();
    void readsHex();

private:
    test::ScratchRepository m_scratch;
};

void ResolveTest::initTestCase()
{
    m_scratch.addOn({});
    for (std::size_t i = 1; i < 20; ++i) {
        m_scratch.addOn({i - 1});
    }
    m_scratch.write();
    m_scratch.annotatedTag(QStringLiteral("v1.0"), 3);
    m_scratch.tag(QStringLiteral("light"), 5);
    m_scratch.branch(QStringLiteral("topic/one"), 8);
    m_scratch.branch(QStringLiteral("both"), 9);
    m_scratch.tag(QStringLiteral("both"), 10);
}

void ResolveTest::findsTheCommitThatGitFinds_data()
{
    QTest::addColumn<QString>("revision");
    for (const char *revision : {"HEAD", "main", "v1.0", "light", "topic/one", "both", "refs/heads/both", "heads/both",
                                 "tags/v1.0", "HEAD~3", "HEAD^", "v1.0^{commit}", "v1.0^0", "main@{0}", "@"}) {
        QTest::newRow(revision) << QString::fromLatin1(revision);
    }
}

void ResolveTest::findsTheCommitThatGitFinds()
{
    QFETCH(const QString, revision);
    const history::Repository repository = test::opened(m_scratch.path());
    const test::GitAnswer theirs = m_scratch.git({QStringLiteral("rev-parse"), QStringLiteral("-q"),
                                                  QStringLiteral("--verify"), revision + QLatin1String("^{commit}")});
    const auto ours = repository.resolve(revision.toStdString());
    QCOMPARE(ours.has_value(), theirs.ok());
    if (ours) {
        QCOMPARE(QByteArray::fromStdString(ours->hex()), theirs.output.trimmed());
    }
    const QString described =
        QString::fromLatin1(m_scratch.gitOutput({QStringLiteral("describe"), QStringLiteral("main")}));
    QVERIFY(described.startsWith(QLatin1String("v1.0-16-g")));
    QCOMPARE(repository.resolve(described.toStdString()).value(), idOf(m_scratch, 19));
    const std::string hash = idOf(m_scratch, 7).hex();
    for (const std::size_t digits : {40U, 20U, 12U, 10U}) {
        QCOMPARE(repository.resolve(hash.substr(0, digits)).value(), idOf(m_scratch, 7));
    }
}

void ResolveTest::saysWhatIsUnknown_data()
{
    QTest::addColumn<QByteArray>("revision");
    for (const char *revision : {"v9.9", "0123456789abcdef0123456789abcdef01234567", "abc", "HEAD~100", "v1.0..main",
                                 "--all", "a b", "v1.0-3-gffffffffffff", "^", "@{u}", "HEAD^{tree}~1"}) {
        QTest::newRow(revision) << QByteArray(revision);
    }
    QTest::newRow("long") << QByteArray(100'000, 'x');
    QTest::newRow("NUL") << QByteArray("main\0x", 6);
    QTest::newRow("escape") << QByteArray("\x1b[31m\nmain");
}

void ResolveTest::saysWhatIsUnknown()
{
    QFETCH(const QByteArray, revision);
    const auto id = test::opened(m_scratch.path()).resolve(revision.toStdString());
    QVERIFY(!id);
    QCOMPARE(id.error().kind, Error::Kind::Use);
    const QByteArray message = QByteArray::fromStdString(id.error().message);
    QVERIFY2(message.startsWith("There is no commit, branch or tag"), message.constData());
    QVERIFY(message.size() < 400);
    QVERIFY(!message.contains('\x1b') && !message.contains('\n'));
    QCOMPARE(test::opened(m_scratch.path()).resolve("").error().kind, Error::Kind::Use);
}

void ResolveTest::listsWhatAmbiguousDigitsCanMean()
{
    // Among a thousand commits two begin with the same four digits.
    test::ScratchRepository scratch;
    scratch.addOn({});
    for (std::size_t i = 1; i < 1000; ++i) {
        scratch.addOn({i - 1});
    }
    scratch.write();
    std::map<QByteArray, std::vector<QByteArray>> byDigits;
    for (const QByteArray &hash : scratch.hashes()) {
        byDigits[hash.left(4)].push_back(hash);
    }
    const auto shared = std::ranges::find_if(byDigits, [](const auto &entry) { return entry.second.size() > 1; });
    QVERIFY(shared != byDigits.end());
    const history::Repository repository = test::opened(scratch.path());
    for (const QByteArray &around : {QByteArray(), QByteArray("~1")}) {
        const auto id = repository.resolve((shared->first.toUpper() + around).toStdString());
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Use);
        const QByteArray message = QByteArray::fromStdString(id.error().message);
        QVERIFY2(message.contains("write more digits"), message.constData());
        for (const QByteArray &hash : shared->second) {
            QVERIFY2(message.contains(hash.left(12)), message.constData());
            QCOMPARE(repository.resolve(hash.left(12).toStdString()).value().hex(), hash.toStdString());
        }
    }
}

void ResolveTest::digitsOfACommitAndAFileMeanTheCommit()
{
    test::ScratchRepository scratch;
    scratch.addOn({});
    for (std::size_t i = 1; i < 600; ++i) {
        scratch.addOn({i - 1});
    }
    scratch.write();
    const QByteArray objects = scratch.gitOutput({QStringLiteral("cat-file"), QStringLiteral("--batch-all-objects"),
                                                  QStringLiteral("--batch-check=%(objectname) %(objecttype)")});
    std::map<QByteArray, std::pair<int, int>> counts; // commits, others
    for (const QByteArray &line : objects.split('\n')) {
        auto &[commits, others] = counts[line.left(4)];
        ++(line.endsWith("commit") ? commits : others);
    }
    const auto mixed = std::ranges::find_if(
        counts, [](const auto &entry) { return entry.second.first == 1 && entry.second.second > 0; });
    QVERIFY(mixed != counts.end());
    const auto id = test::opened(scratch.path()).resolve(mixed->first.toStdString());
    QVERIFY(id);
    QVERIFY(QByteArray::fromStdString(id->hex()).startsWith(mixed->first));
}

void ResolveTest::aTreeIsNoCommit()
{
    const auto id = test::opened(m_scratch.path()).resolve("HEAD^{tree}");
    QVERIFY(!id);
    QVERIFY(QString::fromStdString(id.error().message).contains(QLatin1String("names a tree, not a commit")));
}

void ResolveTest::readsHex()
{
    using history::ObjectId;
    const std::string hex = "0123456789abcdef0123456789abcdef01234567";
    QCOMPARE(ObjectId::fromHex(hex).value().hex(), hex);
    QCOMPARE(ObjectId::fromHex("0123456789ABCDEF0123456789ABCDEF01234567").value().hex(), hex);
    QVERIFY(!ObjectId::fromHex(hex.substr(1)));
    QVERIFY(!ObjectId::fromHex(hex + "0"));
    QVERIFY(!ObjectId::fromHex("g" + hex.substr(1)));
    QVERIFY(ObjectId().isNull());
    QCOMPARE(ObjectId::fromHex(hex).value().shortHex(), hex.substr(0, 12));
}

QTEST_GUILESS_MAIN(ResolveTest)
#include "resolvetest.moc"
