// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/syntaxstyler.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include "widgets/scintilla.h"

#include <QUtf8StringView>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

using Sci = QsciScintillaBase;

/// Scintilla keeps 32 to 39 for itself.
constexpr int firstStyle = 40;
constexpr int lastStyle = 127;
/// A line longer than this is left plain: the definitions' expressions were not written for it.
constexpr int longestStyledLine = 4000;
/// How far back a state is looked for after a jump.
constexpr int lookBack = 400;

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) == 0; });
}

} // namespace

SyntaxStyler::SyntaxStyler(QsciScintillaBase &view, const KSyntaxHighlighting::Repository &repository,
                           const QString &definition)
    : m_view(view), m_repository(repository)
{
    setDefinition(repository.definitionForName(definition));
    setDark(false);
}

void SyntaxStyler::setDark(bool dark)
{
    setTheme(m_repository.defaultTheme(dark ? KSyntaxHighlighting::Repository::DarkTheme
                                            : KSyntaxHighlighting::Repository::LightTheme));
    for (auto format = m_formats.cbegin(); format != m_formats.cend(); ++format) {
        defineStyle(format.key(), format.value());
    }
}

void SyntaxStyler::forgetFrom(int line)
{
    m_lines.resize(std::min(m_lines.size(), static_cast<std::size_t>(std::max(0, line))));
}

void SyntaxStyler::dropFirst(int count)
{
    m_lines.erase(m_lines.begin(), m_lines.begin() + std::min<std::ptrdiff_t>(count, std::ssize(m_lines)));
}

void SyntaxStyler::style(int first, int last)
{
    if (last >= std::ssize(m_lines)) {
        m_lines.resize(static_cast<std::size_t>(last) + 1);
    }
    const auto at = [this](int line) -> Line & { return m_lines[static_cast<std::size_t>(line)]; };
    int begin = first;
    while (begin > 0 && first - begin < lookBack && !at(begin - 1).styled) {
        --begin;
    }
    KSyntaxHighlighting::State state;
    if (begin > 0 && at(begin - 1).styled) {
        state = at(begin - 1).end;
    }
    for (int line = begin; line <= last; ++line) {
        if (at(line).styled) {
            state = at(line).end;
            continue;
        }
        styleLine(line, state);
        at(line) = {true, state};
    }
}

void SyntaxStyler::styleLine(int line, KSyntaxHighlighting::State &state)
{
    const long start = m_view.SendScintilla(Sci::SCI_POSITIONFROMLINE, line);
    const long end = m_view.SendScintilla(Sci::SCI_GETLINEENDPOSITION, line);
    if (end <= start || end - start > longestStyledLine) {
        return;
    }
    QByteArray text(end - start, Qt::Uninitialized); // QByteArray keeps one byte more, which takes the NUL
    m_view.SendScintilla(Sci::SCI_GETTEXTRANGE, start, end, text.data());
    m_oneToOne = isAscii(text) || !QUtf8StringView(text).isValidUtf8();
    m_text = m_oneToOne ? QString::fromLatin1(text) : QString::fromUtf8(text);
    m_bytes.assign(text.size(), static_cast<char>(Sci::STYLE_DEFAULT));
    state = highlightLine(m_text, state);
    m_view.SendScintilla(Sci::SCI_STARTSTYLING, static_cast<unsigned long>(start), 0L);
    m_view.SendScintilla(Sci::SCI_SETSTYLINGEX, static_cast<unsigned long>(m_bytes.size()), m_bytes.constData());
}

void SyntaxStyler::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (length <= 0) {
        return;
    }
    qsizetype from = offset;
    qsizetype count = length;
    if (!m_oneToOne) {
        from = QStringView(m_text).first(offset).toUtf8().size();
        count = QStringView(m_text).sliced(offset, length).toUtf8().size();
    }
    const qsizetype until = std::min(from + count, m_bytes.size());
    std::fill(m_bytes.begin() + std::min(from, until), m_bytes.begin() + until, static_cast<char>(styleOf(format)));
}

int SyntaxStyler::styleOf(const KSyntaxHighlighting::Format &format)
{
    const auto known = m_styles.constFind(format.id());
    if (known != m_styles.cend()) {
        return *known;
    }
    const int style = firstStyle + static_cast<int>(m_formats.size());
    if (style > lastStyle) {
        return Sci::STYLE_DEFAULT;
    }
    m_styles.insert(format.id(), style);
    m_formats.insert(style, format);
    defineStyle(style, format);
    return style;
}

void SyntaxStyler::defineStyle(int style, const KSyntaxHighlighting::Format &format)
{
    const auto index = static_cast<unsigned long>(style);
    const KSyntaxHighlighting::Theme colors = theme();
    if (format.hasTextColor(colors)) {
        m_view.SendScintilla(Sci::SCI_STYLESETFORE, index, format.textColor(colors));
    }
    if (format.hasBackgroundColor(colors)) {
        m_view.SendScintilla(Sci::SCI_STYLESETBACK, index, format.backgroundColor(colors));
    }
    m_view.SendScintilla(Sci::SCI_STYLESETBOLD, index, long{format.isBold(colors)});
    m_view.SendScintilla(Sci::SCI_STYLESETITALIC, index, long{format.isItalic(colors)});
}

} // namespace culprit::widgets
