// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeedit.h"

#include "widgets/direction.h"
#include "widgets/syntaxstyler.h"
#include "widgets/theme.h"
#include "widgets/verdictstyle.h"

#include <QContextMenuEvent>
#include <QFontInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace culprit::widgets
{

namespace
{

constexpr int matchIndicator = 8;

struct Binding {
    int key;
    int modifiers;
    int command;
};

using Sci = QsciScintillaBase;

constexpr std::array bindings{
    Binding{Sci::SCK_DOWN, 0, Sci::SCI_LINEDOWN},
    Binding{Sci::SCK_DOWN, Sci::SCMOD_SHIFT, Sci::SCI_LINEDOWNEXTEND},
    Binding{Sci::SCK_DOWN, Sci::SCMOD_CTRL, Sci::SCI_LINESCROLLDOWN},
    Binding{Sci::SCK_UP, 0, Sci::SCI_LINEUP},
    Binding{Sci::SCK_UP, Sci::SCMOD_SHIFT, Sci::SCI_LINEUPEXTEND},
    Binding{Sci::SCK_UP, Sci::SCMOD_CTRL, Sci::SCI_LINESCROLLUP},
    Binding{Sci::SCK_LEFT, 0, Sci::SCI_CHARLEFT},
    Binding{Sci::SCK_LEFT, Sci::SCMOD_SHIFT, Sci::SCI_CHARLEFTEXTEND},
    Binding{Sci::SCK_LEFT, Sci::SCMOD_CTRL, Sci::SCI_WORDLEFT},
    Binding{Sci::SCK_LEFT, Sci::SCMOD_CTRL | Sci::SCMOD_SHIFT, Sci::SCI_WORDLEFTEXTEND},
    Binding{Sci::SCK_RIGHT, 0, Sci::SCI_CHARRIGHT},
    Binding{Sci::SCK_RIGHT, Sci::SCMOD_SHIFT, Sci::SCI_CHARRIGHTEXTEND},
    Binding{Sci::SCK_RIGHT, Sci::SCMOD_CTRL, Sci::SCI_WORDRIGHT},
    Binding{Sci::SCK_RIGHT, Sci::SCMOD_CTRL | Sci::SCMOD_SHIFT, Sci::SCI_WORDRIGHTEXTEND},
    Binding{Sci::SCK_PRIOR, 0, Sci::SCI_PAGEUP},
    Binding{Sci::SCK_PRIOR, Sci::SCMOD_SHIFT, Sci::SCI_PAGEUPEXTEND},
    Binding{Sci::SCK_NEXT, 0, Sci::SCI_PAGEDOWN},
    Binding{Sci::SCK_NEXT, Sci::SCMOD_SHIFT, Sci::SCI_PAGEDOWNEXTEND},
    Binding{Sci::SCK_HOME, 0, Sci::SCI_VCHOME},
    Binding{Sci::SCK_HOME, Sci::SCMOD_SHIFT, Sci::SCI_VCHOMEEXTEND},
    Binding{Sci::SCK_HOME, Sci::SCMOD_CTRL, Sci::SCI_DOCUMENTSTART},
    Binding{Sci::SCK_HOME, Sci::SCMOD_CTRL | Sci::SCMOD_SHIFT, Sci::SCI_DOCUMENTSTARTEXTEND},
    Binding{Sci::SCK_END, 0, Sci::SCI_LINEEND},
    Binding{Sci::SCK_END, Sci::SCMOD_SHIFT, Sci::SCI_LINEENDEXTEND},
    Binding{Sci::SCK_END, Sci::SCMOD_CTRL, Sci::SCI_DOCUMENTEND},
    Binding{Sci::SCK_END, Sci::SCMOD_CTRL | Sci::SCMOD_SHIFT, Sci::SCI_DOCUMENTENDEXTEND},
    Binding{Sci::SCK_INSERT, Sci::SCMOD_CTRL, Sci::SCI_COPY},
    Binding{'C', Sci::SCMOD_CTRL, Sci::SCI_COPY},
    Binding{'A', Sci::SCMOD_CTRL, Sci::SCI_SELECTALL},
};

unsigned long number(long value)
{
    return static_cast<unsigned long>(std::max(0L, value));
}

} // namespace

CodeEdit::CodeEdit(QWidget *parent) : QsciScintilla(parent)
{
    keepLeftToRight(*this);
    setUpScintilla();
    setUpKeys();
    CodeEdit::applyLook();
    connect(this, &QsciScintillaBase::SCN_STYLENEEDED, this, [this] { styleVisible(); });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int updated) {
        if ((updated & (SC_UPDATE_V_SCROLL | SC_UPDATE_CONTENT)) != 0) {
            Q_EMIT viewChanged();
        }
    });
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, &CodeEdit::viewChanged);
}

