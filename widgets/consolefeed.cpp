// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolefeed.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace culprit::widgets
{

namespace
{

constexpr auto gatherTime = std::chrono::milliseconds(40);
constexpr auto restTime = std::chrono::milliseconds(4);
constexpr qint64 sliceNanoseconds = 4'000'000;
constexpr qsizetype pieceSize = qsizetype{16} * 1024;
constexpr qsizetype kindLength = 240; ///< bytes of a line that tell its kind
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
}

void ConsoleFeed::clear()
{
    m_timer.stop();
    m_queue.clear();
    m_taken = 0;
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
        want();
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
    if (!m_timer.isActive() && !m_resting) {
        m_timer.start(gatherTime);
    }
}

void ConsoleFeed::setResting(bool resting)
{
    m_resting = resting;
    if (resting) {
        m_timer.stop();
    } else if (!m_queue.empty()) {
        m_timer.start(restTime);
    }
}

void ConsoleFeed::want()
{
    if (!m_asked && !isFull()) {
        m_asked = true;
        Q_EMIT wanted(m_next);
    }
}

void ConsoleFeed::work()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_queue.empty() && clock.nsecsElapsed() < sliceNanoseconds) {
        takePiece();
    }
    Q_EMIT appended();
    if (!m_queue.empty()) {
        if (!m_resting) {
            m_timer.start(restTime);
        }
        return;
    }
    if (m_next < m_total) {
        want();
    }
    Q_EMIT drained();
}

void ConsoleFeed::takePiece()
{
    const QByteArray &front = m_queue.front();
    const qsizetype size = std::min(pieceSize, front.size() - m_taken);
    const QByteArray text = m_text.take(QByteArrayView(front).sliced(m_taken, size));
    m_taken += size;
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
        m_lineStart.append(part.first(std::clamp<qsizetype>(kindLength - m_lineStart.size(), 0, part.size())));
        if (newline < 0) {
            return;
        }
        endLine();
        text = text.sliced(newline + 1);
    }
}

void ConsoleFeed::endLine()
{
    const std::string_view start(m_lineStart.constData(), static_cast<std::size_t>(m_lineStart.size()));
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
    m_lineStart.resize(0);
    ++m_line;
}

} // namespace culprit::widgets
