// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/patchhunks.h"
#include "tests/engine/history/historyhelpers.h"

#include <QTest>

#include <random>

using namespace culprit;
using namespace culprit::history;

namespace
{

QByteArray numbered(int from, int to, const QByteArray &word = "line")
{
    QByteArray lines;
    for (int i = from; i < to; ++i) {
        lines += word + ' ' + QByteArray::number(i) + '\n';
    }
    return lines;
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    for (const QByteArray &line : QByteArray::fromStdString(text).split('\n')) {
        lines.push_back(line.toStdString());
    }
    return lines;
}

} // namespace

/// Of patches that the real thing makes.
class PatchHunksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::ScratchCommit first;
        first.files = {{"net/tcp.c", "int tcp_close(void)\n{\n" + numbered(3, 40, "\tline") + "}\n"},
                       {"old.c", numbered(1, 40)},
                       {"gone.c", "-- a/x\n++ b/x\n"}};
        m_scratch.add(first);
        test::ScratchCommit second;
        second.parents = {0};
        second.files = {{"net/tcp.c", "int tcp_close(void)\n{\n" + numbered(3, 20, "\tline") + "\tnew\n" +
                                          numbered(21, 35, "\tline") + "\tmore\n" + numbered(35, 40, "\tline") + "}"},
                        {"sub/new name.c", numbered(1, 39)},
                        {"fresh.c", "@@ -1,1 +1,1 @@\ndiff --git a/x b/x\n"}};
        second.deletions = {"gone.c", "old.c"};
        m_scratch.add(second);
        m_scratch.write();
        m_text = test::opened(m_scratch.path()).patch(test::idOf(m_scratch, 1), 1'000'000).value();
        m_patch = hunksOf(m_text);
    }

    void filesHaveTheirPathsOnBothSides()
    {
        std::vector<std::pair<std::string, std::string>> paths;
        for (const PatchFile &file : m_patch.files) {
            paths.emplace_back(file.oldPath, file.newPath);
            QVERIFY(linesOf(m_text)[file.line].starts_with("diff --git "));
        }
        QCOMPARE(paths, (std::vector<std::pair<std::string, std::string>>{
                            {"", "fresh.c"}, {"gone.c", ""}, {"net/tcp.c", "net/tcp.c"}, {"old.c", "sub/new name.c"}}));
    }

    void hunksAreThoseOfTheText()
    {
        const std::vector<std::string> lines = linesOf(m_text);
        QCOMPARE(m_patch.hunks.size(), 5U);
        for (const Hunk &hunk : m_patch.hunks) {
            QVERIFY(lines[hunk.line].starts_with("@@ -"));
            for (std::size_t i = 0; i < hunk.signs.size(); ++i) {
                QCOMPARE(lines[hunk.line + 1 + i].front(), hunk.signs[i]);
            }
            const auto has = [&hunk](char sign) { return std::ranges::count(hunk.signs, sign); };
            QCOMPARE(has(' ') + has('-'), hunk.before.count);
            QCOMPARE(has(' ') + has('+'), hunk.after.count);
            QCOMPARE(hunkAt(m_patch, hunk.line), hunkAt(m_patch, hunk.line + hunk.signs.size()));
        }
        // A deleted line "-- a/x" is no header of a file.
        QCOMPARE(m_patch.hunks[1].signs, std::string("--"));
        QVERIFY(!hunkAt(m_patch, 0));
        QVERIFY(!hunkAt(m_patch, lines.size() + 10));
    }

    void aLineIsFoundOrTheNearestHunk()
    {
        const std::size_t tcp = fileNamed(m_patch, "../net/tcp.c").value();
        QCOMPARE(fileNamed(m_patch, "/home/me/linux/net/tcp.c"), std::optional(tcp));
        QVERIFY(!fileNamed(m_patch, "tcp.c"));
        QVERIFY(!fileNamed(m_patch, "ipv4/net/tcp.c"));
        const std::vector<std::string> lines = linesOf(m_text);
        const auto at = [&](std::uint32_t line) { return m_patch.hunks[nearestHunk(m_patch, tcp, line).value()]; };
        QCOMPARE(lines[lineInPatch(at(20), 20).value()], std::string("+\tnew"));
        QCOMPARE(lines[lineInPatch(at(35), 35).value()], std::string("+\tmore"));
        QCOMPARE(lines[lineInPatch(at(21), 21).value()], std::string(" \tline 21"));
        QVERIFY(!lineInPatch(at(1), 1));
        QCOMPARE(at(1).after.first, 17U);
        QCOMPARE(at(26).after.first, 17U);
        QCOMPARE(at(30).after.last(), at(100'000).after.last());
    }

    void aHeadingNamesTheFunction()
    {
        QCOMPARE(hunksHeaded(m_patch, "tcp_close").size(), 2U);
        QVERIFY(hunksHeaded(m_patch, "tcp").empty());
        QVERIFY(hunksHeaded(m_patch, "").empty());
    }

    void takesAnything()
    {
        std::mt19937 random(3);
        for (int i = 0; i < 3000; ++i) {
            std::string text = m_text.substr(0, random() % (m_text.size() + 1));
            for (int k = 0; k < 4 && !text.empty(); ++k) {
                text[random() % text.size()] = static_cast<char>(random() % 256);
            }
            const PatchHunks patch = hunksOf(text);
            for (const Hunk &hunk : patch.hunks) {
                QVERIFY(hunk.file < patch.files.size());
                (void)lineInPatch(hunk, hunk.after.last());
            }
        }
        const PatchHunks huge = hunksOf("diff --git a/x b/x\n@@ -1,4294967295 +4294967295,4294967295 @@\n");
        QVERIFY(huge.hunks.empty());
    }

private:
    test::ScratchRepository m_scratch;
    std::string m_text;
    PatchHunks m_patch;
};

QTEST_GUILESS_MAIN(PatchHunksTest)
#include "patchhunkstest.moc"
