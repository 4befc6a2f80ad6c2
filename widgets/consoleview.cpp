// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consoleview.h"

#include "widgets/consolebar.h"
#include "widgets/consolemap.h"
#include "widgets/findbar.h"

#include <QAccessibleAnnouncementEvent>
#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

ConsoleView::ConsoleView(QWidget *parent)
    : QWidget(parent),
      m_bar(new ConsoleBar),
      m_edit(new ConsoleEdit),
      m_map(new ConsoleMap),
      m_findBar(new FindBar),
      m_feed(new ConsoleFeed([this](const QByteArray &text) { m_edit->appendUtf8(text); }, this)),
      m_search(new ConsoleSearch(m_edit, this))
{
    layOut();
    connectParts();
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    updateStatus();
}

void ConsoleView::layOut()
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_edit, 1);
    middle->addWidget(m_map);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(middle, 1);
    layout->addWidget(m_findBar);
    m_findBar->hide();
}

void ConsoleView::connectParts()
{
    connect(m_feed, &ConsoleFeed::appended, this, &ConsoleView::afterAppend);
    connect(m_feed, &ConsoleFeed::wanted, this, [this](qint64 offset) { Q_EMIT bytesWanted(m_log, offset); });
    connect(m_edit, &ConsoleEdit::scrolledByUser, this, &ConsoleView::afterUserScroll);
    connect(m_edit, &ConsoleEdit::scrolled, this, &ConsoleView::afterScroll);
    connect(m_edit, &ConsoleEdit::selectionStarted, this, [this] { setFollowing(false); });
    connect(m_edit, &ConsoleEdit::roomMade, this, [this] { m_feed->setResting(false); });
    connect(m_map, &ConsoleMap::lineChosen, this, &ConsoleView::jump);
    connect(m_search, &ConsoleSearch::changed, this, &ConsoleView::showCount);

    connect(m_findBar, &FindBar::edited, this, &ConsoleView::startSearch);
    connect(m_findBar, &FindBar::next, this, [this] { jumpToMatch(true); });
    connect(m_findBar, &FindBar::previous, this, [this] { jumpToMatch(false); });
    connect(m_findBar, &FindBar::closed, this, &ConsoleView::closeFind);

    connect(m_bar->follow(), &QAction::toggled, this, [this](bool on) {
        if (on) {
            m_edit->scrollToEnd();
        }
        Q_EMIT followingChanged(on);
    });
    connect(m_bar->wrap(), &QAction::toggled, m_edit, &ConsoleEdit::setWrapped);
    connect(m_bar->find(), &QAction::triggered, this, &ConsoleView::openFind);
    connect(m_bar->nextCrash(), &QAction::triggered, this,
            [this] { jumpAmong(m_feed->crashLines(), true, tr("crash report")); });
    connect(m_bar->save(), &QAction::triggered, this, [this] { Q_EMIT saveWanted(m_log); });
}

void ConsoleView::setSyntax(const KSyntaxHighlighting::Repository &repository)
{
    m_edit->setSyntax(repository, QStringLiteral("Kernel console"));
}

void ConsoleView::setSource(const QString &title, LogId log)
{
    m_bar->setTitle(title);
    m_edit->setAccessibleName(title);
    if (log == m_log && log) {
        return;
    }
    m_log = log;
    m_wantedLine = -1;
    m_match.reset();
    m_feed->clear();
    m_edit->clearText();
    m_search->restart();
    setFollowing(true);
    m_map->setMarks({});
    updateReports();
    updateStatus();
    if (log) {
        Q_EMIT bytesWanted(log, 0);
    }
}

void ConsoleView::append(qint64 offset, const QByteArray &bytes, qint64 total)
{
    m_feed->append(offset, bytes, total);
}

bool ConsoleView::isFollowing() const
{
    return m_bar->follow()->isChecked();
}

void ConsoleView::setFollowing(bool following)
{
    m_bar->follow()->setChecked(following);
}