CodeEdit::~CodeEdit() = default;

void CodeEdit::setUpScintilla()
{
    setUpDocument();
    SendScintilla(SCI_SETMODEVENTMASK, 0UL);
    for (unsigned long margin = 0; margin < 5; ++margin) {
        SendScintilla(SCI_SETMARGINWIDTHN, margin, 0L);
    }
    SendScintilla(SCI_SETMARGINLEFT, 0UL, long{fontMetrics().height() / 3});
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
    SendScintilla(SCI_SETEXTRAASCENT, 1UL);
    SendScintilla(SCI_SETEXTRADESCENT, 1UL);
    SendScintilla(SCI_SETENDATLASTLINE, 1UL);
    SendScintilla(SCI_INDICSETSTYLE, matchIndicator, long{INDIC_ROUNDBOX});
    SendScintilla(SCI_INDICSETUNDER, matchIndicator, 1L);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(false);
}

/// What Scintilla keeps with the text, not with the view.
void CodeEdit::setUpDocument()
{
    setUtf8(true);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    SendScintilla(SCI_SETREADONLY, 1UL);
    SendScintilla(SCI_SETTABWIDTH, 8UL);
}

void CodeEdit::setUpKeys()
{
    SendScintilla(SCI_CLEARALLCMDKEYS);
    for (const Binding &binding : bindings) {
        SendScintilla(SCI_ASSIGNCMDKEY, static_cast<unsigned long>(binding.key | (binding.modifiers << 16)),
                      long{binding.command});
    }
}

void CodeEdit::setSyntax(const KSyntaxHighlighting::Repository &repository, const QString &definition)
{
    m_styler = std::make_unique<SyntaxStyler>(*this, repository, definition);
    applyLook();
    viewport()->update();
}

void CodeEdit::showUtf8(QByteArrayView text)
{
    SendScintilla(SCI_SETREADONLY, 0UL);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    SendScintilla(SCI_APPENDTEXT, number(text.size()), text.data());
    SendScintilla(SCI_SETREADONLY, 1UL);
    SendScintilla(SCI_GOTOPOS, 0UL);
    SendScintilla(SCI_SETXOFFSET, 0UL);
    if (m_styler) {
        m_styler->forgetFrom(0);
    }
}

void CodeEdit::appendUtf8(QByteArrayView text)
{
    if (text.isEmpty()) {
        return;
    }
    if (m_styler) {
        m_styler->forgetFrom(lines() - 1);
    }
    SendScintilla(SCI_SETREADONLY, 0UL);
    SendScintilla(SCI_APPENDTEXT, number(text.size()), text.data());
    SendScintilla(SCI_SETREADONLY, 1UL);
}

void CodeEdit::moveTo(void *document)
{
    const long top = SendScintilla(SCI_DOCLINEFROMVISIBLE, number(SendScintilla(SCI_GETFIRSTVISIBLELINE)));
    const long left = SendScintilla(SCI_GETXOFFSET);
    const long anchor = SendScintilla(SCI_GETANCHOR);
    const long caret = SendScintilla(SCI_GETCURRENTPOS);
    void *old = SendScintillaPtrResult(SCI_GETDOCPOINTER);
    SendScintilla(SCI_ADDREFDOCUMENT, 0UL, old); // keeps the text until it is copied
    const QByteArrayView text(static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER)),
                              SendScintilla(SCI_GETLENGTH));
    SendScintilla(SCI_SETDOCPOINTER, 0UL, document);
    setUpDocument();
    if (m_styler) {
        m_styler->forgetFrom(0);
    }
    appendUtf8(text);
    SendScintilla(SCI_RELEASEDOCUMENT, 0UL, old);
    SendScintilla(SCI_SETANCHOR, number(anchor));
    SendScintilla(SCI_SETCURRENTPOS, number(caret));
    SendScintilla(SCI_SETFIRSTVISIBLELINE, number(SendScintilla(SCI_VISIBLEFROMDOCLINE, number(top))));
    SendScintilla(SCI_SETXOFFSET, number(left));
}

