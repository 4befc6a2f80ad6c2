// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"

#include <QAbstractTableModel>
#include <QTreeView>

#include <vector>

namespace culprit::widgets
{

/// The journal in words, oldest first.
class ActivityLogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Another session, or the whole journal at once.
    void setEvents(const std::vector<session::Event> &events);
    /// An event that is here already, by its number, is passed over.
    void append(const session::Event &event);
    [[nodiscard]] EventSeq eventAt(const QModelIndex &index) const;
    [[nodiscard]] QString text() const; ///< all lines, for the clipboard

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        EventSeq seq;
        qint64 time = 0;
        QString text;
        bool judgement = false;
    };
    [[nodiscard]] static Line lineOf(const session::Event &event);
    [[nodiscard]] static QString timeText(qint64 time);

    std::vector<Line> m_lines;
};

/// Every decision, judgement and start of a process with its time; stays at the end while it stands there.
class ActivityLogView final : public QTreeView
{
    Q_OBJECT

public:
    explicit ActivityLogView(QWidget *parent = nullptr);

    void setEvents(const std::vector<session::Event> &events);
    void append(const session::Event &event);
    [[nodiscard]] ActivityLogModel *log() const { return m_model; }

Q_SIGNALS:
    void eventActivated(culprit::EventSeq event); ///< show what it is about
    void momentWanted(culprit::EventSeq event);   ///< show the session as it stood then

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;

    ActivityLogModel *m_model;
};

} // namespace culprit::widgets
