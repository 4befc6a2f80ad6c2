// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/codeedit.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>

namespace culprit::widgets
{

class DocumentMaker;

/// The read-only text of a console: grows at the end, cheaply, and says when the user scrolls it.
class ConsoleEdit : public CodeEdit
{
    Q_OBJECT

public:
    struct Match {
        qint64 begin = 0; ///< bytes from the start of the text
        qint64 end = 0;
        int line = 0;
        bool operator==(const Match &) const = default;
    };

    explicit ConsoleEdit(QWidget *parent = nullptr);

    void clearText();
    /// Adds at the end; what of that is in sight is painted after showGrowth().
    void grow(QByteArrayView text);
    void showGrowth();
    /// A text that gets long, of as many bytes as is known, is moved to where there is room for it, once: true if that
    /// has begun. It ends with roomMade(); what is appended until then makes the move longer.
    [[nodiscard]] bool makeRoom(qint64 expected);
    [[nodiscard]] qint64 size() const; ///< bytes
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] qint64 lineStart(int line) const;

    [[nodiscard]] int firstVisibleLine() const; ///< of the text, whether lines are wrapped or not
    [[nodiscard]] int lastVisibleLine() const;
    /// Whether the view stands at the end, or will as soon as the scroll bar's move is done.
    [[nodiscard]] bool goesToEnd() const;
    [[nodiscard]] int goesTo() const; ///< the position of the scroll bar, or where its move ends
    void scrollToTop();
    void scrollBy(int lines);
    void scrollByPages(int pages);
    void showLine(int line);               ///< scrolls it into the upper third and puts the caret there
    [[nodiscard]] int currentLine() const; ///< the caret's if it is in sight, else the first in sight

    void setWrapped(bool wrapped);
    [[nodiscard]] bool isWrapped() const;

    void mark(int line);
    void toggleMark(int line);
    [[nodiscard]] std::vector<int> marks() const;
    [[nodiscard]] std::optional<int> nextMark(int after) const; ///< goes on from the top

    /// The first place of `needle` in [from, to), bytes.
    [[nodiscard]] std::optional<Match> find(const QByteArray &needle, bool caseSensitive, qint64 from, qint64 to) const;
    void highlight(std::span<const Match> matches);
    [[nodiscard]] std::vector<Match> highlights() const; ///< without their lines
    void clearHighlights();
    void select(const Match &match);

Q_SIGNALS:
    void scrolledByUser(); ///< the position is the new one
    void scrolled();       ///< by whom ever, or the window's size changed
    void selectionStarted();
    void roomMade();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void applyLook() override;

private:
    [[nodiscard]] long send(unsigned message, unsigned long w = 0, long l = 0) const
    {
        return SendScintilla(message, w, l);
    }
    void tell(unsigned message, unsigned long w = 0, long l = 0) const { SendScintilla(message, w, l); }
    void userScroll();
    void takeRoom(void *document);

    DocumentMaker *m_maker = nullptr; ///< once there is a long text
    bool m_roomy = false;
    bool m_grewInSight = false;
    bool m_moved = false; ///< to another document: the selection is not new
};

} // namespace culprit::widgets
