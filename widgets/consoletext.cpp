// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consoletext.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace culprit::widgets
{

namespace
{

constexpr std::uint8_t escapeByte = 0x1b;
// Longer than any terminal's own sequences, too short to hide text in.
constexpr qsizetype escapeLimit = 32;

bool isShownAsIs(std::uint8_t byte)
{
    return (byte >= 0x20 && byte < 0x7f) || byte == '\t';
}

/// Characters that reorder the text around them, show nothing or end a line in some programs.
bool isDeceptive(char32_t c)
{
    return (c >= 0x80 && c <= 0x9f) || c == 0x00ad || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

QByteArray utf8(char32_t codePoint)
{
    return QString::fromUcs4(&codePoint, 1).toUtf8();
}

} // namespace

QByteArray ConsoleText::take(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve(bytes.size() + bytes.size() / 16 + 16);
    for (qsizetype i = 0; i < bytes.size();) {
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        if (m_missing > 0 || !m_escape.isEmpty() || !isShownAsIs(byte)) {
            takeByte(byte, text);
            ++i;
            continue;
        }
        const qsizetype room = std::min(bytes.size() - i, std::max<qsizetype>(lineLimit - m_lineLength, 1));
        qsizetype end = i + 1;
        while (end < i + room && isShownAsIs(static_cast<std::uint8_t>(bytes[end]))) {
            ++end;
        }
        put(bytes.sliced(i, end - i), text);
        i = end;
    }
    return text;
}

QByteArray ConsoleText::finish()
{
    QByteArray text;
    if (m_missing > 0) {
        putReplacement(text);
    }
    flushEscape(text);
    return text;
}

std::int64_t ConsoleText::textLine(std::int64_t line) const
{
    for (const std::int64_t broken : m_brokenLines) {
        if (broken > line) {
            break;
        }
        ++line;
    }
    return line;
}

std::int64_t ConsoleText::logLine(std::int64_t line) const
{
    return line - (std::ranges::upper_bound(m_brokenLines, line) - m_brokenLines.begin());
}

void ConsoleText::takeByte(std::uint8_t byte, QByteArray &text)
{
    if (m_missing > 0) {
        if (byte >= m_low && byte <= m_high) {
            m_sequence.append(static_cast<char>(byte));
            m_codePoint = (m_codePoint << 6) | (byte & 0x3fU);
            m_low = 0x80;
            m_high = 0xbf;
            if (--m_missing == 0) {
                putCodePoint(m_codePoint, text);
            }
            return;
        }
        putReplacement(text);
    }
    if (!m_escape.isEmpty()) {
        takeEscape(byte, text);
    } else {
        takePlain(byte, text);
    }
}

void ConsoleText::takePlain(std::uint8_t byte, QByteArray &text)
{
    if (byte == '\n') {
        text.append('\n');
        ++m_line;
        m_lineLength = 0;
    } else if (byte == '\r') {
        return;
    } else if (byte == escapeByte) {
        m_escape.append(static_cast<char>(byte));
    } else if (byte >= 0x80) {
        takeHigh(byte, text);
    } else if (isShownAsIs(byte)) {
        const char c = static_cast<char>(byte);
        put(QByteArrayView(&c, 1), text);
    } else {
        put(utf8(byte == 0x7f ? U'\u2421' : U'\u2400' + byte), text);
    }
}

/// The first byte of a multi-byte sequence (The Unicode Standard, table 3-7).
void ConsoleText::takeHigh(std::uint8_t byte, QByteArray &text)
{
    if (byte < 0xc2 || byte > 0xf4) {
        putReplacement(text);
        return;
    }
    m_sequence = QByteArray(1, static_cast<char>(byte));
    m_missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    m_codePoint = byte & (0x3fU >> m_missing);
    m_low = byte == 0xe0 ? 0xa0 : byte == 0xf0 ? 0x90 : 0x80;
    m_high = byte == 0xed ? 0x9f : byte == 0xf4 ? 0x8f : 0xbf;
}

/// Swallows ESC [ parameters intermediates final (ECMA-48, 5.4). Any other escape is shown: it could hide text.
void ConsoleText::takeEscape(std::uint8_t byte, QByteArray &text)
{
    const bool first = m_escape.size() == 1;
    if ((first && byte == '[') || (!first && byte >= 0x20 && byte <= 0x3f && m_escape.size() < escapeLimit)) {
        m_escape.append(static_cast<char>(byte));
    } else if (!first && byte >= 0x40 && byte <= 0x7e) {
        m_escape.clear();
    } else {
        flushEscape(text);
        takePlain(byte, text);
    }
}

void ConsoleText::flushEscape(QByteArray &text)
{
    const QByteArray escape = std::exchange(m_escape, {});
    if (!escape.isEmpty()) {
        put(utf8(U'\u241b'), text);
        put(QByteArrayView(escape).sliced(1), text);
    }
}

void ConsoleText::put(QByteArrayView character, QByteArray &text)
{
    if (character.isEmpty()) {
        return;
    }
    if (m_lineLength > 0 && m_lineLength + character.size() > lineLimit) {
        text.append('\n');
        m_brokenLines.push_back(++m_line);
        m_lineLength = 0;
    }
    text.append(character);
    m_lineLength += character.size();
}

void ConsoleText::putCodePoint(char32_t codePoint, QByteArray &text)
{
    if (isDeceptive(codePoint)) {
        put(QByteArrayLiteral("<U+") +
                QByteArray::number(static_cast<uint>(codePoint), 16).toUpper().rightJustified(4, '0') + '>',
            text);
    } else {
        put(m_sequence, text);
    }
    m_sequence.clear();
}

void ConsoleText::putReplacement(QByteArray &text)
{
    m_missing = 0;
    m_sequence.clear();
    put(utf8(U'\ufffd'), text);
}

} // namespace culprit::widgets
