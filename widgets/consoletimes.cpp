// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consoletimes.h"

#include <cstdlib>
#include <utility>

namespace culprit::widgets
{

namespace
{

constexpr qsizetype longestSecond = 12; // digits
constexpr qsizetype fraction = 6;       // digits: printk counts microseconds

/// A time stamp as printk writes it, "[    3.141592]", perhaps after a level, "<6>".
struct Stamp {
    enum class State { No, Unfinished, Yes };
    State state = State::No;
    qsizetype begin = 0; ///< of what is between the brackets
    qsizetype end = 0;
    qint64 microseconds = 0;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ';
}

/// Reads the start of a line from left to right.
class Reader final
{
public:
    explicit Reader(QByteArrayView line) : m_line(line) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_line.size(); }
    [[nodiscard]] qsizetype at() const { return m_at; }
    bool skip(char c)
    {
        const bool there = !atEnd() && m_line[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }
    QByteArrayView skipAll(bool (*is)(char), qsizetype most)
    {
        const qsizetype from = m_at;
        while (!atEnd() && m_at - from < most && is(m_line[m_at])) {
            ++m_at;
        }
        return m_line.sliced(from, m_at - from);
    }

private:
    QByteArrayView m_line;
    qsizetype m_at = 0;
};

Stamp stampIn(QByteArrayView line)
{
    Reader reader(line);
    const auto refused = [&reader] { return Stamp{reader.atEnd() ? Stamp::State::Unfinished : Stamp::State::No}; };
    if (reader.skip('<')) {
        reader.skipAll(isDigit, 3);
        if (!reader.skip('>')) {
            return refused();
        }
    }
    if (!reader.skip('[')) {
        return refused();
    }
    const qsizetype begin = reader.at();
    reader.skipAll(isBlank, longestSecond);
    const QByteArrayView seconds = reader.skipAll(isDigit, longestSecond);
    if (seconds.isEmpty() || !reader.skip('.')) {
        return refused();
    }
    const QByteArrayView micros = reader.skipAll(isDigit, fraction);
    const qsizetype end = reader.at();
    if (micros.size() != fraction || !reader.skip(']')) {
        return refused();
    }
    return {Stamp::State::Yes, begin, end, seconds.toLongLong() * 1'000'000 + micros.toLongLong()};
}

/// As wide as the time that it stands for.
QByteArray deltaText(qint64 microseconds, qsizetype width)
{
    const qint64 size = std::abs(microseconds);
    const QByteArray micros = QByteArray::number(size % 1'000'000).rightJustified(fraction, '0');
    const QByteArray text = (microseconds < 0 ? '-' : '+') + QByteArray::number(size / 1'000'000) + '.' + micros;
    return text.rightJustified(width, ' ');
}

} // namespace

void ConsoleTimes::restart(Times times)
{
    *this = {};
    m_times = times;
}

QByteArray ConsoleTimes::take(const QByteArray &text)
{
    if (m_times == Times::Shown) {
        return text;
    }
    QByteArray shown;
    shown.reserve(text.size() + text.size() / 16 + m_start.size());
    for (qsizetype at = 0; at < text.size();) {
        if (m_started) {
            at += std::exchange(m_dropsBlank, false) && text[at] == ' ' ? 1 : 0;
            const qsizetype newline = text.indexOf('\n', at);
            const qsizetype end = newline < 0 ? text.size() : newline + 1;
            shown.append(QByteArrayView(text).sliced(at, end - at));
            m_started = newline < 0;
            at = end;
            continue;
        }
        const char next = text[at++];
        m_start.append(next);
        m_started = takeStart(shown) && next != '\n';
    }
    return shown;
}

/// Whether it is decided how the line begins; then that is in `text`.
bool ConsoleTimes::takeStart(QByteArray &text)
{
    const Stamp stamp = stampIn(m_start);
    if (stamp.state == Stamp::State::Unfinished) {
        return false;
    }
    if (stamp.state == Stamp::State::No) {
        text.append(m_start);
    } else if (m_times == Times::Hidden) {
        text.append(QByteArrayView(m_start).first(stamp.begin - 1));
    } else {
        const qint64 delta = stamp.microseconds - m_last.value_or(stamp.microseconds);
        text.append(QByteArrayView(m_start).first(stamp.begin));
        text.append(deltaText(delta, stamp.end - stamp.begin));
        text.append(QByteArrayView(m_start).sliced(stamp.end));
    }
    if (stamp.state == Stamp::State::Yes) {
        m_last = stamp.microseconds;
        m_dropsBlank = m_times == Times::Hidden;
    }
    m_start.resize(0);
    return true;
}

} // namespace culprit::widgets
