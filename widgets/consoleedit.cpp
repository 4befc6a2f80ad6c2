// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consoleedit.h"

#include "widgets/documentmaker.h"
#include "widgets/verdictstyle.h"

#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <concepts>
#include <utility>

namespace culprit::widgets
{

namespace
{

constexpr unsigned long markNumber = 4;
constexpr unsigned long markMargin = 1;
constexpr unsigned long matchIndicator = 9;
constexpr qint64 longText = qint64{1024} * 1024;  // bytes; most consoles stay below
constexpr qint64 room = qint64{66} * 1024 * 1024; // a machine that says more is ended

unsigned long number(std::integral auto value)
{
    return static_cast<unsigned long>(value);
}

} // namespace

ConsoleEdit::ConsoleEdit(QWidget *parent) : CodeEdit(parent)
{
    setAccessibleName(tr("Console text"));
    tell(SCI_SETCOMMANDEVENTS);
    tell(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    tell(SCI_SETMARGINTYPEN, markMargin, SC_MARGIN_SYMBOL);
    tell(SCI_SETMARGINMASKN, markMargin, 1L << markNumber);
    tell(SCI_MARKERDEFINE, markNumber, SC_MARK_BOOKMARK);
    tell(SCI_INDICSETSTYLE, matchIndicator, INDIC_ROUNDBOX);
    tell(SCI_INDICSETUNDER, matchIndicator, 1);
    tell(SCI_SETINDICATORCURRENT, matchIndicator);
    ConsoleEdit::applyLook();

    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &ConsoleEdit::userScroll);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConsoleEdit::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ConsoleEdit::scrolled);
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int updated) {
        const bool moved = std::exchange(m_moved, false);
        if (!moved && (updated & SC_UPDATE_SELECTION) != 0 && send(SCI_GETSELECTIONEMPTY) == 0) {
            Q_EMIT selectionStarted();
        }
    });
}

void ConsoleEdit::clearText()
{
    if (m_maker != nullptr && size() > longText) {
        m_maker->release(leaveDocument());
        tell(SCI_SETINDICATORCURRENT, matchIndicator);
    }
    showUtf8({});
    tell(SCI_MARKERDELETEALL, markNumber);
    m_roomy = false; // Scintilla gives the room back
}

void ConsoleEdit::grow(QByteArrayView text)
{
    m_grewInSight |= isAtEnd();
    changeUnseen([this, text] { appendUtf8(text); });
}

void ConsoleEdit::showGrowth()
{
    if (std::exchange(m_grewInSight, false)) {
        viewport()->update();
    }
}

bool ConsoleEdit::makeRoom(qint64 expected)
{
    if (m_roomy || std::max(size(), expected) < longText) {
        return false;
    }
    if (m_maker == nullptr) {
        m_maker = new DocumentMaker(this);
        connect(m_maker, &DocumentMaker::made, this, &ConsoleEdit::takeRoom);
    }
    if (!m_maker->isBusy()) {
        m_maker->make(std::max(room, expected + expected / 16)); // characters may become their names
    }
    m_roomy = true;
    return true;
}

void ConsoleEdit::takeRoom(void *document)
{
    // Another text may be shown by now.
    if (m_roomy) {
        const std::vector<int> marked = marks();
        const std::vector<Match> highlighted = highlights();
        moveTo(document);
        m_moved = true;
        for (const int line : marked) {
            tell(SCI_MARKERADD, number(line), markNumber);
        }
        tell(SCI_SETINDICATORCURRENT, matchIndicator);
        highlight(highlighted);
    }
    SendScintilla(SCI_RELEASEDOCUMENT, 0UL, document);
    Q_EMIT roomMade();
}

qint64 ConsoleEdit::size() const
{
    return send(SCI_GETLENGTH);
}

int ConsoleEdit::lineCount() const
{
    return static_cast<int>(send(SCI_GETLINECOUNT));
}

qint64 ConsoleEdit::lineStart(int line) const
{
    return send(SCI_POSITIONFROMLINE, number(line));
}

int ConsoleEdit::firstVisibleLine() const
{
    return static_cast<int>(send(SCI_DOCLINEFROMVISIBLE, number(send(SCI_GETFIRSTVISIBLELINE))));
}

int ConsoleEdit::lastVisibleLine() const
{
    const long last = send(SCI_GETFIRSTVISIBLELINE) + send(SCI_LINESONSCREEN);
    return std::min(static_cast<int>(send(SCI_DOCLINEFROMVISIBLE, number(last))), lineCount() - 1);
}

bool ConsoleEdit::goesToEnd() const
{
    return goesTo() >= verticalScrollBar()->maximum();
}

int ConsoleEdit::goesTo() const
{
    return verticalScrollBar()->sliderPosition();
}

void ConsoleEdit::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

void ConsoleEdit::scrollBy(int lines)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + lines);
}

void ConsoleEdit::scrollByPages(int pages)
{
    scrollBy(pages * std::max(1, static_cast<int>(send(SCI_LINESONSCREEN)) - 1));
}

void ConsoleEdit::showLine(int line)
{
    line = std::clamp(line, 0, lineCount() - 1);
    tell(SCI_SETEMPTYSELECTION, number(lineStart(line)));
    const long visible = send(SCI_VISIBLEFROMDOCLINE, number(line));
    verticalScrollBar()->setValue(static_cast<int>(visible - send(SCI_LINESONSCREEN) / 3));
}

