// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <span>
#include <vector>

namespace culprit::widgets
{

class ConsoleEdit;
class ConsoleSearch;

/// The lines of a console that match its search or that the user marked, each once, ascending. Only their numbers are
/// kept; a line's text is taken from the console when it is asked for.
class ConsoleMatchModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Both outlive this.
    ConsoleMatchModel(const ConsoleEdit &edit, const ConsoleSearch &search, QObject *parent = nullptr);

    void takeMatches();                           ///< those that the search has found meanwhile
    void setMarks(const std::vector<int> &lines); ///< ascending
    void restart();                               ///< the search begins anew: without matches

    [[nodiscard]] int lineAt(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(int line) const; ///< or of the next line after it; rowCount() if there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void add(std::span<const int> lines);
    void insert(std::size_t row, std::span<const int> lines);
    void remove(int line);
    [[nodiscard]] bool isMarked(int line) const;
    [[nodiscard]] bool isMatch(int line) const;
    [[nodiscard]] QString textOf(int line) const;

    const ConsoleEdit &m_edit;
    const ConsoleSearch &m_search;
    std::vector<int> m_lines;
    std::vector<int> m_marks;
    std::size_t m_taken = 0; ///< of the search's matches
};

} // namespace culprit::widgets
