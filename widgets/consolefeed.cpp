// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolefeed.h"

#include <algorithm>
#include <chrono>

namespace culprit::widgets
{

namespace
{

constexpr auto gatherTime = std::chrono::milliseconds(40);
constexpr auto restTime = std::chrono::milliseconds(1);
// To paint a page takes longer than a slice: what pours in is shown a few times each second, without a slice beside it.
constexpr auto tellTime = std::chrono::milliseconds(100);
constexpr auto paintTime = std::chrono::milliseconds(16);
constexpr qint64 longSlice = 5'000'000;  ///< ns
constexpr qint64 shortSlice = 2'000'000; ///< leaves time to paint in the same turn
constexpr qsizetype pieceSize = qsizetype{16} * 1024;
constexpr qint64 aheadSize = qint64{2} * 1024 * 1024; ///< no more is asked for while so much waits
constexpr qsizetype kindLength = 240;                 ///< bytes of a line that tell its kind
constexpr std::size_t markLimit = 100'000;

void note(std::vector<int> &lines, int line)
{
    if (lines.size() < markLimit) {
        lines.push_back(line);
    }
}

} // namespace

ConsoleFeed::ConsoleFeed(LogKind kind, Append append, QObject *parent)
    : QObject(parent), m_kind(kind), m_append(std::move(append))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ConsoleFeed::work);
    m_tell.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, &ConsoleFeed::tell);
}

void ConsoleFeed::clear()
{
    m_timer.stop();
    m_tell.stop();
    m_queue.clear();
    m_taken = 0;
    m_pending = 0;
    m_untold = false;
    m_next = 0;
    m_total = 0;
    m_asked = false;
    m_resting = false;
    m_text = {};
    m_times.restart(m_times.times());
    m_line = 0;
    m_lineStart.clear();
    m_crashLines.clear();
    m_warningLines.clear();
}

void ConsoleFeed::clear(Times times)
{
    m_times.restart(times);
    clear();
}

void ConsoleFeed::append(qint64 offset, const QByteArray &bytes, qint64 total)
{
    m_total = std::max({m_total, total, offset + bytes.size()});
    if (offset > m_next) {
        wantMore();
        return;
    }
    m_asked = false;
    const qsizetype known = std::min<qsizetype>(m_next - offset, bytes.size());
    const qsizetype fresh = std::min<qsizetype>(bytes.size() - known, byteLimit - m_next);
    if (fresh <= 0) {
        return;
    }
    m_queue.push_back(known == 0 && fresh == bytes.size() ? bytes : bytes.sliced(known, fresh));
    m_next += fresh;
    m_pending += fresh;
    m_tell.stop();
    if (!m_timer.isActive() && !m_resting) {
        m_timer.start(m_next < m_total ? restTime : gatherTime);
    }
    wantMore();
}

void ConsoleFeed::setResting(bool resting)
{
    m_resting = resting;
    m_timer.stop();
    goOn(paintTime);
}

void ConsoleFeed::wantMore()
{
    if (!m_asked && !isFull() && m_next < m_total && m_pending < aheadSize) {
        m_asked = true;
        Q_EMIT wanted(m_next);
    }
}

void ConsoleFeed::work()
{
    const bool first = m_pending == m_next;
    if (m_untold && m_sinceTold.hasExpired(tellTime.count())) {
        tell();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    while (!m_queue.empty() && clock.nsecsElapsed() < (first ? shortSlice : longSlice)) {
        takePiece();
    }
    wantMore();
    const bool last = m_queue.empty() && m_next >= m_total;
    if (first || (last && clock.nsecsElapsed() < shortSlice)) {
        tell();
    } else if (m_queue.empty()) {
        m_tell.start(last ? restTime : tellTime);
    } else {
        goOn(restTime);
    }
}

void ConsoleFeed::tell()
{
    m_tell.stop();
    m_untold = false;
    m_sinceTold.start();
    Q_EMIT appended();
    if (!m_queue.empty()) {
        goOn(paintTime);
    } else if (m_next >= m_total) {
        Q_EMIT drained();
    }
}

void ConsoleFeed::goOn(std::chrono::milliseconds after)
{
    if (!m_queue.empty() && !m_resting) {
        m_timer.start(after);
    }
}

void ConsoleFeed::takePiece()
{
    const QByteArray &front = m_queue.front();
    const qsizetype size = std::min(pieceSize, front.size() - m_taken);
    const QByteArray text = m_text.take(QByteArrayView(front).sliced(m_taken, size));
    m_taken += size;
    m_pending -= size;
    m_untold = true;
    if (m_taken == front.size()) {
        m_queue.pop_front();
        m_taken = 0;
    }
    m_append(m_times.take(text));
    classify(text);
}

void ConsoleFeed::classify(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf('\n');
        const QByteArrayView part = newline < 0 ? text : text.first(newline);
        if (newline >= 0 && m_lineStart.isEmpty()) {
            endLine(part.first(std::min(kindLength, part.size())));
        } else {
            m_lineStart.append(part.first(std::clamp<qsizetype>(kindLength - m_lineStart.size(), 0, part.size())));
            if (newline < 0) {
                return;
            }
            endLine(m_lineStart);
            m_lineStart.resize(0);
        }
        text = text.sliced(newline + 1);
    }
}

void ConsoleFeed::endLine(QByteArrayView line)
{
    const std::string_view start(line.data(), static_cast<std::size_t>(line.size()));
    switch (m_kind == LogKind::Build ? kindOfBuildLine(start) : kindOfLine(start)) {
    case LineKind::Crash:
        note(m_crashLines, m_line);
        break;
    case LineKind::Warning:
        note(m_warningLines, m_line);
        break;
    case LineKind::Plain:
        break;
    }
    ++m_line;
}

} // namespace culprit::widgets
