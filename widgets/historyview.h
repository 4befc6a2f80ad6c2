// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/historymodel.h"

#include <QTreeView>

namespace culprit::widgets
{

class RevisionKeys;

/// The range as a graph. Judges nothing itself: keys() say what is wanted of which commit.
class HistoryView final : public QTreeView
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    /// `model` must outlive the view or be replaced.
    void setHistory(HistoryModel *model);
    [[nodiscard]] ObjectId selectedCommit() const; ///< null: none
    enum class Place {
        InSight, ///< scrolled only if it is not there
        Middle   ///< stays there while the view is resized, until the user scrolls or selects
    };
    /// Selects a commit and scrolls to it; false if it is not shown.
    bool selectCommit(const ObjectId &id, Place place = Place::InSight);
    bool goToCurrent();
    /// From the selection up or down to the next commit that was tested or is in work.
    bool goToTested(bool newer);
    [[nodiscard]] RevisionKeys *keys() const { return m_keys; }

Q_SIGNALS:
    void commitSelected(const culprit::history::ObjectId &id);
    void commitActivated(const culprit::history::ObjectId &id); ///< Enter or double click
    void menuWanted(const culprit::history::ObjectId &id, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &search) override;

private:
    void fitColumns();
    void hideColumns();
    void restoreSelection();

    HistoryModel *m_history = nullptr;
    ObjectId m_selected; ///< kept while the model is reset
    bool m_centred = false;
    RevisionKeys *m_keys;
};

} // namespace culprit::widgets
