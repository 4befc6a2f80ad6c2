// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/actionmatches.h"

#include <QFrame>

class QLineEdit;
class QTreeView;

namespace culprit::app
{

/// A field and the actions that fit what is typed there: Return does the chosen one, Esc closes.
class ActionFinder final : public QFrame
{
    Q_OBJECT

public:
    explicit ActionFinder(QWidget *window);

    /// Over the window, with all of these to choose from.
    void open(const QList<NamedAction> &actions);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QTreeView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFirst();
    void trigger();
    void moveBy(int rows);

    QLineEdit *m_field;
    QTreeView *m_list;
    ActionMatches *m_matches;
};

} // namespace culprit::app
