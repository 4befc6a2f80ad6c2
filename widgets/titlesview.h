// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/titlesmodel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace culprit::widgets
{

/// The crash titles with what they are to this session, and buttons that say otherwise.
class TitlesView final : public QWidget
{
    Q_OBJECT

public:
    explicit TitlesView(QWidget *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *target() const { return m_target; }
    [[nodiscard]] QPushButton *unrelated() const { return m_unrelated; }
    [[nodiscard]] QPushButton *automatic() const { return m_automatic; }

Q_SIGNALS:
    /// No relevance: back to the automatic one.
    void relevanceChosen(const QString &title, std::optional<culprit::session::Relevance> relevance);

private:
    void layOut();
    void refresh();
    void choose(std::optional<session::Relevance> relevance);

    QString m_blocked; ///< why nothing can be said, a sentence
    TitlesModel *m_model;
    QTableView *m_table;
    QLabel *m_chosen;
    QPushButton *m_target;
    QPushButton *m_unrelated;
    QPushButton *m_automatic;
};

} // namespace culprit::widgets
