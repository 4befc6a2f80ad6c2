// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consoleview.h"

#include "widgets/consolebar.h"
#include "widgets/consolekeys.h"
#include "widgets/consolemap.h"
#include "widgets/consolematchlist.h"
#include "widgets/findbar.h"
#include "widgets/plaintext.h"

#include <QAccessibleAnnouncementEvent>
#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

ConsoleView::ConsoleView(LogKind kind, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_bar(new ConsoleBar(kind)),
      m_edit(new ConsoleEdit),
      m_empty(new EmptyNote(m_edit)),
      m_keys(new ConsoleKeys(m_edit, [this](ConsoleCommand command) { return obey(command); })),
      m_map(new ConsoleMap),
      m_findBar(new FindBar),
      m_listed(m_findBar->addChoice(tr("List"), tr("List the lines with a match below the console (L)"))),
      m_feed(new ConsoleFeed(
          kind, [this](const QByteArray &text) { m_edit->grow(text); }, this)),
      m_search(new ConsoleSearch(m_edit, this)),
      m_list(new ConsoleMatchList(*m_edit, *m_search)),
      m_splitter(new QSplitter(Qt::Vertical))
{
    layOut();
    connectParts();
    setFocusProxy(m_edit);
    updateStatus();
}

void ConsoleView::layOut()
{
    auto *text = new QWidget;
    auto *middle = new QHBoxLayout(text);
    middle->setContentsMargins({});
    middle->setSpacing(0);
    middle->addWidget(m_edit, 1);
    middle->addWidget(m_map);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    m_splitter->addWidget(text);
    m_splitter->addWidget(m_list);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_findBar);
    m_findBar->hide();
    m_list->hide();
}

void ConsoleView::connectParts()
{
    connect(m_feed, &ConsoleFeed::appended, this, &ConsoleView::afterAppend);
    connect(m_feed, &ConsoleFeed::wanted, this, [this](qint64 offset) { Q_EMIT bytesWanted(m_log, offset); });
    connect(m_edit, &ConsoleEdit::scrolledByUser, this, &ConsoleView::afterUserScroll);
    connect(m_edit, &ConsoleEdit::scrolled, this, &ConsoleView::afterScroll);
    connect(m_edit, &ConsoleEdit::selectionStarted, this, [this] { setFollowing(false); });
    connect(m_edit, &ConsoleEdit::roomMade, this, [this] { m_feed->setResting(false); });
    connect(m_edit, &CodeEdit::menuAboutToShow, this, &ConsoleView::fillMenu);
    connect(m_map, &ConsoleMap::lineChosen, this, &ConsoleView::jump);
    connect(m_search, &ConsoleSearch::changed, this, &ConsoleView::showCount);

    connect(m_findBar, &FindBar::edited, this, &ConsoleView::startSearch);
    connect(m_findBar, &FindBar::next, this, [this] { jumpToMatch(true); });
    connect(m_findBar, &FindBar::previous, this, [this] { jumpToMatch(false); });
    connect(m_findBar, &FindBar::closed, this, &ConsoleView::closeFind);
    connect(m_listed, &QCheckBox::toggled, this, &ConsoleView::showList);
    connect(m_list, &ConsoleMatchList::lineChosen, this, &ConsoleView::goToListed);
    connect(m_list, &ConsoleMatchList::left, this, &ConsoleView::closeFind);

    connect(m_bar->follow(), &QAction::toggled, this, [this](bool on) {
        if (on) {
            followToEnd();
        }
        Q_EMIT followingChanged(on);
    });
    connect(m_bar->wrap(), &QAction::toggled, m_edit, &ConsoleEdit::setWrapped);
    connect(m_bar->times(), &QAction::triggered, this, [this] { obey(ConsoleCommand::NextTimes); });
    connect(m_bar->find(), &QAction::triggered, this, &ConsoleView::openFind);
    connect(m_bar->nextCrash(), &QAction::triggered, this, [this] { obey(ConsoleCommand::NextCrash); });
    QMenu *crashes = m_bar->nextCrash()->menu();
    connect(crashes, &QMenu::aboutToShow, this, [this, crashes] { listCrashes(crashes); });
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
    m_wantedMarks.clear();
    m_feed->clear();
    begin();
    setFollowing(true);
    if (log) {
        Q_EMIT bytesWanted(log, 0);
    }
}

