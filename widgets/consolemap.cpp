// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolemap.h"

#include "widgets/theme.h"
#include "widgets/verdictstyle.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace culprit::widgets
{

ConsoleMap::ConsoleMap(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Overview of the console"));
    setToolTip(tr("Crash reports, warnings, matches and marks in the whole console; click to go there"));
    setCursor(Qt::PointingHandCursor);
}

void ConsoleMap::setLineCount(int count)
{
    if (m_lineCount != std::max(count, 1)) {
        m_lineCount = std::max(count, 1);
        update();
    }
}

void ConsoleMap::setReports(const std::vector<int> &crashes, const std::vector<int> &warnings)
{
    // Ascending and never taken back but all at once: as many are the same.
    if (m_lines.crashes.size() != crashes.size() || m_lines.warnings.size() != warnings.size()) {
        m_lines.crashes = crashes;
        m_lines.warnings = warnings;
        update();
    }
}

void ConsoleMap::setMatches(std::vector<int> matches)
{
    m_lines.matches = std::move(matches);
    update();
}

void ConsoleMap::setMarks(std::vector<int> marks)
{
    m_lines.marks = std::move(marks);
    update();
}

void ConsoleMap::setVisiblePart(int first, int last)
{
    if (m_first != first || m_last != last) {
        m_first = first;
        m_last = last;
        update();
    }
}

QSize ConsoleMap::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 2, 0};
}

int ConsoleMap::yOf(int line) const
{
    return static_cast<int>(qint64{line} * height() / m_lineCount);
}

void ConsoleMap::paintLines(QPainter &painter, const std::vector<int> &lines, const QColor &colour, int left, int width,
                            int height) const
{
    int last = -1;
    for (const int line : lines) {
        const int y = std::min(yOf(line), this->height() - height);
        if (y != last) {
            painter.fillRect(left, y, width, height, colour);
            last = y;
        }
    }
}

void ConsoleMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette &colours = palette();
    const QColor base = colours.color(QPalette::Base);
    const QColor text = colours.color(QPalette::Text);
    painter.fillRect(rect(), mixed(base, text, 0.05));
    const int top = yOf(m_first);
    painter.fillRect(0, top, width(), std::max(3, yOf(m_last + 1) - top), mixed(base, text, 0.18));

    const int unit = std::max(2, fontMetrics().height() / 7);
    const int half = width() / 2;
    paintLines(painter, m_lines.matches, colours.color(QPalette::Accent), half, width() - half, unit);
    paintLines(painter, m_lines.warnings, VerdictStyle::color(Mark::Mixed, colours), 0, half, unit);
    paintLines(painter, m_lines.crashes, VerdictStyle::color(Mark::Bad, colours), 0, width(), unit + 1);
    paintLines(painter, m_lines.marks, text, 0, width(), 1);
}

void ConsoleMap::mousePressEvent(QMouseEvent *event)
{
    choose(qRound(event->position().y()));
}

void ConsoleMap::mouseMoveEvent(QMouseEvent *event)
{
    choose(qRound(event->position().y()));
}

void ConsoleMap::choose(int y)
{
    const int inside = std::clamp(y, 0, std::max(height() - 1, 0));
    Q_EMIT lineChosen(static_cast<int>(qint64{inside} * m_lineCount / std::max(height(), 1)));
}

} // namespace culprit::widgets
