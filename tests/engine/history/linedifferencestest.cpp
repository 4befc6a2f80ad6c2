// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/linedifferences.h"

#include <QTest>

#include <format>
#include <random>

using culprit::history::LineDifference;
using culprit::history::lineDifferences;
using Differences = std::vector<LineDifference>;

namespace
{

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

} // namespace

class LineDifferencesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThem()
    {
        QCOMPARE(lineDifferences("a\nb\nc\n", "a\nb\nc\n"), Differences{});
        QCOMPARE(lineDifferences("", ""), Differences{});
        QCOMPARE(lineDifferences("a\nb\nc\n", "a\nx\ny\nc\n"), (Differences{{1, 1, 1, 2}}));
        QCOMPARE(lineDifferences("b\n", "a\nb\n"), (Differences{{0, 0, 0, 1}}));
        QCOMPARE(lineDifferences("a\nb\nc\n", "a\n"), (Differences{{1, 2, 1, 0}}));
        QCOMPARE(lineDifferences("", "a\n"), (Differences{{0, 0, 0, 1}}));
        QCOMPARE(lineDifferences("a\nb\nc\nd\n", "x\nb\nc\nd\ne\n"), (Differences{{0, 1, 0, 1}, {4, 0, 4, 1}}));
        // Bytes that are no text are lines all the same.
        QCOMPARE(lineDifferences(std::string("a\0\n\xff\n", 5), std::string("a\0\n\xfe\n", 5)),
                 (Differences{{1, 1, 1, 1}}));
    }

    void whatIsBetweenThemIsTheSame()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            std::string first;
            std::string second;
            for (int i = 0; i < 60; ++i) {
                const std::string line = std::format("{}\n", random() % 20);
                first += random() % 5 > 0 ? line : std::string();
                second += random() % 5 > 0 ? line : std::string();
            }
            const auto differences = lineDifferences(first, second);
            QVERIFY(differences.has_value());
            const std::vector<std::string> one = linesOf(first);
            const std::vector<std::string> other = linesOf(second);
            std::size_t at = 0;
            std::size_t beside = 0;
            const auto expectSame = [&](std::size_t until, std::size_t untilBeside) {
                QCOMPARE(until - at, untilBeside - beside);
                while (at < until) {
                    QCOMPARE(one.at(at++), other.at(beside++));
                }
            };
            for (const LineDifference &difference : *differences) {
                expectSame(std::size_t(difference.first), std::size_t(difference.second));
                at += std::size_t(difference.count);
                beside += std::size_t(difference.secondCount);
            }
            expectSame(one.size(), other.size());
        }
    }
};

QTEST_APPLESS_MAIN(LineDifferencesTest)
#include "linedifferencestest.moc"
