// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace culprit::widgets
{

/// The crash titles of a session, in alphabetical order. A new snapshot inserts and removes rows; it never resets.
class TitlesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Relevance, Title, Type, Runs, Revisions, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// What the title is to the session, and whether a person said so.
    [[nodiscard]] static QString relevanceWord(const session::TitleState &title);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    [[nodiscard]] const session::TitleState *titleAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<session::TitleState> m_titles;
};

} // namespace culprit::widgets
