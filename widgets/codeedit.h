// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scintilla.h"

#include <QByteArrayView>

#include <memory>
#include <utility>

class QMenu;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

class SyntaxStyler;

/// Plain text to read: consoles, diffs, logs. Follows the palette and the zoom, never edits, has no margins. Bytes are
/// UTF-8; what is not shows as hex, control characters by their names.
///
/// Modification events are off for good, because handling them makes appending quadratic in QScintilla: textChanged(),
/// linesChanged() and SCN_MODIFIED never come. Change the text through the functions below only.
class CodeEdit : public QsciScintilla
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);
    ~CodeEdit() override;

    /// Colours the text by a KSyntaxHighlighting definition ("Diff", "Kernel console"); an unknown one leaves it plain.
    /// `repository` must outlive this view.
    void setSyntax(const KSyntaxHighlighting::Repository &repository, const QString &definition);

    void showUtf8(QByteArrayView text);
    /// Neither moves the view nor the selection.
    void appendUtf8(QByteArrayView text);
    /// Removes lines at the start; keeps what is on the screen there, as far as it still exists.
    void dropFirstLines(int count);
    [[nodiscard]] QByteArray utf8() const;
    [[nodiscard]] QByteArray lineUtf8(int line) const;

    [[nodiscard]] bool isAtEnd() const; ///< the last line can be seen
    void scrollToEnd();
    /// Puts the caret there and the line near the top of the view.
    void goToLine(int line);

    enum FindFlag { Forward = 0, Backward = 1, CaseSensitive = 2 };
    Q_DECLARE_FLAGS(FindFlags, FindFlag)
    /// Selects the next match after the selection, around the ends too; false if there is none.
    bool findText(const QString &text, FindFlags flags);
    /// Marks every match, at most `matchLimit`; returns their number. Empty text takes the marks away.
    int markMatches(const QString &text, FindFlags flags);
    static constexpr int matchLimit = 10'000;

Q_SIGNALS:
    /// The view was scrolled, resized or zoomed, by anyone.
    void viewChanged();
    /// Before the context menu opens at `line`: add to it.
    void menuAboutToShow(QMenu *menu, int line);
    void findWanted();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Colours, font and indicators from palette() and the application's font. Call the base first.
    virtual void applyLook();
    /// Makes a change of which nothing is in sight, or which is shown later: Scintilla would repaint the whole view.
    template <typename Change>
    void changeUnseen(Change &&make)
    {
        QWidget *page = viewport();
        const bool before = page->testAttribute(Qt::WA_UpdatesDisabled);
        page->setAttribute(Qt::WA_UpdatesDisabled);
        make();
        page->setAttribute(Qt::WA_UpdatesDisabled, before); // setUpdatesEnabled() would repaint
    }
    /// Goes on with the same text in another, empty document; marks and indicators of the old one are gone with it.
    void moveTo(void *document);
    /// Begins anew in a document of its own; the reference to the one before is the caller's to release.
    [[nodiscard]] void *leaveDocument();

private:
    void setUpScintilla();
    void setUpDocument();
    void setUpKeys();
    void styleVisible();
    /// [from, until) of the first match between the two, backwards if from > until; empty if there is none.
    [[nodiscard]] std::pair<long, long> search(const QByteArray &text, FindFlags flags, long from, long until);

    bool m_isPainting = false; ///< by a painter from left to right
    std::unique_ptr<SyntaxStyler> m_styler;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(CodeEdit::FindFlags)

} // namespace culprit::widgets
