// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stepsmodel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace culprit::widgets
{

class EmptyNote;
class RevisionKeys;
class RunGroups;

/// The steps with their builds and runs, or the runs by crash title, and a field that filters them by any word they
/// show.
class StepsView final : public QWidget
{
    Q_OBJECT

public:
    enum class Grouping { None, Title };

    explicit StepsView(QWidget *parent = nullptr);

    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const;
    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    /// Shows it as the chosen one, without revisionSelected().
    void selectRevision(const ObjectId &id);

    /// To the step before or after the selected one, in the order of the tests; false if there is none.
    bool goToStep(bool later);
    bool goToCurrent(); ///< the step that is tested

    [[nodiscard]] std::optional<RunId> currentRun() const; ///< that the user chose, if it is a run
    [[nodiscard]] RevisionKeys *keys() const { return m_keys; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    [[nodiscard]] QComboBox *groupBox() const { return m_groupBox; }
    [[nodiscard]] StepRows *model() const { return m_model; } ///< of the grouping

Q_SIGNALS:
    void revisionSelected(const culprit::history::ObjectId &id); ///< by the user; of the row or what it belongs to
    void revisionActivated(const culprit::history::ObjectId &id);
    void runActivated(culprit::RunId run);
    void buildActivated(culprit::BuildId build);
    void groupingChanged();
    void currentChanged();                   ///< the user chose another row, see currentRun()
    void menuWanted(const QPoint &position); ///< of the current row; on the screen

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void regroup();
    void showTested();
    void activate(const QModelIndex &index);
    void wantMenu(const QPoint &position);
    void select(const QModelIndex &index);
    void tellIfEmpty();
    void sizeColumns();
    void fitColumns();

    StepsModel *m_steps;
    RunGroups *m_groups;
    StepRows *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QComboBox *m_groupBox;
    QTreeView *m_tree;
    EmptyNote *m_empty;
    conductor::SnapshotPtr m_snapshot;
    QString m_whyEmpty; ///< of the session
    RevisionKeys *m_keys;
    QTimer m_clock;
    ObjectId m_expanded; ///< the step that was opened because it is tested
    bool m_selecting = false;
};

} // namespace culprit::widgets
