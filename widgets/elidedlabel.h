// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace culprit::widgets
{

/// One line of plain text that may change many times a second: where there is no room it ends in an ellipsis, with all
/// of it as the tool tip, and a new text does not lay the window out again.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    enum class Width {
        Given,  ///< takes what it gets
        Widest, ///< wants room for the widest text so far
    };
    explicit ElidedLabel(Width width, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Width m_width;
    QString m_text;
    int m_widest = 0; ///< px
};

} // namespace culprit::widgets
