// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/blamequery.h"
#include "tests/support/scratchrepository.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace culprit;
using namespace culprit::conductor;
using namespace Qt::StringLiterals;
using Blamed = Result<std::vector<history::BlamedLines>>;

namespace
{

constexpr int longest = 60'000; // ms, for git on a busy host

} // namespace

/// Of a real repository, by the real git.
class BlameQueryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::ScratchCommit first;
        first.message = "begin\n";
        first.files = {{"fs/a.c", "1\n2\n3\n4\n"}, {".gitattributes", "*.c diff=evil\n"}};
        m_scratch.add(first);
        test::ScratchCommit second;
        second.parents = {0};
        second.message = "two\n";
        second.files = {{"fs/a.c", "1\ntwo\n3\n4\n"}};
        m_scratch.add(second);
        test::ScratchCommit third;
        third.parents = {1};
        third.message = "three\n";
        third.files = {{"fs/a.c", "1\n2\nthree\n4\n"}};
        m_scratch.add(third);
        m_scratch.write();
    }

    void theLinesAreThoseBeforeTheCommit()
    {
        const Blamed blamed = ask({m_scratch.path(), id(2), "fs/a.c", {2, 2}});
        QVERIFY2(blamed, blamed ? "" : blamed.error().message.c_str());
        QCOMPARE(blamed->size(), 2U);
        QCOMPARE(blamed->at(0).commit, id(1));
        QCOMPARE(blamed->at(0).first, 2U);
        QCOMPARE(blamed->at(0).subject, std::string("two"));
        QCOMPARE(blamed->at(1).commit, id(0));
    }

    void theRepositoryRunsNothing()
    {
        const QString proof = m_scratch.path() + u"/run"_s;
        m_scratch.gitOutput({u"config"_s, u"diff.evil.textconv"_s, u"touch %1; cat"_s.arg(proof)});
        m_scratch.gitOutput({u"config"_s, u"core.fsmonitor"_s, u"touch %1; false"_s.arg(proof)});
        const Blamed blamed = ask({m_scratch.path(), id(2), "fs/a.c", {1, 4}});
        QVERIFY2(blamed, blamed ? "" : blamed.error().message.c_str());
        QVERIFY(!QFile::exists(proof));
    }

    void whatGitCannotTellIsASentence()
    {
        const auto whyNot = [this](const BlameQuery::Question &question) {
            const Blamed blamed = ask(question);
            return blamed ? QString() : QString::fromStdString(blamed.error().message);
        };
        QVERIFY2(whyNot({m_scratch.path(), id(0), "fs/a.c", {1, 1}}).contains(u"git says"_s), "a root");
        QVERIFY2(whyNot({m_scratch.path(), id(2), "none.c", {1, 1}}).contains(u"none.c"_s), "no such file");
        QVERIFY2(whyNot({m_scratch.path(), id(2), "fs/a.c", {90, 3}}).contains(u"git says"_s), "no such line");
        QVERIFY2(whyNot({m_scratch.path() + u"/nowhere"_s, id(2), "fs/a.c", {1, 1}}).contains(u"no folder"_s),
                 "no repository");
    }

    void deletedItSaysNothing()
    {
        auto query = std::make_unique<BlameQuery>(BlameQuery::Question{m_scratch.path(), id(2), "fs/a.c", {1, 4}});
        QSignalSpy finished(query.get(), &BlameQuery::finished);
        query->start();
        query.reset();
        QVERIFY(ask({m_scratch.path(), id(2), "fs/a.c", {1, 4}}));
        QCOMPARE(finished.count(), 0);
    }

private:
    [[nodiscard]] history::ObjectId id(std::size_t commit) const
    {
        return history::ObjectId::fromHex(m_scratch.hash(commit).toStdString()).value();
    }

    static Blamed ask(const BlameQuery::Question &question)
    {
        BlameQuery query(question);
        QSignalSpy finished(&query, &BlameQuery::finished);
        query.start();
        if (!finished.wait(longest)) {
            qFatal("no answer");
        }
        return finished.front().front().value<Blamed>();
    }

    test::ScratchRepository m_scratch;
};

QTEST_GUILESS_MAIN(BlameQueryTest)
#include "tst_blamequery.moc"
