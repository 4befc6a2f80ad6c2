// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consoleside.h"

#include "widgets/theme.h"
#include "widgets/verdictstyle.h"

#include <algorithm>
#include <array>

namespace culprit::widgets
{

namespace
{

using Row = ConsoleSide::Row;

constexpr unsigned long markMargin = 1; // nothing is marked here
constexpr unsigned long signMargin = 2;
constexpr unsigned long barMargin = 3;
constexpr unsigned long barMarker = 20;
constexpr std::array kinds{Row::Changed, Row::Own, Row::Missing};
constexpr int mostBars = 2000; // rows, so that a step takes no time however much differs

// A row of a kind has two markers: the tint of its text and the sign in the margin.
constexpr unsigned long tintOf(Row kind)
{
    return 8 + 2 * static_cast<unsigned long>(kind);
}

constexpr unsigned long signOf(Row kind)
{
    return tintOf(kind) + 1;
}

constexpr long bit(unsigned long marker)
{
    return 1L << marker;
}

unsigned long number(int value)
{
    return static_cast<unsigned long>(std::max(value, 0));
}

} // namespace

ConsoleSide::ConsoleSide(Place place, QWidget *parent) : ConsoleEdit(parent)
{
    SendScintilla(SCI_SETMARGINTYPEN, signMargin, long{SC_MARGIN_SYMBOL});
    SendScintilla(SCI_SETMARGINMASKN, signMargin, bit(signOf(Row::Changed)) | bit(signOf(Row::Own)));
    SendScintilla(SCI_SETMARGINTYPEN, barMargin, long{SC_MARGIN_SYMBOL});
    SendScintilla(SCI_SETMARGINMASKN, barMargin, bit(barMarker));
    for (const Row kind : kinds) {
        SendScintilla(SCI_MARKERDEFINE, tintOf(kind), long{SC_MARK_BACKGROUND});
    }
    SendScintilla(SCI_MARKERDEFINE, signOf(Row::Changed), long{SC_MARK_SMALLRECT});
    SendScintilla(SCI_MARKERDEFINE, signOf(Row::Own), long{place == Place::Left ? SC_MARK_MINUS : SC_MARK_PLUS});
    SendScintilla(SCI_MARKERDEFINE, signOf(Row::Missing), long{SC_MARK_EMPTY});
    SendScintilla(SCI_MARKERDEFINE, barMarker, long{SC_MARK_FULLRECT});
    // Both sides have as many rows in sight, however wide their lines are.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    ConsoleSide::applyLook();
}

void ConsoleSide::begin()
{
    clearText();
    SendScintilla(SCI_MARKERDELETEALL, static_cast<unsigned long>(-1));
}

void ConsoleSide::setKind(int row, Row kind)
{
    SendScintilla(SCI_MARKERADD, number(row), static_cast<long>(tintOf(kind)));
    SendScintilla(SCI_MARKERADD, number(row), static_cast<long>(signOf(kind)));
}

std::optional<Row> ConsoleSide::kind(int row) const
{
    const long markers = SendScintilla(SCI_MARKERGET, number(row));
    const auto found = std::ranges::find_if(kinds, [markers](Row kind) { return (markers & bit(tintOf(kind))) != 0; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

void ConsoleSide::setCurrent(int first, int count)
{
    SendScintilla(SCI_MARKERDELETEALL, barMarker);
    for (int row = first; row < first + std::min(count, mostBars); ++row) {
        SendScintilla(SCI_MARKERADD, number(row), static_cast<long>(barMarker));
    }
}

int ConsoleSide::firstCurrent() const
{
    return static_cast<int>(SendScintilla(SCI_MARKERNEXT, 0UL, bit(barMarker)));
}

void ConsoleSide::showRow(int row)
{
    showLine(row);
    SendScintilla(SCI_SETXOFFSET, 0UL);
}

void ConsoleSide::applyLook()
{
    ConsoleEdit::applyLook();
    const QPalette &colours = palette();
    const QColor base = colours.color(QPalette::Base);
    const QColor text = colours.color(QPalette::Text);
    const QColor changed = VerdictStyle::color(Mark::Mixed, colours);
    const QColor own = colours.color(QPalette::Accent);
    constexpr double tint = 0.2;
    constexpr double faint = 0.07;
    const std::array tints{mixed(base, changed, tint), mixed(base, own, tint), mixed(base, text, faint)};
    for (const Row kind : kinds) {
        SendScintilla(SCI_MARKERSETBACK, tintOf(kind), tints.at(static_cast<std::size_t>(kind)));
    }
    SendScintilla(SCI_MARKERSETFORE, signOf(Row::Changed), changed);
    SendScintilla(SCI_MARKERSETBACK, signOf(Row::Changed), changed);
    SendScintilla(SCI_MARKERSETFORE, signOf(Row::Own), text);
    SendScintilla(SCI_MARKERSETBACK, signOf(Row::Own), text);
    SendScintilla(SCI_MARKERSETBACK, barMarker, own);
    SendScintilla(SCI_MARKERSETFORE, barMarker, own);
    SendScintilla(SCI_SETMARGINWIDTHN, markMargin, 0L);
    SendScintilla(SCI_SETMARGINWIDTHN, signMargin, long{fontMetrics().height()});
    SendScintilla(SCI_SETMARGINWIDTHN, barMargin, long{std::max(3, fontMetrics().height() / 4)});
    setMarginsBackgroundColor(base);
}

} // namespace culprit::widgets
