// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/blame.h"

#include <QWidget>

#include <span>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace culprit::widgets
{

class ElidedLabel;

/// Who last changed some lines of a file: a row for consecutive lines of one commit, which is chosen by Enter or double
/// click. Esc closes.
class BlameView final : public QWidget
{
    Q_OBJECT

public:
    explicit BlameView(QWidget *parent = nullptr);

    /// `what` is asked for now; `note` stands in place of the rows.
    void showWaiting(const QString &what, const QString &note);
    void showLines(std::span<const history::BlamedLines> lines);
    void showError(const QString &sentence);

    [[nodiscard]] const QTreeWidget *rows() const { return m_rows; }
    [[nodiscard]] QPushButton *button() const { return m_button; } ///< cancels, or closes
    [[nodiscard]] const QLabel *note() const { return m_note; }

    static constexpr std::size_t mostRows = 2000;

Q_SIGNALS:
    void commitWanted(const culprit::history::ObjectId &id);
    void closed(); ///< what was asked for is not wanted any more

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void say(const QString &note);
    void fitColumns();

    ElidedLabel *m_what;
    QPushButton *m_button;
    QLabel *m_note;
    QTreeWidget *m_rows;
};

} // namespace culprit::widgets