void *CodeEdit::leaveDocument()
{
    void *old = SendScintillaPtrResult(SCI_GETDOCPOINTER);
    SendScintilla(SCI_ADDREFDOCUMENT, 0UL, old);
    SendScintilla(SCI_SETDOCPOINTER, 0UL, 0L);
    setUpDocument();
    return old;
}

void CodeEdit::dropFirstLines(int count)
{
    const int dropped = std::min(count, lines() - 1);
    if (dropped <= 0) {
        return;
    }
    const long first = SendScintilla(SCI_DOCLINEFROMVISIBLE, number(SendScintilla(SCI_GETFIRSTVISIBLELINE)));
    SendScintilla(SCI_SETREADONLY, 0UL);
    SendScintilla(SCI_DELETERANGE, 0UL, SendScintilla(SCI_POSITIONFROMLINE, dropped));
    SendScintilla(SCI_SETREADONLY, 1UL);
    if (m_styler) {
        m_styler->dropFirst(dropped);
    }
    const long line = SendScintilla(SCI_VISIBLEFROMDOCLINE, number(first - dropped));
    SendScintilla(SCI_SETFIRSTVISIBLELINE, number(line));
}

QByteArray CodeEdit::utf8() const
{
    const long size = SendScintilla(SCI_GETLENGTH);
    return {static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER)), size};
}

QByteArray CodeEdit::lineUtf8(int line) const
{
    if (line < 0 || line >= lines()) {
        return {};
    }
    const long start = SendScintilla(SCI_POSITIONFROMLINE, line);
    const long size = SendScintilla(SCI_GETLINEENDPOSITION, line) - start;
    if (size <= 0) {
        return {}; // an empty QByteArray has no byte that could be written
    }
    QByteArray text(size, Qt::Uninitialized); // QByteArray keeps one byte more, which takes the NUL
    SendScintilla(SCI_GETTEXTRANGE, start, start + size, text.data());
    return text;
}

bool CodeEdit::isAtEnd() const
{
    const long rows = SendScintilla(SCI_VISIBLEFROMDOCLINE, number(lines() - 1)) + 1;
    return SendScintilla(SCI_GETFIRSTVISIBLELINE) + SendScintilla(SCI_LINESONSCREEN) >= rows;
}

void CodeEdit::scrollToEnd()
{
    SendScintilla(SCI_SETFIRSTVISIBLELINE, number(SendScintilla(SCI_VISIBLEFROMDOCLINE, number(lines()))));
}

void CodeEdit::goToLine(int line)
{
    SendScintilla(SCI_GOTOLINE, number(line));
    const long row = SendScintilla(SCI_VISIBLEFROMDOCLINE, number(line));
    SendScintilla(SCI_SETFIRSTVISIBLELINE, number(row - std::min(2L, SendScintilla(SCI_LINESONSCREEN) / 4)));
}

std::pair<long, long> CodeEdit::search(const QByteArray &text, FindFlags flags, long from, long until)
{
    SendScintilla(SCI_SETSEARCHFLAGS, flags.testFlag(CaseSensitive) ? number(SCFIND_MATCHCASE) : 0UL);
    SendScintilla(SCI_SETTARGETRANGE, number(from), until);
    if (SendScintilla(SCI_SEARCHINTARGET, number(text.size()), text.constData()) < 0) {
        return {};
    }
    return {SendScintilla(SCI_GETTARGETSTART), SendScintilla(SCI_GETTARGETEND)};
}

bool CodeEdit::findText(const QString &text, FindFlags flags)
{
    const QByteArray wanted = text.toUtf8();
    if (wanted.isEmpty()) {
        return false;
    }
    const bool backward = flags.testFlag(Backward);
    const long length = SendScintilla(SCI_GETLENGTH);
    const long here = SendScintilla(backward ? SCI_GETSELECTIONSTART : SCI_GETSELECTIONEND);
    auto [start, end] = search(wanted, flags, here, backward ? 0 : length);
    if (start == end) {
        std::tie(start, end) = search(wanted, flags, backward ? length : 0, backward ? 0 : length);
    }
    if (start == end) {
        return false;
    }
    SendScintilla(SCI_SETSEL, number(start), end);
    SendScintilla(SCI_SCROLLCARET);
    return true;
}