void ConsoleView::showLogLine(qint64 line)
{
    setFollowing(false);
    const qint64 textLine = m_feed->textLine(line);
    m_wantedLine = textLine < m_edit->lineCount() - 1 ? -1 : line;
    if (m_wantedLine < 0) {
        jump(static_cast<int>(textLine));
    }
}

void ConsoleView::find(const QString &text)
{
    m_findBar->ask(text);
    startSearch();
}

void ConsoleView::afterAppend()
{
    if (isFollowing()) {
        m_edit->scrollToEnd();
    } else if (m_wantedLine >= 0) {
        showLogLine(m_wantedLine);
    }
    m_search->goOn();
    updateReports();
    updateStatus();
    if (m_edit->makeRoom()) {
        m_feed->setResting(true);
    }
}

void ConsoleView::afterUserScroll()
{
    m_wantedLine = -1;
    setFollowing(m_edit->goesToEnd());
}

/// The end moves when text, wrapping or the window's size change: following means to stay there.
void ConsoleView::afterScroll()
{
    if (isFollowing() && !m_moving && !m_edit->goesToEnd()) {
        m_edit->scrollToEnd();
    }
    m_map->setVisiblePart(m_edit->firstVisibleLine(), m_edit->lastVisibleLine());
}

void ConsoleView::jump(int line)
{
    setFollowing(false);
    m_edit->showLine(line);
}

void ConsoleView::jumpAmong(const std::vector<int> &lines, bool forward, const QString &what)
{
    if (lines.empty()) {
        say(tr("No %1 in this console").arg(what));
        return;
    }
    const int here = m_edit->currentLine();
    auto at = forward ? std::ranges::upper_bound(lines, here) : std::ranges::lower_bound(lines, here);
    if (forward) {
        at = at == lines.end() ? lines.begin() : at;
    } else {
        at = std::prev(at == lines.begin() ? lines.end() : at);
    }
    jump(*at);
    say(tr("%1 %2 of %3, line %4").arg(what).arg(at - lines.begin() + 1).arg(lines.size()).arg(*at + 1));
}

void ConsoleView::jumpToMatch(bool forward)
{
    if (!m_search->isActive()) {
        openFind();
        return;
    }
    const qint64 here =
        m_match ? (forward ? m_match->end : m_match->begin) : m_edit->lineStart(m_edit->firstVisibleLine());
    m_match = forward ? m_search->next(here) : m_search->previous(here);
    if (m_match) {
        setFollowing(false);
        m_edit->select(*m_match);
    }
    showCount();
}

void ConsoleView::jumpToMark()
{
    if (const auto line = m_edit->nextMark(m_edit->currentLine())) {
        jump(*line);
    } else {
        say(tr("No line is marked; M marks one"));
    }
}

void ConsoleView::openFind()
{
    const QString selected = m_edit->selectedText();
    m_findBar->ask(selected.contains(QLatin1Char('\n')) ? QString() : selected.left(200));
    startSearch();
}

void ConsoleView::closeFind()
{
    m_findBar->hide();
    m_search->setText({}, false);
    m_match.reset();
    m_edit->setFocus();
}

void ConsoleView::startSearch()
{
    m_match.reset();
    m_search->setText(m_findBar->text(), m_findBar->isCaseSensitive());
}

void ConsoleView::showCount()
{
    const std::size_t ordinal = m_match ? m_search->ordinal(*m_match) : 0;
    const bool more = !m_search->isComplete() || m_search->matches().size() >= ConsoleSearch::matchLimit;
    m_findBar->setCount(ordinal, m_search->matches().size(), more);
    std::vector<int> lines;
    lines.reserve(m_search->matches().size());
    for (const ConsoleEdit::Match &match : m_search->matches()) {
        lines.push_back(match.line);
    }
    m_map->setMatches(std::move(lines));
}

