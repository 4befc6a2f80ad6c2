// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolematchmodel.h"

#include "widgets/consolesearch.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <algorithm>

namespace culprit::widgets
{

namespace
{

constexpr qsizetype longest = 400; ///< characters of a line that are shown

} // namespace

ConsoleMatchModel::ConsoleMatchModel(const ConsoleEdit &edit, const ConsoleSearch &search, QObject *parent)
    : QAbstractListModel(parent), m_edit(edit), m_search(search)
{
}

void ConsoleMatchModel::takeMatches()
{
    std::vector<int> lines;
    const auto &matches = m_search.matches();
    for (; m_taken < matches.size(); ++m_taken) {
        const int line = matches[m_taken].line;
        if (lines.empty() || lines.back() != line) {
            lines.push_back(line);
        }
    }
    add(lines);
}

void ConsoleMatchModel::setMarks(const std::vector<int> &lines)
{
    const std::vector<int> before = std::exchange(m_marks, lines);
    for (const int line : before) {
        if (!isMarked(line) && !isMatch(line)) {
            remove(line);
        }
    }
    add(m_marks);
    if (!m_lines.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void ConsoleMatchModel::restart()
{
    beginResetModel();
    m_taken = 0;
    m_lines = m_marks;
    endResetModel();
}

/// Nearly always all of them come after those that are here: one insertion.
void ConsoleMatchModel::add(std::span<const int> lines)
{
    while (!lines.empty()) {
        const auto at = std::ranges::lower_bound(m_lines, lines.front());
        const auto end = at == m_lines.end() ? lines.end() : std::ranges::lower_bound(lines, *at);
        const auto count = static_cast<std::size_t>(end - lines.begin());
        if (count == 0) {
            lines = lines.subspan(1); // it is here
            continue;
        }
        insert(static_cast<std::size_t>(at - m_lines.begin()), lines.first(count));
        lines = lines.subspan(count);
    }
}

void ConsoleMatchModel::insert(std::size_t row, std::span<const int> lines)
{
    const auto first = static_cast<int>(row);
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.begin() + first, lines.begin(), lines.end());
    endInsertRows();
}

void ConsoleMatchModel::remove(int line)
{
    const auto at = std::ranges::lower_bound(m_lines, line);
    if (at != m_lines.end() && *at == line) {
        const auto row = static_cast<int>(at - m_lines.begin());
        beginRemoveRows({}, row, row);
        m_lines.erase(at);
        endRemoveRows();
    }
}

bool ConsoleMatchModel::isMarked(int line) const
{
    return std::ranges::binary_search(m_marks, line);
}

bool ConsoleMatchModel::isMatch(int line) const
{
    const auto taken = std::span(m_search.matches()).first(std::min(m_taken, m_search.matches().size()));
    return std::ranges::binary_search(taken, line, {}, &ConsoleEdit::Match::line);
}

int ConsoleMatchModel::rowOf(int line) const
{
    return static_cast<int>(std::ranges::lower_bound(m_lines, line) - m_lines.begin());
}

int ConsoleMatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString ConsoleMatchModel::textOf(int line) const
{
    return oneLine(QString::fromUtf8(m_edit.lineUtf8(line)), longest);
}

QVariant ConsoleMatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int line = lineAt(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const qsizetype width = QString::number(m_edit.lineCount()).size();
        const QString number = QString::number(line + 1).rightJustified(width);
        return QStringLiteral("%1 %2  %3").arg(QChar(isMarked(line) ? u'\u25c6' : u' '), number, textOf(line));
    }
    case Qt::AccessibleTextRole:
        return isMarked(line) ? tr("line %1, marked: %2").arg(QString::number(line + 1), textOf(line))
                              : tr("line %1: %2").arg(QString::number(line + 1), textOf(line));
    case Qt::ToolTipRole:
        return toolTipOf(textOf(line));
    case Qt::FontRole:
        return fixedFont();
    default:
        return {};
    }
}

} // namespace culprit::widgets