int CodeEdit::markMatches(const QString &text, FindFlags flags)
{
    const long length = SendScintilla(SCI_GETLENGTH);
    SendScintilla(SCI_SETINDICATORCURRENT, number(matchIndicator));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, length);
    const QByteArray wanted = text.toUtf8();
    int count = 0;
    long from = 0;
    while (!wanted.isEmpty() && count < matchLimit) {
        const auto [start, end] = search(wanted, flags, from, length);
        if (start == end) {
            break;
        }
        SendScintilla(SCI_INDICATORFILLRANGE, number(start), end - start);
        from = end;
        ++count;
    }
    return count;
}

void CodeEdit::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange) {
        applyLook();
    }
}

/// Scintilla's own painter takes its direction from the program; one that is shared with it brings its own.
void CodeEdit::paintEvent(QPaintEvent *event)
{
    if (m_isPainting || QGuiApplication::isLeftToRight()) {
        QsciScintilla::paintEvent(event);
        return;
    }
    m_isPainting = true;
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    viewport()->render(&painter, event->region().boundingRect().topLeft(), event->region(), {});
    m_isPainting = false;
}

void CodeEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint at = byMouse ? event->pos() : viewport()->rect().center();
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    if (byMouse) {
        line = lineAt(event->pos());
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("&Copy"), QKeySequence::Copy, this, &CodeEdit::copy);
    copy->setEnabled(hasSelectedText());
    menu->addAction(tr("Select &all"), QKeySequence::SelectAll, this, [this] { selectAll(true); });
    menu->addAction(tr("&Find…"), QKeySequence::Find, this, &CodeEdit::findWanted);
    Q_EMIT menuAboutToShow(menu, line);
    menu->popup(viewport()->mapToGlobal(at));
    event->accept();
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findWanted();
    } else if (event->matches(QKeySequence::ZoomIn)) {
        zoomIn(1);
    } else if (event->matches(QKeySequence::ZoomOut)) {
        zoomOut(1);
    } else if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier) {
        zoomTo(0);
    } else {
        const bool types = !event->text().isEmpty() && event->text().front().isPrint() &&
                           (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        if (types || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return ||
            event->key() == Qt::Key_Enter) {
            event->ignore();
        } else {
            QsciScintilla::keyPressEvent(event);
        }
    }
}

void CodeEdit::applyLook()
{
    const QPalette colors = palette();
    const QColor base = colors.color(QPalette::Base);
    const QColor text = colors.color(QPalette::Text);
    const QFont font = fixedFont();
    const QByteArray family = QFontInfo(font).family().toUtf8();
    constexpr auto plain = static_cast<unsigned long>(STYLE_DEFAULT);
    SendScintilla(SCI_STYLESETFORE, plain, text);
    SendScintilla(SCI_STYLESETBACK, plain, base);
    SendScintilla(SCI_STYLESETFONT, plain, family.constData());
    SendScintilla(SCI_STYLESETSIZEFRACTIONAL, plain,
                  std::lround(QFontInfo(font).pointSizeF() * int{SC_FONT_SIZE_MULTIPLIER}));
    SendScintilla(SCI_STYLECLEARALL);
    SendScintilla(SCI_SETCARETFORE, text);
    SendScintilla(SCI_SETSELFORE, 0UL, 0L);
    SendScintilla(SCI_SETSELBACK, 1UL, colors.color(QPalette::Highlight));
    const QColor match = isDark(colors) ? QColor(0xd9, 0xa8, 0x2a) : QColor(0xf2, 0xc2, 0x3d);
    SendScintilla(SCI_INDICSETFORE, matchIndicator, match);
    SendScintilla(SCI_INDICSETALPHA, matchIndicator, isDark(colors) ? 90L : 120L);
    if (m_styler) {
        m_styler->setDark(isDark(colors));
    }
}

void CodeEdit::styleVisible()
{
    if (!m_styler) {
        SendScintilla(SCI_STARTSTYLING, number(SendScintilla(SCI_GETLENGTH)), 0L);
        return;
    }
    const long top = SendScintilla(SCI_GETFIRSTVISIBLELINE);
    const long bottom = top + SendScintilla(SCI_LINESONSCREEN) + 1;
    const long first = SendScintilla(SCI_DOCLINEFROMVISIBLE, number(top));
    const long last = std::min<long>(SendScintilla(SCI_DOCLINEFROMVISIBLE, number(bottom)), lines() - 1);
    m_styler->style(static_cast<int>(first), static_cast<int>(last));
    // Scintilla must ask again at the next paint, wherever the view stands then: the lines between may be plain still.
    SendScintilla(SCI_STARTSTYLING, 0UL, 0L);
}

} // namespace culprit::widgets