int ConsoleEdit::currentLine() const
{
    const int caret = static_cast<int>(send(SCI_LINEFROMPOSITION, number(send(SCI_GETCURRENTPOS))));
    const int first = firstVisibleLine();
    return caret >= first && caret <= lastVisibleLine() ? caret : first;
}

void ConsoleEdit::setWrapped(bool wrapped)
{
    const int top = firstVisibleLine();
    tell(QsciScintillaBase::SCI_SETWRAPMODE, wrapped ? SC_WRAP_CHAR : SC_WRAP_NONE);
    verticalScrollBar()->setValue(static_cast<int>(send(SCI_VISIBLEFROMDOCLINE, number(top))));
}

bool ConsoleEdit::isWrapped() const
{
    return send(SCI_GETWRAPMODE) != SC_WRAP_NONE;
}

void ConsoleEdit::mark(int line)
{
    const bool marked = (send(SCI_MARKERGET, number(line)) & (1L << markNumber)) != 0;
    if (!marked) {
        tell(SCI_MARKERADD, number(line), markNumber);
    }
}

void ConsoleEdit::toggleMark(int line)
{
    const bool marked = (send(SCI_MARKERGET, number(line)) & (1L << markNumber)) != 0;
    tell(marked ? SCI_MARKERDELETE : SCI_MARKERADD, number(line), markNumber);
}

std::vector<int> ConsoleEdit::marks() const
{
    std::vector<int> lines;
    for (long line = -1; (line = send(SCI_MARKERNEXT, number(line + 1), 1L << markNumber)) >= 0;) {
        lines.push_back(static_cast<int>(line));
    }
    return lines;
}

std::optional<int> ConsoleEdit::nextMark(int after) const
{
    long line = send(SCI_MARKERNEXT, number(after + 1), 1L << markNumber);
    if (line < 0) {
        line = send(SCI_MARKERNEXT, 0, 1L << markNumber);
    }
    return line < 0 ? std::nullopt : std::optional(static_cast<int>(line));
}

std::optional<ConsoleEdit::Match> ConsoleEdit::find(const QByteArray &needle, bool caseSensitive, qint64 from,
                                                    qint64 to) const
{
    tell(SCI_SETSEARCHFLAGS, caseSensitive ? SCFIND_MATCHCASE : 0);
    tell(SCI_SETTARGETRANGE, number(from), to);
    const long begin = SendScintilla(SCI_SEARCHINTARGET, static_cast<uintptr_t>(needle.size()), needle.constData());
    if (begin < 0) {
        return std::nullopt;
    }
    return Match{begin, send(SCI_GETTARGETEND), static_cast<int>(send(SCI_LINEFROMPOSITION, number(begin)))};
}

void ConsoleEdit::highlight(std::span<const Match> matches)
{
    const qint64 top = lineStart(firstVisibleLine());
    const qint64 bottom = send(SCI_GETLINEENDPOSITION, number(lastVisibleLine()));
    const auto isSeen = [&](const Match &match) { return match.end >= top && match.begin <= bottom; };
    changeUnseen([this, matches] {
        for (const Match &match : matches) {
            tell(SCI_INDICATORFILLRANGE, number(match.begin), match.end - match.begin);
        }
    });
    if (std::ranges::any_of(matches, isSeen)) {
        viewport()->update();
    }
}

std::vector<ConsoleEdit::Match> ConsoleEdit::highlights() const
{
    std::vector<Match> found;
    const long end = static_cast<long>(size());
    for (long at = 0, next = 0; at < end; at = next) {
        next = send(SCI_INDICATOREND, matchIndicator, at);
        if (next <= at) {
            break;
        }
        if (send(SCI_INDICATORVALUEAT, matchIndicator, at) != 0) {
            found.push_back({at, next, 0});
        }
    }
    return found;
}

void ConsoleEdit::clearHighlights()
{
    tell(SCI_INDICATORCLEARRANGE, 0, size());
}

void ConsoleEdit::select(const Match &match)
{
    showLine(match.line);
    tell(SCI_SETSEL, number(match.begin), match.end);
}

void ConsoleEdit::wheelEvent(QWheelEvent *event)
{
    CodeEdit::wheelEvent(event);
    userScroll();
}

void ConsoleEdit::userScroll()
{
    Q_EMIT scrolledByUser();
}

void ConsoleEdit::applyLook()
{
    CodeEdit::applyLook();
    const QColor match = isDark(palette()) ? QColor(0xd9, 0xa8, 0x2a) : QColor(0xf2, 0xc2, 0x3d);
    SendScintilla(SCI_INDICSETFORE, matchIndicator, match);
    tell(SCI_INDICSETALPHA, matchIndicator, 110);
    tell(SCI_INDICSETOUTLINEALPHA, matchIndicator, 220);
    const QColor accent = palette().color(QPalette::Accent);
    SendScintilla(SCI_MARKERSETFORE, markNumber, accent);
    SendScintilla(SCI_MARKERSETBACK, markNumber, accent);
    tell(SCI_SETMARGINWIDTHN, markMargin, fontMetrics().height() * 3 / 4);
    setMarginsBackgroundColor(palette().color(QPalette::Base));
}

} // namespace culprit::widgets
