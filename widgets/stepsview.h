// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/stepsmodel.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace culprit::widgets
{

class EmptyNote;
class RevisionKeys;

/// The steps with their builds and runs, and a field that filters them by any word they show.
class StepsView final : public QWidget
{
    Q_OBJECT

public:
    explicit StepsView(QWidget *parent = nullptr);

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
    [[nodiscard]] StepsModel *model() const { return m_model; }

Q_SIGNALS:
    void revisionSelected(const culprit::history::ObjectId &id); ///< by the user; of the row or what it belongs to
    void revisionActivated(const culprit::history::ObjectId &id);
    void runActivated(culprit::RunId run);
    void buildActivated(culprit::BuildId build);
    void currentChanged();                   ///< the user chose another row, see currentRun()
    void menuWanted(const QPoint &position); ///< of the current row; on the screen

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void wantMenu(const QPoint &position);
    void select(const QModelIndex &index);
    void expandCurrent();
    void tellIfEmpty();
    void sizeColumns();
    void fitColumns();

    StepsModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    EmptyNote *m_empty;
    QString m_whyEmpty; ///< of the session
    RevisionKeys *m_keys;
    QTimer m_clock;
    ObjectId m_expanded; ///< the step that was opened because it is tested
    bool m_selecting = false;
};

} // namespace culprit::widgets
