// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/blame.h"
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

#include <random>

using namespace culprit;
using namespace culprit::history;
using namespace Qt::StringLiterals;

class BlameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::ScratchCommit first;
        first.message = "begin\n";
        first.files = {{"a.c", "1\n2\n3\n4\n5\n6\n"}};
        m_scratch.add(first);
        test::ScratchCommit second;
        second.parents = {0};
        second.message = "change <b>two</b>\n\nMore.\n";
        second.author = "M\xe4x";
        second.date = 1'700'000'000;
        second.files = {{"a.c", "1\ntwo\n3\nfour\n5\n6\n"}};
        m_scratch.add(second);
        m_scratch.write();
        m_output = m_scratch.gitOutput({u"blame"_s, u"--porcelain"_s, u"-L2,6"_s, u"main"_s, u"--"_s, u"a.c"_s}) + '\n';
    }

    void neighboursOfOneCommitAreOneEntry()
    {
        const auto blamed = readBlame(m_output.toStdString());
        QVERIFY(blamed);
        std::vector<std::tuple<ObjectId, std::uint32_t, std::uint32_t>> entries;
        for (const BlamedLines &lines : *blamed) {
            entries.emplace_back(lines.commit, lines.first, lines.count);
        }
        const ObjectId begin = test::idOf(m_scratch, 0);
        const ObjectId change = test::idOf(m_scratch, 1);
        QCOMPARE(entries, (std::vector<std::tuple<ObjectId, std::uint32_t, std::uint32_t>>{
                              {change, 2U, 1U}, {begin, 3U, 1U}, {change, 4U, 1U}, {begin, 5U, 2U}}));
        // The facts stand at a commit's first lines only.
        QCOMPARE(blamed->at(2).subject, std::string("change <b>two</b>"));
        QCOMPARE(blamed->at(2).author, std::string("M\uFFFDx"));
        QCOMPARE(blamed->at(2).time, 1'700'000'000);
        QVERIFY(!blamed->at(2).isOldest);
        QCOMPARE(blamed->at(3).subject, std::string("begin"));
        QVERIFY(blamed->at(3).isOldest);
    }

    void anythingElseIsAnError()
    {
        QVERIFY(!readBlame({}));
        QVERIFY(!readBlame("fatal: no such path\n"));
        std::mt19937 random(5);
        const std::string whole = m_output.toStdString();
        for (int i = 0; i < 3000; ++i) {
            std::string text = whole.substr(0, random() % (whole.size() + 1));
            if (!text.empty()) {
                text[random() % text.size()] = static_cast<char>(random() % 256);
            }
            const auto blamed = readBlame(text);
            QVERIFY(blamed ? !blamed->empty() : !blamed.error().message.empty());
        }
    }

private:
    test::ScratchRepository m_scratch;
    QByteArray m_output;
};

QTEST_GUILESS_MAIN(BlameTest)
#include "blametest.moc"
