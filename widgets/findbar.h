// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace culprit::widgets
{

/// Asks for a text to find. Return goes to the next place, Shift+Return to the previous one, Esc closes.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void ask(const QString &proposal); ///< shows itself and takes the focus; an empty proposal keeps the last text
    /// One more choice beside "Match case"; it belongs to the bar.
    [[nodiscard]] QCheckBox *addChoice(const QString &text, const QString &tip);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isCaseSensitive() const;
    /// `ordinal` from 1, 0 while none is chosen; `more`: there are further ones that are not counted.
    void setCount(std::size_t ordinal, std::size_t count, bool more);
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void edited(); ///< text or case
    void next();
    void previous();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_text;
    QLabel *m_count;
    QCheckBox *m_case;
};

} // namespace culprit::widgets
