// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <vector>

namespace culprit::widgets
{

/// Turns the bytes of a serial console, cut anywhere, into UTF-8 text that is safe to show.
///
/// Carriage returns and ANSI CSI sequences are dropped. Every other control character becomes its picture (U+2400...),
/// an invalid byte U+FFFD, and a character that reorders or hides text (bidirectional controls, U+2028...) its number:
/// "<U+202E>". A line longer than `lineLimit` bytes is broken there.
class ConsoleText final
{
public:
    static constexpr qsizetype lineLimit = 8 * 1024;

    /// The text of these bytes; what an incomplete sequence at the end will be is told by a later call.
    [[nodiscard]] QByteArray take(QByteArrayView bytes);
    /// The text of an incomplete sequence that nothing follows.
    [[nodiscard]] QByteArray finish();

    /// Lines of the text that `take` began on its own, counted from 0, ascending: they are no lines of the log.
    [[nodiscard]] const std::vector<std::int64_t> &brokenLines() const { return m_brokenLines; }
    /// Where line `line` of the log (from 0) stands in the text.
    [[nodiscard]] std::int64_t textLine(std::int64_t line) const;
    /// The line of the log that line `line` of the text is, or is a part of.
    [[nodiscard]] std::int64_t logLine(std::int64_t line) const;

private:
    void takeByte(std::uint8_t byte, QByteArray &text);
    void takePlain(std::uint8_t byte, QByteArray &text);
    void takeHigh(std::uint8_t byte, QByteArray &text);
    void takeEscape(std::uint8_t byte, QByteArray &text);
    void flushEscape(QByteArray &text);
    void put(QByteArrayView character, QByteArray &text);
    void putCodePoint(char32_t codePoint, QByteArray &text);
    void putReplacement(QByteArray &text);

    QByteArray m_escape;           ///< begins with ESC if not empty
    std::uint32_t m_codePoint = 0; ///< of the multi-byte sequence under way
    int m_missing = 0;             ///< its bytes still to come
    std::uint8_t m_low = 0x80;     ///< bounds of the next one: overlong forms and surrogates are invalid
    std::uint8_t m_high = 0xbf;
    QByteArray m_sequence;      ///< its bytes so far
    std::int64_t m_line = 0;    ///< of the text
    qsizetype m_lineLength = 0; ///< bytes
    std::vector<std::int64_t> m_brokenLines;
};

} // namespace culprit::widgets
