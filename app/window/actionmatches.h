// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QPointer>

class QAction;
class QMenuBar;

namespace culprit::app
{

/// Something that the window can be told to do, and where.
struct NamedAction {
    QPointer<QAction> action;
    QString text; ///< without mnemonic and ellipsis
    QString path; ///< "File > Export", "Console"
};

/// What stands in the menus, in their order.
[[nodiscard]] QList<NamedAction> actionsOf(const QMenuBar &bar);
[[nodiscard]] NamedAction named(QAction *action, const QString &path);

/// How well words fit an action: each must be in its text, path or tip, or at least its letters in this order in the
/// text. 0: they do not.
[[nodiscard]] int fitOf(const QStringList &words, const NamedAction &action);

/// The actions that fit what was typed, the best first.
class ActionMatches final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Where: its path, or why it cannot be done now.
    enum Column { Text, Where, Key, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setActions(const QList<NamedAction> &actions);
    void setQuery(const QString &query);
    [[nodiscard]] QAction *actionAt(const QModelIndex &index) const; ///< null: none, or it is gone

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refill();

    QList<NamedAction> m_actions;
    QStringList m_words;
    QList<NamedAction> m_matches;
};

} // namespace culprit::app
