// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "widgets/historymodel.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QLabel;
class QSettings;

namespace culprit::app
{

/// How much of the range the graph shows: three levels, of each all or first parents only, and a line below the graph
/// while it is not all.
class GraphLevels final : public QObject
{
    Q_OBJECT

public:
    /// What is chosen is kept in `settings`.
    GraphLevels(widgets::HistoryModel &model, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> actions() const;
    [[nodiscard]] QAction *firstParents() const { return m_firstParents; }
    [[nodiscard]] QLabel *note() const { return m_note; }
    /// The commit that the window is about: the note says so where the graph does not show it.
    void setChosen(const std::optional<history::ObjectId> &commit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Range = std::shared_ptr<const history::CommitRange>;

    void makeLevels();
    void makeFirstParents();
    void set(widgets::HistoryModel::Level level);
    void wantFirstParents(bool wanted);
    void follow();
    void readFirstParents(const Range &range);
    void takeFirstParents(const Range &range, const Result<std::vector<bool>> &line);
    void describe();
    [[nodiscard]] Range range() const;
    [[nodiscard]] QString limits() const;
    [[nodiscard]] QString whyHidden() const;

    widgets::HistoryModel &m_model;
    QSettings &m_settings;
    std::array<QAction *, 3> m_levels{}; ///< by Level
    QAction *m_separator;
    QAction *m_firstParents;
    bool m_wanted = false; ///< first parents only, where that can be
    Range m_read;          ///< whose first parents are known, or being read
    bool m_isReading = false;
    QString m_failure; ///< why they cannot be read
    std::optional<history::ObjectId> m_chosen;
    QLabel *m_note;
};

} // namespace culprit::app
