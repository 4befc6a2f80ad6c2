// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/historymodel.h"

#include <QObject>

#include <array>

class QAction;
class QLabel;
class QSettings;

namespace culprit::app
{

/// How much of the range the graph shows: three actions, and a line below the graph while it is not all.
class GraphLevels final : public QObject
{
    Q_OBJECT

public:
    /// The level is kept in `settings`.
    GraphLevels(widgets::HistoryModel &model, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QList<QAction *> actions() const { return {m_actions.begin(), m_actions.end()}; }
    [[nodiscard]] QLabel *note() const { return m_note; }

private:
    void set(widgets::HistoryModel::Level level);
    void describe();

    widgets::HistoryModel &m_model;
    QSettings &m_settings;
    std::array<QAction *, 3> m_actions{}; ///< by Level
    QLabel *m_note;
};

} // namespace culprit::app
