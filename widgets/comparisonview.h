// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/comparisonmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableView;

namespace culprit::widgets
{

/// Two sessions side by side: both answers, where the searches part, their settings, and each tested revision.
class ComparisonView final : public QWidget
{
    Q_OBJECT

public:
    /// The model's parent becomes the view. `names` are those of the sessions.
    ComparisonView(ComparisonModel *model, const std::pair<QString, QString> &names, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QCheckBox *onlyDifferences() const { return m_onlyDifferences; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void revisionSelected(const culprit::history::ObjectId &revision);

private:
    void filter();

    ComparisonModel *m_model;
    QLabel *m_summary;
    QTableView *m_table;
    QCheckBox *m_onlyDifferences;
};

} // namespace culprit::widgets
