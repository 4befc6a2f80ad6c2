// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/consoleedit.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace culprit::widgets
{

/// All places of a text in a console, found in slices while the console grows.
class ConsoleSearch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t matchLimit = 100'000;

    explicit ConsoleSearch(ConsoleEdit *edit, QObject *parent = nullptr);

    /// An empty text ends the search.
    void setText(const QString &text, bool caseSensitive);
    [[nodiscard]] bool isActive() const { return !m_needle.isEmpty(); }
    [[nodiscard]] bool isComplete() const;
    void restart(); ///< after the text was cleared
    void goOn();    ///< after the text grew

    [[nodiscard]] const std::vector<ConsoleEdit::Match> &matches() const { return m_matches; }
    /// The match to go to, looked for at once where the slices have not come yet; goes on at the other end.
    [[nodiscard]] std::optional<ConsoleEdit::Match> next(qint64 from) const;
    [[nodiscard]] std::optional<ConsoleEdit::Match> previous(qint64 before) const;
    /// From 1; 0: not among the matches.
    [[nodiscard]] std::size_t ordinal(const ConsoleEdit::Match &match) const;

Q_SIGNALS:
    void restarted(); ///< what was found counts no more; changed() follows
    void changed();

private:
    void work();
    void searchPiece();

    ConsoleEdit *m_edit;
    QTimer m_timer;
    QElapsedTimer m_told;
    QByteArray m_needle;
    bool m_caseSensitive = false;
    qint64 m_searched = 0; ///< bytes
    std::vector<ConsoleEdit::Match> m_matches;
};

} // namespace culprit::widgets
