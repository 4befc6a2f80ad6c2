// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace culprit::widgets
{

/// The crash titles of a session in alphabetical order below headings of what they are to it. Without titles there are
/// no headings. A new snapshot inserts, moves and removes rows; it never resets.
class TitlesModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Title, Relevance, Type, Runs, Revisions, Reason, ColumnCount };
    static constexpr std::array headings{session::Relevance::Target, session::Relevance::Undecided,
                                         session::Relevance::Unrelated};

    using QAbstractItemModel::QAbstractItemModel;

    /// What the title is to the session, and whether a person said so.
    [[nodiscard]] static QString relevanceWord(const session::TitleState &title);

    /// What a drop of titles would say of them.
    struct Drop {
        QStringList titles; ///< those that it would change
        std::optional<session::Relevance> relevance;
        QString whyNot; ///< why it says nothing, a sentence; empty: it does
    };
    [[nodiscard]] Drop dropOf(const QMimeData &data, const QModelIndex &where) const;

    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    [[nodiscard]] const session::TitleState *titleAt(const QModelIndex &index) const; ///< null for a heading
    [[nodiscard]] QModelIndex indexOf(const QString &title) const;
    /// Of a heading, or of the one that a title stands below.
    [[nodiscard]] std::optional<session::Relevance> headingAt(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    /// False: the rows move when the session says so, see dropped().
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void dropped(const QStringList &titles, std::optional<culprit::session::Relevance> relevance);

private:
    using Rows = std::vector<session::TitleState>;

    [[nodiscard]] static Rows::const_iterator placeIn(const Rows &rows, const QString &title);
    void removeGone(const std::map<QString, session::TitleState> &titles);
    void show(const session::TitleState &title);

    std::array<Rows, headings.size()> m_titles;
    std::map<QString, std::size_t> m_headingOf;
    bool m_hasHeadings = false;
    QString m_blocked; ///< why nothing can be said, a sentence
};

} // namespace culprit::widgets
