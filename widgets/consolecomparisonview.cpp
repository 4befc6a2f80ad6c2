// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolecomparisonview.h"

#include "widgets/comparisonfeed.h"
#include "widgets/consolesearch.h"
#include "widgets/consoleside.h"
#include "widgets/findbar.h"
#include "widgets/plaintext.h"

#include <QAccessibleAnnouncementEvent>
#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>

namespace culprit::widgets
{

namespace
{

constexpr int page = 200; ///< rows, more than are in sight

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ConsoleComparisonView::ConsoleComparisonView(QWidget *parent)
    : QWidget(parent),
      m_first(addStep(tr("&First"), tr("Go to the first difference"), {})),
      m_previous(addStep(tr("&Previous"), tr("Go to the difference before (p, [ or Alt+Up)"), Qt::ALT | Qt::Key_Up)),
      m_next(addStep(tr("&Next"), tr("Go to the next difference (n, ] or Alt+Down)"), Qt::ALT | Qt::Key_Down)),
      m_position(plainLabel()),
      m_note(plainLabel()),
      m_leftBox(new QComboBox),
      m_rightBox(new QComboBox),
      m_left(new ConsoleSide(ConsoleSide::Place::Left)),
      m_right(new ConsoleSide(ConsoleSide::Place::Right)),
      m_findBar(new FindBar),
      m_feed(new ComparisonFeed(m_left, m_right, this)),
      m_searched(m_left),
      m_leftSearch(new ConsoleSearch(m_left, this)),
      m_rightSearch(new ConsoleSearch(m_right, this))
{
    layOut();
    connectParts();
    scrollTogether();
    updateSteps();
}

QAction *ConsoleComparisonView::addStep(const QString &text, const QString &tip, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setWhatsThis(tip);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    return action;
}

void ConsoleComparisonView::layOut()
{
    const int gap = fontMetrics().height() / 4;
    auto *bar = new QHBoxLayout;
    bar->setSpacing(gap);
    for (QAction *action : {m_first, m_previous, m_next}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(withoutMnemonic(action->text()));
        bar->addWidget(button);
    }
    bar->addSpacing(2 * gap);
    bar->addWidget(m_position);
    bar->addStretch(1);
    bar->addWidget(m_note);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_leftBox->setAccessibleName(tr("Run on the left"));
    m_rightBox->setAccessibleName(tr("Run on the right"));
    m_left->setAccessibleName(tr("Console on the left"));
    m_right->setAccessibleName(tr("Console on the right"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addLayout(bar, 0, 0, 1, 2);
    for (int column = 0; QComboBox * box : {m_leftBox, m_rightBox}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        layout->addWidget(box, 1, column++);
    }
    layout->addWidget(m_left, 2, 0);
    layout->addWidget(m_right, 2, 1);
    layout->addWidget(m_findBar, 3, 0, 1, 2);
    layout->setRowStretch(2, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    m_findBar->hide();
    setFocusProxy(m_left);
}

void ConsoleComparisonView::connectParts()
{
    connect(m_feed, &ComparisonFeed::grew, this, &ConsoleComparisonView::afterGrowth);
    connect(m_first, &QAction::triggered, this, [this] { goTo(0); });
    connect(m_previous, &QAction::triggered, this, [this] { step(false); });
    connect(m_next, &QAction::triggered, this, [this] { step(true); });
    connect(m_leftBox, &QComboBox::activated, this, &ConsoleComparisonView::askForPair);
    connect(m_rightBox, &QComboBox::activated, this, &ConsoleComparisonView::askForPair);
    for (ConsoleSide *side : {m_left, m_right}) {
        side->installEventFilter(this);
        connect(side, &CodeEdit::findWanted, this, &ConsoleComparisonView::openFind);
    }
    connect(m_findBar, &FindBar::edited, this, &ConsoleComparisonView::startSearch);
    connect(m_leftSearch, &ConsoleSearch::changed, this, &ConsoleComparisonView::showCount);
    connect(m_rightSearch, &ConsoleSearch::changed, this, &ConsoleComparisonView::showCount);
    connect(m_findBar, &FindBar::next, this, [this] { find(false); });
    connect(m_findBar, &FindBar::previous, this, [this] { find(true); });
    connect(m_findBar, &FindBar::closed, this, &ConsoleComparisonView::closeFind);
}

void ConsoleComparisonView::scrollTogether()
{
    const auto tie = [this](const QScrollBar *from, QScrollBar *to) {
        connect(from, &QScrollBar::valueChanged, this, [this, to](int value) {
            if (!m_scrolling) {
                m_scrolling = true;
                to->setValue(value);
                m_scrolling = false;
            }
        });
    };
    tie(m_left->verticalScrollBar(), m_right->verticalScrollBar());
    tie(m_right->verticalScrollBar(), m_left->verticalScrollBar());
    tie(m_left->horizontalScrollBar(), m_right->horizontalScrollBar());
    tie(m_right->horizontalScrollBar(), m_left->horizontalScrollBar());
}

void ConsoleComparisonView::setSyntax(const KSyntaxHighlighting::Repository &repository)
{
    m_left->setSyntax(repository, QStringLiteral("Kernel console"));
    m_right->setSyntax(repository, QStringLiteral("Kernel console"));
}

void ConsoleComparisonView::setRuns(const std::vector<Run> &runs, LogId left, LogId right)
{
    for (const auto &[box, chosen] : {std::pair(m_leftBox, left), std::pair(m_rightBox, right)}) {
        box->clear();
        for (const Run &run : runs) {
            box->addItem(oneLine(run.title), qlonglong{run.log.value});
        }
        box->setCurrentIndex(box->findData(qlonglong{chosen.value}));
    }
    askForPair();
}

void ConsoleComparisonView::askForPair()
{
    setComparison({});
    for (const auto &[side, box] : {std::pair(m_left, m_leftBox), std::pair(m_right, m_rightBox)}) {
        box->setToolTip(toolTipOf(box->currentText()));
        side->setAccessibleName(box->currentText());
    }
    m_position->setText(tr("comparing…"));
    Q_EMIT pairWanted(LogId{m_leftBox->currentData().toLongLong()}, LogId{m_rightBox->currentData().toLongLong()});
}

void ConsoleComparisonView::setComparison(const std::shared_ptr<const ConsoleComparison> &comparison)
{
    m_current = -1;
    m_match.reset();
    m_feed->begin(comparison);
    m_leftSearch->restart();
    m_rightSearch->restart();
    m_note->setText(comparison && comparison->isCut
                        ? tr("Only the first %1 lines or %2 MB of each console are compared.")
                              .arg(QLocale().toString(ConsoleComparison::lineLimit))
                              .arg(ConsoleComparison::byteLimit >> 20)
                        : QString());
    updateSteps();
    if (comparison) {
        showPosition();
    }
}

void ConsoleComparisonView::fail(const QString &message)
{
    setComparison({});
    m_position->setText(oneLine(message));
}

bool ConsoleComparisonView::isComplete() const
{
    return m_feed->isComplete();
}

void ConsoleComparisonView::afterGrowth()
{
    m_leftSearch->goOn();
    m_rightSearch->goOn();
    // Once a page that follows the first difference is there, it can be shown where it will stay.
    const auto &differences = m_feed->comparison()->differences;
    if (m_current < 0 && !differences.empty() && (isComplete() || m_feed->rows() > differences.front().row + page)) {
        goTo(0);
    }
    if (!isComplete()) {
        return;
    }
    if (m_current >= 0) {
        showCurrent();
    }
    updateSteps();
}

void ConsoleComparisonView::goTo(int difference)
{
    m_current = difference;
    showCurrent();
    const int row = m_feed->comparison()->differences[static_cast<std::size_t>(difference)].row;
    m_left->showRow(row);
    m_right->showRow(row);
    showPosition();
    updateSteps();
}

void ConsoleComparisonView::showCurrent()
{
    const ConsoleComparison::Difference &difference =
        m_feed->comparison()->differences[static_cast<std::size_t>(m_current)];
    m_left->setCurrent(difference.row, difference.rows());
    m_right->setCurrent(difference.row, difference.rows());
}

void ConsoleComparisonView::step(bool forward)
{
    const int wanted = m_current + (forward ? 1 : -1);
    if (isComplete() && wanted >= 0 && wanted < std::ssize(m_feed->comparison()->differences)) {
        goTo(wanted);
    }
}

void ConsoleComparisonView::showPosition()
{
    const QLocale locale;
    const auto &differences = m_feed->comparison()->differences;
    const auto count = static_cast<int>(differences.size());
    QString text;
    if (count == 0) {
        text = tr("No difference but in time stamps, addresses and the like");
    } else if (m_current < 0) {
        text = count == 1 ? tr("1 difference") : tr("%Ln differences", nullptr, count);
    } else {
        const ConsoleComparison::Difference &difference = differences[static_cast<std::size_t>(m_current)];
        text = tr("difference %1 of %2, line %3 beside line %4")
                   .arg(locale.toString(m_current + 1), locale.toString(count),
                        locale.toString(difference.leftLine + 1), locale.toString(difference.rightLine + 1));
    }
    m_position->setText(text);
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

QString ConsoleComparisonView::position() const
{
    return m_position->text();
}

void ConsoleComparisonView::updateSteps()
{
    const int last =
        m_feed->comparison() != nullptr ? static_cast<int>(m_feed->comparison()->differences.size()) - 1 : -1;
    const QString none = !isComplete() ? tr("The consoles are still being compared") : tr("There is no difference");
    const auto set = [&](QAction *action, bool possible, const QString &why) {
        action->setEnabled(isComplete() && possible);
        action->setToolTip(action->isEnabled() ? action->whatsThis() : last < 0 || !isComplete() ? none : why);
    };
    set(m_first, last >= 0, none);
    set(m_previous, m_current > 0, tr("This is the first difference"));
    set(m_next, m_current < last, tr("This is the last difference"));
}

ConsoleSide *ConsoleComparisonView::activeSide() const
{
    return m_right->hasFocus() ? m_right : m_left;
}

void ConsoleComparisonView::openFind()
{
    m_searched = activeSide();
    const QString selected = m_searched->selectedText();
    m_findBar->ask(selected.contains(u'\n') ? QString() : selected.left(200));
    startSearch();
}

void ConsoleComparisonView::closeFind()
{
    m_findBar->hide();
    m_match.reset();
    m_leftSearch->setText({}, false);
    m_rightSearch->setText({}, false);
    m_searched->setFocus();
}

/// Both sides show what is found; that of the one with the keyboard counts.
ConsoleSearch *ConsoleComparisonView::search() const
{
    return m_searched == m_left ? m_leftSearch : m_rightSearch;
}

void ConsoleComparisonView::startSearch()
{
    m_match.reset();
    m_leftSearch->setText(m_findBar->text(), m_findBar->isCaseSensitive());
    m_rightSearch->setText(m_findBar->text(), m_findBar->isCaseSensitive());
}

void ConsoleComparisonView::find(bool backward)
{
    if (!search()->isActive()) {
        return;
    }
    const qint64 here =
        m_match ? (backward ? m_match->begin : m_match->end) : m_searched->lineStart(m_searched->firstVisibleLine());
    m_match = backward ? search()->previous(here) : search()->next(here);
    if (m_match) {
        m_searched->select(*m_match);
    }
    showCount();
}

void ConsoleComparisonView::showCount()
{
    const std::size_t count = search()->matches().size();
    const bool more = !search()->isComplete() || count >= ConsoleSearch::matchLimit;
    m_findBar->setCount(m_match ? search()->ordinal(*m_match) : 0, count, more);
}

} // namespace culprit::widgets
