// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/historymodel.h"

#include <QTreeView>

namespace culprit::widgets
{

/// The range as a graph. Keys, while focused: G good, B bad, S skip, U untouched again, R retest, [ and ] previous and
/// next tested, "." current. Judges nothing itself: it says what is wanted of which commit.
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
    /// Single-letter keys may be switched off (WCAG 2.1.4).
    void setLetterKeys(bool on) { m_letterKeys = on; }

Q_SIGNALS:
    void commitSelected(const culprit::history::ObjectId &id);
    void commitActivated(const culprit::history::ObjectId &id); ///< Enter or double click
    void verdictWanted(const culprit::history::ObjectId &id, culprit::session::Verdict verdict);
    void verdictRemovalWanted(const culprit::history::ObjectId &id);
    void retestWanted(const culprit::history::ObjectId &id);
    void menuWanted(const culprit::history::ObjectId &id, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &search) override;

private:
    bool pressLetter(int key, const ObjectId &id);
    void fitColumns();
    void hideColumns();
    void restoreSelection();

    HistoryModel *m_history = nullptr;
    ObjectId m_selected; ///< kept while the model is reset
    bool m_centred = false;
    bool m_letterKeys = true;
};

} // namespace culprit::widgets
