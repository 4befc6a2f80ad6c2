// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/comparison.h"

#include <QAbstractTableModel>

#include <memory>

namespace culprit::widgets
{

/// The revisions of two sessions side by side. Where the verdicts differ, the row stands out and says why.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Revision, First, Second, Why, ColumnCount };

    ComparisonModel(std::shared_ptr<const session::SessionState> first,
                    std::shared_ptr<const session::SessionState> second, conductor::Comparison comparison,
                    QObject *parent = nullptr);

    [[nodiscard]] const conductor::Comparison &comparison() const { return m_comparison; }
    [[nodiscard]] const conductor::ComparedRevision *revisionAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What a session ends with, in words.
    [[nodiscard]] QString answerText(const conductor::ComparedAnswer &answer) const;

private:
    /// As the session says that knows the commit.
    [[nodiscard]] QString quoteOf(const history::ObjectId &id) const;

    std::shared_ptr<const session::SessionState> m_first;
    std::shared_ptr<const session::SessionState> m_second;
    conductor::Comparison m_comparison;
};

} // namespace culprit::widgets
