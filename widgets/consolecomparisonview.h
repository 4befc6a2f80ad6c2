// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"
#include "widgets/consolecomparison.h"
#include "widgets/consoleedit.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QComboBox;
class QLabel;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

class ComparisonFeed;
class ConsoleSearch;
class ConsoleSide;
class FindBar;

/// The consoles of two runs beside each other, from one difference to the next. Keys of both texts: n or ] next
/// difference, p or [ the one before, Home and End, / or Ctrl+F find; Alt+Down and Alt+Up work everywhere in it.
class ConsoleComparisonView final : public QWidget
{
    Q_OBJECT

public:
    struct Run {
        LogId log;
        QString title;
    };

    explicit ConsoleComparisonView(QWidget *parent = nullptr);

    /// As ConsoleView has it.
    void setSyntax(const KSyntaxHighlighting::Repository &repository);
    /// What there is to choose from; asks for the two that are chosen by pairWanted.
    void setRuns(const std::vector<Run> &runs, LogId left, LogId right);
    /// Shows it from its first difference on; null empties the view.
    void setComparison(const std::shared_ptr<const ConsoleComparison> &comparison);
    void fail(const QString &message);
    /// Single letters as keys may be switched off (WCAG 2.1.4); the others stay.
    void setLetters(bool on) { m_letters = on; }

    [[nodiscard]] QComboBox *leftBox() const { return m_leftBox; }
    [[nodiscard]] QComboBox *rightBox() const { return m_rightBox; }
    [[nodiscard]] ConsoleSide *left() const { return m_left; }
    [[nodiscard]] ConsoleSide *right() const { return m_right; }
    [[nodiscard]] QAction *first() const { return m_first; }
    [[nodiscard]] QAction *previous() const { return m_previous; }
    [[nodiscard]] QAction *next() const { return m_next; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }
    /// "difference 3 of 17 …"
    [[nodiscard]] QString position() const;
    [[nodiscard]] bool isComplete() const; ///< all of the comparison is in the texts

Q_SIGNALS:
    void pairWanted(culprit::LogId left, culprit::LogId right); ///< answer by setComparison() or fail()

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void scrollTogether();
    [[nodiscard]] QAction *addStep(const QString &text, const QString &tip, const QKeySequence &key);
    void askForPair();
    void afterGrowth();
    void goTo(int difference);
    void showCurrent();
    void step(bool forward);
    void showPosition();
    void updateSteps();
    void find(bool backward);
    void openFind();
    void closeFind();
    void startSearch();
    void showCount();
    [[nodiscard]] ConsoleSearch *search() const;
    [[nodiscard]] bool obey(const QKeyEvent &event, bool now);
    [[nodiscard]] bool scroll(int key, bool now);
    [[nodiscard]] ConsoleSide *activeSide() const;

    int m_current = -1; ///< difference
    bool m_letters = true;
    bool m_scrolling = false;
    QAction *m_first;
    QAction *m_previous;
    QAction *m_next;
    QLabel *m_position;
    QLabel *m_note;
    QComboBox *m_leftBox;
    QComboBox *m_rightBox;
    ConsoleSide *m_left;
    ConsoleSide *m_right;
    FindBar *m_findBar;
    ComparisonFeed *m_feed;
    ConsoleSide *m_searched; ///< by the find bar
    ConsoleSearch *m_leftSearch;
    ConsoleSearch *m_rightSearch;
    std::optional<ConsoleEdit::Match> m_match;
};

} // namespace culprit::widgets
