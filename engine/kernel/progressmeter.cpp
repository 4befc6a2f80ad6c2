// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/progressmeter.h"

#include <algorithm>

namespace culprit::kernel
{

namespace
{

constexpr qsizetype LongestLine = 1000;
constexpr qsizetype MostLines = 200'000;

bool isShortCommand(QByteArrayView word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '+';
    });
}

bool isSource(QByteArrayView word)
{
    constexpr QByteArrayView endings[] = {".c", ".S", ".s", ".cpp", ".cc", ".rs"};
    return std::ranges::any_of(endings, [word](QByteArrayView ending) { return word.endsWith(ending); });
}

/// What a line of make says that it works on: "  CC      kernel/fork.o", "  LD [M]  drivers/x.ko", or a compiler's
/// command line.
QByteArray targetOf(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() >= 2 && words.size() <= 4 && line.startsWith("  ") && isShortCommand(words[0])) {
        return words[words[1].startsWith('[') && words.size() > 2 ? 2 : 1];
    }
    const auto source = std::ranges::find_if(words, isSource);
    return words.size() > 2 && source != words.end() ? *source : QByteArray();
}

} // namespace

ProgressMeter::ProgressMeter(const QByteArray &record)
{
    for (const QByteArray &line : record.split('\n')) {
        if (!line.isEmpty() && !m_positions.contains(line) && m_known.size() < MostLines) {
            m_positions.insert(line, m_known.size());
            m_known += line;
        }
    }
}

void ProgressMeter::add(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        m_rest += part.first(std::clamp(LongestLine - m_rest.size(), qsizetype(0), part.size()));
        if (end < 0) {
            return;
        }
        addLine(m_rest);
        m_rest.clear();
        bytes = bytes.sliced(end + 1);
    }
}

void ProgressMeter::addLine(QByteArrayView view)
{
    const QByteArray line = view.toByteArray();
    if (line.trimmed().isEmpty()) {
        return;
    }
    if (const QByteArray target = targetOf(line); !target.isEmpty()) {
        m_current = QString::fromUtf8(target);
    }
    if (const auto position = m_positions.constFind(line); position != m_positions.constEnd()) {
        m_last = *position;
        m_furthest = std::max(m_furthest, m_last);
    } else if (!m_addedLines.contains(line) && m_known.size() + m_addedLines.size() < MostLines) {
        m_added[m_last] += line;
        m_addedLines.insert(line, true);
    }
}

std::optional<int> ProgressMeter::percent() const
{
    if (m_furthest < 0) {
        return {};
    }
    return static_cast<int>(std::min((m_furthest + 1) * 100 / m_known.size(), qsizetype(99)));
}

QByteArray ProgressMeter::record() const
{
    QByteArray result;
    const auto append = [&result](const QByteArray &line) { result += line + '\n'; };
    std::ranges::for_each(m_added.value(-1), append);
    for (qsizetype i = 0; i < m_known.size(); ++i) {
        append(m_known[i]);
        std::ranges::for_each(m_added.value(i), append);
    }
    return result;
}

} // namespace culprit::kernel