/// What stood in the text is gone with it.
void ConsoleView::begin()
{
    m_match.reset();
    m_edit->clearText();
    m_search->restart();
    showMarks({});
    updateReports();
    updateStatus();
}

/// The log comes once more: its lines are the same, what is in them is not.
void ConsoleView::setTimes(Times times)
{
    if (times == m_feed->times()) {
        return;
    }
    m_bar->setTimes(times);
    std::vector<int> marks = m_edit->marks();
    marks.insert(marks.end(), m_wantedMarks.begin(), m_wantedMarks.end());
    m_wantedLine = isFollowing() ? -1 : m_wantedLine < 0 ? m_feed->logLine(m_edit->currentLine()) : m_wantedLine;
    m_feed->clear(times);
    begin();
    setMarks(marks);
    if (m_log) {
        Q_EMIT bytesWanted(m_log, 0);
    }
}

void ConsoleView::setMarks(const std::vector<int> &lines)
{
    m_wantedMarks = lines;
    placeMarks();
}

void ConsoleView::placeMarks()
{
    const auto here = std::ranges::lower_bound(m_wantedMarks, m_edit->lineCount() - 1);
    if (here == m_wantedMarks.begin()) {
        return;
    }
    for (auto line = m_wantedMarks.begin(); line != here; ++line) {
        m_edit->mark(*line);
    }
    m_wantedMarks.erase(m_wantedMarks.begin(), here);
    showMarks(m_edit->marks());
}

void ConsoleView::showMarks(const std::vector<int> &lines)
{
    m_map->setMarks(lines);
    m_list->setMarks(lines);
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

void ConsoleView::afterAppend()
{
    m_edit->showGrowth();
    if (isFollowing()) {
        followToEnd();
    } else if (m_wantedLine >= 0) {
        showLogLine(m_wantedLine);
    }
    m_search->goOn();
    placeMarks();
    updateReports();
    updateStatus();
    if (m_edit->makeRoom(m_feed->expected())) {
        m_feed->setResting(true);
    }
}

void ConsoleView::followToEnd()
{
    m_edit->scrollToEnd();
    m_followedTo = m_edit->goesTo();
}

/// Who follows and scrolls on has not left the end, which moved on meanwhile.
void ConsoleView::afterUserScroll()
{
    m_wantedLine = -1;
    setFollowing(m_edit->goesToEnd() || (isFollowing() && m_edit->goesTo() > m_followedTo));
}

/// The end moves when text, wrapping or the window's size change: following means to stay there.
void ConsoleView::afterScroll()
{
    if (isFollowing() && !m_moving && !m_edit->goesToEnd() && m_feed->isIdle()) {
        followToEnd();
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

void ConsoleView::jumpToMark()
{
    if (const auto line = m_edit->nextMark(m_edit->currentLine())) {
        jump(*line);
    } else {
        say(tr("No line is marked; M marks one"));
    }
}

void ConsoleView::toggleMark(int line)
{
    m_edit->toggleMark(line);
    const std::vector<int> marks = m_edit->marks();
    showMarks(marks);
    Q_EMIT marksChanged(m_log, marks);
}

void ConsoleView::fillMenu(QMenu *menu, int line)
{
    menu->addSeparator();
    menu->addAction(tr("&Mark or unmark this line"), this, [this, line] { toggleMark(line); });
    menu->addAction(tr("&Next mark"), this, &ConsoleView::jumpToMark);
    QMenu *times = menu->addMenu(tr("&Time stamps"));
    for (const auto &[how, text] :
         {std::pair(Times::Shown, tr("&As they are")), std::pair(Times::Deltas, tr("Time &since the line before")),
          std::pair(Times::Hidden, tr("&None"))}) {
        QAction *action = times->addAction(text, this, [this, how] { setTimes(how); });
        action->setCheckable(true);
        action->setChecked(how == m_feed->times());
    }
}

void ConsoleView::listCrashes(QMenu *menu)
{
    constexpr qsizetype listed = 30;
    constexpr qsizetype longest = 100; // characters
    menu->clear();
    for (const int line : m_feed->crashLines()) {
        if (menu->actions().size() == listed) {
            menu->addAction(tr("… and more"))->setEnabled(false);
            break;
        }
        QString text = oneLine(QString::fromUtf8(m_edit->lineUtf8(line)).simplified()).left(longest);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(text, this, [this, line] { jump(line); });
    }
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

} // namespace culprit::widgets
