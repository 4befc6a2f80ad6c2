// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/revisiontext.h"
#include "widgets/stepcells.h"

#include <QAbstractItemModel>

#include <optional>

namespace culprit::widgets
{

/// What was built and run, in two levels of rows, however these are grouped.
class StepRows : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Step, Verdict, Runs, Title, Time, ColumnCount };
    enum Role {
        MarkRole = Qt::UserRole, ///< int(Mark)
        StruckRole,              ///< the automatic verdict, or the machine's outcome, that a person overruled: a word
        StruckMarkRole,          ///< int(Mark) of it
        TallyRole,               ///< session::Tally of a revision
        PercentRole,             ///< of a build under way, -1: none or unknown
        CountRole                ///< of a group: "12×", its runs
    };

    using QAbstractItemModel::QAbstractItemModel;

    virtual void setSnapshot(const conductor::SnapshotPtr &snapshot) = 0;
    virtual void tick() = 0; ///< the times of what runs have gone on

    [[nodiscard]] virtual std::optional<ObjectId> revisionAt(const QModelIndex &index) const = 0; ///< that it is about
    [[nodiscard]] virtual std::optional<RunId> runAt(const QModelIndex &index) const = 0;
    [[nodiscard]] virtual std::optional<BuildId> buildAt(const QModelIndex &index) const = 0;
    [[nodiscard]] virtual QModelIndex indexOf(const ObjectId &revision) const = 0; ///< of its row, or its first run's
    [[nodiscard]] virtual QModelIndex indexOf(RunId run) const = 0;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// What a column beside the first one says; `now`: ms since 1970.
    [[nodiscard]] static QString textOf(int column, const StepCells &cells, qint64 now);
};

} // namespace culprit::widgets
