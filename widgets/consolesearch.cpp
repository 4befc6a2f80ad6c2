// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolesearch.h"

#include <algorithm>
#include <chrono>

namespace culprit::widgets
{

namespace
{

constexpr qint64 sliceNanoseconds = 5'000'000;
constexpr qint64 pieceSize = qint64{16} * 1024;
constexpr qint64 jumpSize = qint64{8} * 1024 * 1024;
constexpr auto restTime = std::chrono::milliseconds(5);
constexpr auto tellTime = std::chrono::milliseconds(60);

} // namespace

ConsoleSearch::ConsoleSearch(ConsoleEdit *edit, QObject *parent) : QObject(parent), m_edit(edit)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ConsoleSearch::work);
}

void ConsoleSearch::setText(const QString &text, bool caseSensitive)
{
    m_needle = text.toUtf8();
    m_caseSensitive = caseSensitive;
    restart();
}

void ConsoleSearch::restart()
{
    m_edit->clearHighlights();
    m_matches.clear();
    m_searched = 0;
    m_timer.stop();
    m_told.invalidate();
    Q_EMIT restarted();
    if (isActive()) {
        work();
    } else {
        Q_EMIT changed();
    }
}

void ConsoleSearch::goOn()
{
    if (isActive() && !isComplete() && !m_timer.isActive()) {
        m_timer.start(restTime);
    }
}

bool ConsoleSearch::isComplete() const
{
    return m_searched >= m_edit->size() || m_matches.size() >= matchLimit;
}

void ConsoleSearch::work()
{
    QElapsedTimer clock;
    clock.start();
    while (!isComplete() && clock.nsecsElapsed() < sliceNanoseconds) {
        const std::size_t before = m_matches.size();
        searchPiece();
        m_edit->highlight(std::span(m_matches).subspan(before));
    }
    // Who is told goes through all of them.
    if (isComplete() || !m_told.isValid() || m_told.hasExpired(tellTime.count())) {
        m_told.start();
        Q_EMIT changed();
    }
    goOn();
}

void ConsoleSearch::searchPiece()
{
    const qint64 size = m_edit->size();
    const qint64 end = std::min(size, m_searched + pieceSize);
    // A match may cross the border of two pieces, or the end of what was here before.
    const qint64 back = m_searched - 4 * m_needle.size();
    qint64 from = std::max({qint64{0}, back, m_matches.empty() ? 0 : m_matches.back().end});
    while (from < end && m_matches.size() < matchLimit) {
        const auto match = m_edit->find(m_needle, m_caseSensitive, from, end);
        if (!match) {
            break;
        }
        m_matches.push_back(*match);
        from = match->end;
    }
    m_searched = end;
}

std::optional<ConsoleEdit::Match> ConsoleSearch::next(qint64 from) const
{
    const auto at = std::ranges::lower_bound(m_matches, from, {}, &ConsoleEdit::Match::begin);
    if (at != m_matches.end()) {
        return *at;
    }
    if (!isComplete() || m_matches.size() >= matchLimit) {
        const qint64 first = std::max(from, m_searched);
        if (const auto later =
                m_edit->find(m_needle, m_caseSensitive, first, std::min(first + jumpSize, m_edit->size()))) {
            return later;
        }
    }
    return m_matches.empty() ? std::nullopt : std::optional(m_matches.front());
}

std::optional<ConsoleEdit::Match> ConsoleSearch::previous(qint64 before) const
{
    const auto at = std::ranges::lower_bound(m_matches, before, {}, &ConsoleEdit::Match::begin);
    if (at != m_matches.begin()) {
        return *std::prev(at);
    }
    return m_matches.empty() ? std::nullopt : std::optional(m_matches.back());
}

std::size_t ConsoleSearch::ordinal(const ConsoleEdit::Match &match) const
{
    const auto at = std::ranges::find(m_matches, match);
    return at == m_matches.end() ? 0 : static_cast<std::size_t>(at - m_matches.begin()) + 1;
}

} // namespace culprit::widgets
