// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QTimer>

#include <vector>

namespace culprit::widgets
{

class ConsoleEdit;
class ConsoleMatchModel;
class ConsoleSearch;

/// Below a console: the lines that match its search, and those that are marked. While it stands at its end it stays
/// there as lines come. Nothing is kept or done while it is hidden.
class ConsoleMatchList final : public QListView
{
    Q_OBJECT

public:
    /// Both outlive this.
    ConsoleMatchList(const ConsoleEdit &edit, const ConsoleSearch &search, QWidget *parent = nullptr);

    void setMarks(const std::vector<int> &lines); ///< ascending
    [[nodiscard]] ConsoleMatchModel *matches() const { return m_model; }

    [[nodiscard]] QSize sizeHint() const override;
    /// Going through all lines for a typed letter would take long.
    void keyboardSearch(const QString & /*text*/) override {}

Q_SIGNALS:
    void lineChosen(int line);
    void left(); ///< by Esc

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void grow();
    [[nodiscard]] bool isAtEnd() const;

    const ConsoleEdit &m_edit;
    ConsoleMatchModel *m_model;
    std::vector<int> m_marks;
    QTimer m_timer;
};

} // namespace culprit::widgets