void ConsoleView::updateReports()
{
    m_map->setLineCount(m_edit->lineCount());
    m_map->setReports(m_feed->crashLines(), m_feed->warningLines());
    m_bar->setCrashes(m_feed->crashLines().size());
}

void ConsoleView::updateStatus()
{
    const int lines = m_edit->lineCount() - 1;
    QString status = lines == 1 ? tr("1 line") : tr("%Ln lines", nullptr, static_cast<int>(lines));
    if (m_feed->isFull()) {
        status += tr(", the rest is only in the session file");
    }
    m_bar->setStatus(m_log ? status : QString());
}

void ConsoleView::say(const QString &text)
{
    m_bar->setStatus(text);
    QAccessibleAnnouncementEvent event(m_edit, text);
    QAccessible::updateAccessibility(&event);
}

bool ConsoleView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)) {
        return QWidget::eventFilter(watched, event);
    }
    auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress) {
        return takeKey(*key);
    }
    // The window's own shortcuts must not take the keys that are ours while the console has the focus.
    const bool plain = !key->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool letter =
        m_letterKeys && plain && key->text().size() == 1 && QStringLiteral("fFgGnNeEwWmMzZ/'").contains(key->text());
    if (letter || key->matches(QKeySequence::Find) ||
        (key->key() == Qt::Key_S && key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))) {
        event->accept();
        return true;
    }
    return false;
}

bool ConsoleView::takeKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.matches(QKeySequence::Find)) {
        openFind();
        return true;
    }
    if (event.key() == Qt::Key_S && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        Q_EMIT saveWanted(m_log);
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_findBar->isVisible()) {
        closeFind();
        return true;
    }
    const bool ends = event.key() == Qt::Key_Home || event.key() == Qt::Key_End;
    if (modifiers == Qt::NoModifier || (ends && modifiers == Qt::ControlModifier)) {
        m_moving = true;
        const bool moved = takeMove(event);
        m_moving = false;
        if (moved) {
            afterUserScroll();
            return true;
        }
    }
    const bool plain = (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier;
    return plain && m_letterKeys && takeLetter(event.text());
}

/// Moving keys scroll, as in a pager; with Shift they select, as in an editor.
bool ConsoleView::takeMove(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
        m_edit->scrollBy(-1);
        break;
    case Qt::Key_Down:
        m_edit->scrollBy(1);
        break;
    case Qt::Key_PageUp:
        m_edit->scrollByPages(-1);
        break;
    case Qt::Key_PageDown:
        m_edit->scrollByPages(1);
        break;
    case Qt::Key_Home:
        m_edit->scrollToTop();
        break;
    case Qt::Key_End:
        m_edit->scrollToEnd();
        break;
    default:
        return false;
    }
    return true;
}

bool ConsoleView::takeLetter(const QString &letter)
{
    if (letter.size() != 1) {
        return false;
    }
    switch (letter.front().unicode()) {
    case u'f':
    case u'F':
        setFollowing(!isFollowing());
        break;
    case u'g':
    case u'G':
        setFollowing(true);
        break;
    case u'/':
        openFind();
        break;
    case u'n':
        jumpToMatch(true);
        break;
    case u'N':
        jumpToMatch(false);
        break;
    case u'e':
        jumpAmong(m_feed->crashLines(), true, tr("crash report"));
        break;
    case u'E':
        jumpAmong(m_feed->crashLines(), false, tr("crash report"));
        break;
    case u'w':
        jumpAmong(m_feed->warningLines(), true, tr("warning"));
        break;
    case u'W':
        jumpAmong(m_feed->warningLines(), false, tr("warning"));
        break;
    case u'm':
    case u'M':
        m_edit->toggleMark(m_edit->currentLine());
        m_map->setMarks(m_edit->marks());
        break;
    case u'\'':
        jumpToMark();
        break;
    case u'z':
    case u'Z':
        m_bar->wrap()->toggle();
        break;
    default:
        return false;
    }
    return true;
}

} // namespace culprit::widgets
