// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/lanelayout.h"
#include "widgets/rangemarks.h"

#include <QAbstractTableModel>

namespace culprit::widgets
{

/// The range of a session, newest first, then the good ends. Keeps a place per row; everything else is made when asked
/// for.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Graph, Hash, Chance, Subject, Author, Date, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< ObjectId
        MarkRole,              ///< widgets::Mark as int
        StageRole,             ///< widgets::Stage as int
        CandidateRole,         ///< bool
        TestedRole,            ///< bool
        RunsRole,              ///< "6/10", "" without runs
        TagsRole,              ///< QStringList
        LaneRole,              ///< int
        ChanceRole,            ///< double, of being the culprit; invalid where none is known
        BetweenRole,           ///< int, commits that are not shown between this one and the next ones
    };
    enum class Level {
        Tested,     ///< what was tested or is in work, and the ends
        Candidates, ///< and what may be the culprit
        Whole
    };

    explicit HistoryModel(QObject *parent = nullptr);

    /// Tells views only of the rows that look different, unless the range is another one.
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void setLevel(Level level);
    [[nodiscard]] Level level() const { return m_level; }
    /// Shows of the level only commits that `line` has, by index into CommitRange::commits of `range`, and the bad end;
    /// an empty one, or another range: all of the level.
    void setFirstParents(std::shared_ptr<const history::CommitRange> range, std::vector<bool> line);
    [[nodiscard]] bool showsFirstParents() const;
    [[nodiscard]] int commits() const; ///< of the range, shown or not

    [[nodiscard]] int rowOf(const ObjectId &id) const; ///< -1: not shown
    [[nodiscard]] ObjectId idOf(int row) const;
    [[nodiscard]] int currentRow() const; ///< RangeMarks::current(), -1: none
    /// "12 commits between", "merges 12 commits": what is not shown below a row; empty: nothing.
    [[nodiscard]] QString betweenText(int row) const;
    [[nodiscard]] CommitIndex place(int row) const { return m_places[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const CommitMark &mark(int row) const { return m_marks.mark(place(row)); }
    /// Whether there is anything to say in the column Chance.
    [[nodiscard]] bool hasChances() const { return m_marks.doubt() != nullptr; }
    [[nodiscard]] const RangeMarks &marks() const { return m_marks; }
    /// Null until the lanes of a long range are laid out.
    [[nodiscard]] const LaneLayout *lanes() const { return m_lanes.get(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// lanes() is another one.
    void lanesChanged();
    /// hasChances() is otherwise than before.
    void chancesToggled();

private:
    using Layout = std::shared_ptr<const LaneLayout>;

    [[nodiscard]] std::vector<bool> shown() const;
    void rebuild();
    void layOut(std::vector<bool> shown);
    void takeLayout(Layout layout);
    void showDifferences(const RangeMarks &before);
    void announce(const RangeMarks &before);
    [[nodiscard]] QVariant text(int row, int column) const;

    RangeMarks m_marks;
    std::vector<CommitIndex> m_places; ///< by row
    std::vector<int> m_rows;           ///< by place, -1: not shown
    Layout m_lanes;
    quint64 m_layoutRound = 0; ///< a layout of an earlier round comes too late
    Level m_level = Level::Whole;
    std::shared_ptr<const history::CommitRange> m_lineRange;
    std::vector<bool> m_line;
};

} // namespace culprit::widgets
