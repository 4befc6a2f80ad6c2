// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolecomparison.h"

#include "engine/crash/normalform.h"
#include "engine/history/linedifferences.h"
#include "widgets/consoletext.h"

namespace culprit::widgets
{

namespace
{

/// A console as it is shown, taken line by line, and as it is compared.
class Side final
{
public:
    explicit Side(QByteArrayView log)
    {
        m_isCut = log.size() > ConsoleComparison::byteLimit;
        ConsoleText text;
        m_text = text.take(log.first(std::min<qsizetype>(log.size(), ConsoleComparison::byteLimit))) + text.finish();
        if (!m_text.isEmpty() && !m_text.endsWith('\n')) {
            m_text += '\n';
        }
        readLines();
    }

    [[nodiscard]] const std::string &forms() const { return m_forms; }
    [[nodiscard]] int lines() const { return m_lines; }
    [[nodiscard]] bool isCut() const { return m_isCut; }

    void take(int lines, QByteArray &rows)
    {
        const qsizetype begin = m_taken;
        for (int line = 0; line < lines; ++line) {
            m_taken = m_text.indexOf('\n', m_taken) + 1;
        }
        rows += QByteArrayView(m_text).sliced(begin, m_taken - begin);
    }

private:
    void readLines()
    {
        qsizetype begin = 0;
        for (; begin < m_text.size() && m_lines < ConsoleComparison::lineLimit; ++m_lines) {
            const qsizetype end = m_text.indexOf('\n', begin);
            m_forms += crash::normalForm({m_text.constData() + begin, static_cast<std::size_t>(end - begin)});
            m_forms += '\n';
            begin = end + 1;
        }
        m_isCut = m_isCut || begin < m_text.size();
    }

    QByteArray m_text;
    std::string m_forms;
    int m_lines = 0;
    bool m_isCut = false;
    qsizetype m_taken = 0; ///< bytes of the text
};

} // namespace

Result<ConsoleComparison> comparisonOf(QByteArrayView left, QByteArrayView right)
{
    Side first(left);
    Side second(right);
    const auto differences = history::lineDifferences(first.forms(), second.forms());
    if (!differences) {
        return std::unexpected(differences.error());
    }
    ConsoleComparison comparison;
    comparison.isCut = first.isCut() || second.isCut();
    int line = 0; // of the left one
    int beside = 0;
    const auto takeSame = [&](int until) {
        const int count = until - line;
        first.take(count, comparison.left);
        second.take(count, comparison.right);
        comparison.rows += count;
        line += count;
        beside += count;
    };
    for (const history::LineDifference &place : *differences) {
        takeSame(place.first);
        const ConsoleComparison::Difference difference{.row = comparison.rows,
                                                       .left = place.count,
                                                       .right = place.secondCount,
                                                       .leftLine = line,
                                                       .rightLine = beside};
        first.take(difference.left, comparison.left);
        second.take(difference.right, comparison.right);
        comparison.left.append(difference.rows() - difference.left, '\n');
        comparison.right.append(difference.rows() - difference.right, '\n');
        comparison.rows += difference.rows();
        comparison.differences.push_back(difference);
        line += place.count;
        beside += place.secondCount;
    }
    takeSame(first.lines());
    return comparison;
}

} // namespace culprit::widgets
