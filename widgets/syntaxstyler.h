// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>

#include <QHash>

#include <deque>

class QsciScintillaBase;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

/// Colours the lines of a Scintilla view by a KSyntaxHighlighting definition: only those asked for, each once, with the
/// state that the line before it ended in.
class SyntaxStyler final : private KSyntaxHighlighting::AbstractHighlighter
{
public:
    /// `repository` and `view` must outlive the styler.
    SyntaxStyler(QsciScintillaBase &view, const KSyntaxHighlighting::Repository &repository, const QString &definition);

    /// Takes the colours of the repository's light or dark theme; sets the styles in the view anew.
    void setDark(bool dark);
    /// The view's text from `line` on is not what it was.
    void forgetFrom(int line);
    /// The view's first `count` lines are gone.
    void dropFirst(int count);
    /// Styles what is not yet styled of the lines `first` to `last`.
    void style(int first, int last);

private:
    struct Line {
        bool styled = false;
        KSyntaxHighlighting::State end;
    };

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    void styleLine(int line, KSyntaxHighlighting::State &state);
    [[nodiscard]] int styleOf(const KSyntaxHighlighting::Format &format);
    void defineStyle(int style, const KSyntaxHighlighting::Format &format);

    QsciScintillaBase &m_view;
    const KSyntaxHighlighting::Repository &m_repository;
    std::deque<Line> m_lines;                          ///< a million: a vector would stop the window to grow
    QHash<int, int> m_styles;                          ///< of a format's id
    QHash<int, KSyntaxHighlighting::Format> m_formats; ///< of a style
    QString m_text;                                    ///< of the line in work
    QByteArray m_bytes;                                ///< its style, byte by byte
    bool m_oneToOne = true;                            ///< one byte of the line is one unit of m_text
};

} // namespace culprit::widgets
