// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/newbisectiondialog.h"

#include "app/help/helpwindow.h"
#include "app/wizard/bootpage.h"
#include "app/wizard/buildpage.h"
#include "app/wizard/rangepage.h"
#include "app/wizard/rangewatcher.h"
#include "app/wizard/rulespage.h"
#include "app/wizard/summarypage.h"
#include "app/wizard/templatefile.h"
#include "app/wizard/testpage.h"
#include "engine/conductor/onworker.h"
#include "widgets/codeedit.h"
#include "widgets/verdictstyle.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

void allow(QPushButton *button, bool allowed, const QString &tip, const QString &whyNot)
{
    button->setEnabled(allowed);
    button->setToolTip(allowed ? tip : whyNot);
}

} // namespace

NewBisectionDialog::NewBisectionDialog(QWidget *parent)
    : QDialog(parent),
      m_list(new QListWidget),
      m_stack(new QStackedWidget),
      m_commands(new widgets::CodeEdit),
      m_watcher(new RangeWatcher(this))
{
    setWindowTitle(tr("New bisection"));
    addPages();
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(m_stack);
    right->addWidget(makeCommands());
    right->setStretchFactor(0, 1);
    right->setChildrenCollapsible(false);
    right->setSizes({fontMetrics().height() * 30, fontMetrics().height() * 8});
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addWidget(makeButtons());

    connect(m_watcher, &RangeWatcher::pending, m_range, &RangePage::showPending);
    connect(m_watcher, &RangeWatcher::unknown, m_range, [this] { m_range->showFinding({}); });
    connect(m_watcher, &RangeWatcher::answered, this, &NewBisectionDialog::showFinding);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewBisectionDialog::showPage);
    const auto turn = [this](int by) {
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
    };
    connect(m_back, &QPushButton::clicked, this, [turn] { turn(-1); });
    connect(m_next, &QPushButton::clicked, this, [turn] { turn(1); });
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this,
            &NewBisectionDialog::showHelp);
    connect(new QShortcut(Qt::CTRL | Qt::Key_PageUp, this), &QShortcut::activated, this, [turn] { turn(-1); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_PageDown, this), &QShortcut::activated, this, [turn] { turn(1); });
    m_list->setCurrentRow(0);
    session::Setup usual;
    usual.search.revert = true; // as in a SETUP.toml that does not say otherwise
    setSetup(usual);
    const QSize wanted(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 40);
    resize(wanted.boundedTo(screen()->availableSize()));
}

void NewBisectionDialog::addPages()
{
    m_list->setAccessibleName(tr("Pages"));
    m_list->setObjectName(u"pages"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    addPage(m_range = new RangePage);
    addPage(new BuildPage);
    addPage(new BootPage);
    addPage(new TestPage);
    addPage(new RulesPage);
    addPage(m_summary = new SummaryPage);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + fontMetrics().height() * 2);
    connect(m_summary, &SummaryPage::saveWanted, this, &NewBisectionDialog::save);
}

void NewBisectionDialog::addPage(SetupPage *page)
{
    m_pages += page;
    auto *item = new QListWidgetItem(u"%1  %2"_s.arg(m_pages.size()).arg(page->title()), m_list);
    item->setIcon(widgets::VerdictStyle::icon(widgets::Mark::Untested));
    item->setSizeHint({item->sizeHint().width(), fontMetrics().height() * 2});
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(area);
    connect(page, &SetupPage::changed, this, &NewBisectionDialog::refresh);
}

QWidget *NewBisectionDialog::makeCommands()
{
    m_commands->setWrapMode(QsciScintilla::WrapCharacter);
    m_commands->setFrameShape(QFrame::StyledPanel);
    m_commands->setAccessibleName(tr("The page as commands"));
    m_commands->setObjectName(u"commands"_s);
    auto *caption = new QLabel(tr("As c&ommands"));
    caption->setBuddy(m_commands);
    caption->setToolTip(tr("What this page stands for, to be copied into a terminal; it follows what is typed"));
    m_commandsPane = new QWidget;
    auto *layout = new QVBoxLayout(m_commandsPane);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 6);
    layout->addWidget(caption);
    layout->addWidget(m_commands, 1);
    m_commands->setMinimumHeight(fontMetrics().height() * 6);
    return m_commandsPane;
}

QWidget *NewBisectionDialog::makeButtons()
{
    m_check = new QLabel;
    m_check->setTextFormat(Qt::PlainText);
    m_check->setWordWrap(true);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_check->setAccessibleName(tr("Check of the settings"));
    m_check->setObjectName(u"check"_s);
    m_goThere = new QToolButton;
    m_goThere->setText(tr("Show"));
    m_goThere->setToolTip(tr("Go to the field that is meant"));
    m_goThere->setObjectName(u"goThere"_s);
    connect(m_goThere, &QToolButton::clicked, this, &NewBisectionDialog::goToProblem);
    auto *help = new QPushButton(tr("Help"));
    help->setToolTip(tr("What the guide says of this page (F1)"));
    connect(help, &QPushButton::clicked, this, &NewBisectionDialog::showHelp);
    auto *load = new QPushButton(tr("&Load template…"));
    load->setObjectName(u"load"_s);
    load->setToolTip(tr("Fill all pages from a SETUP.toml"));
    m_back = new QPushButton(tr("Bac&k"));
    m_next = new QPushButton(tr("&Next"));
    m_startPaused = new QPushButton(tr("Start p&aused"));
    m_startPaused->setObjectName(u"startPaused"_s);
    m_start = new QPushButton(tr("S&tart"));
    m_start->setObjectName(u"start"_s);
    auto *cancel = new QPushButton(tr("Cancel"));
    connect(load, &QPushButton::clicked, this, &NewBisectionDialog::load);
    connect(m_startPaused, &QPushButton::clicked, this, [this] { finish(false); });
    connect(m_start, &QPushButton::clicked, this, [this] { finish(true); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *bottom = new QWidget;
    auto *layout = new QVBoxLayout(bottom);
    layout->setContentsMargins({});
    auto *check = new QHBoxLayout;
    check->addWidget(m_check, 1);
    check->addWidget(m_goThere);
    layout->addLayout(check);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(help);
    buttons->addWidget(load);
    buttons->addStretch();
    for (QPushButton *button : {m_back, m_next, m_startPaused, m_start, cancel}) {
        buttons->addWidget(button);
    }
    for (QPushButton *button : bottom->findChildren<QPushButton *>()) {
        button->setAutoDefault(false);
    }
    layout->addLayout(buttons);
    return bottom;
}

void NewBisectionDialog::setSetup(const session::Setup &setup)
{
    m_base = setup;
    for (SetupPage *page : std::as_const(m_pages)) {
        const QSignalBlocker quiet(page);
        page->read(setup);
        for (QLineEdit *edit : page->findChildren<QLineEdit *>()) {
            edit->setCursorPosition(0); // a long path or hash shows how it begins
        }
    }
    refresh();
}

void NewBisectionDialog::setSessionFile(const QString &path)
{
    m_summary->setSessionFile(path);
}

void NewBisectionDialog::setSessionsFolder(const QString &folder)
{
    m_summary->setFolder(folder);
    refresh();
}

void NewBisectionDialog::setSurroundings(const conductor::Places &places, const QStringList &earlierSessions)
{
    m_places = places;
    m_earlierSessions = earlierSessions;
}

session::Setup NewBisectionDialog::typed() const
{
    session::Setup setup = m_base;
    for (const SetupPage *page : m_pages) {
        page->write(setup);
    }
    return setup;
}

Result<session::Setup> NewBisectionDialog::setup() const
{
    for (const SetupPage *page : m_pages) {
        for (const session::SetupMistake &mistake : page->mistakes()) {
            if (page != m_summary) {
                return wrongUse((page->captionOf(mistake.key) + u' ' + mistake.what).toStdString());
            }
        }
    }
    return session::parseSetup(session::formatSetup(typed()), QDir::homePath());
}

QString NewBisectionDialog::sessionFile() const
{
    return m_summary->sessionFile();
}

SetupPage *NewBisectionDialog::pageWith(const QString &key) const
{
    const auto found = std::ranges::find_if(m_pages, [&key](const SetupPage *page) { return page->has(key); });
    return found == m_pages.end() ? nullptr : *found;
}

/// In the order of the pages, one for each field.
QList<FieldProblem> NewBisectionDialog::problemsOf(const session::Setup &typed) const
{
    QList<FieldProblem> problems;
    const auto add = [&](const QString &key, const QString &text) {
        if (!std::ranges::contains(problems, key, &FieldProblem::key)) {
            problems.append({key, text});
        }
    };
    QList<session::SetupMistake> mistakes;
    for (const SetupPage *page : m_pages) {
        mistakes += page->mistakes();
    }
    if (auto checked = session::checkedSetup(session::formatSetup(typed), QDir::homePath()); !checked) {
        mistakes += checked.error();
    }
    for (const session::SetupMistake &mistake : std::as_const(mistakes)) {
        const SetupPage *page = pageWith(mistake.key);
        add(mistake.key, page != nullptr ? page->captionOf(mistake.key) + u' ' + mistake.what
                                         : u"%1 %2"_s.arg(mistake.key, mistake.what));
    }
    if (m_watcher->finding()) {
        for (const FieldProblem &problem : m_watcher->finding()->problems) {
            add(problem.key, problem.text);
        }
    }
    std::ranges::stable_sort(problems, {},
                             [this](const FieldProblem &problem) { return m_pages.indexOf(pageWith(problem.key)); });
    return problems;
}

void NewBisectionDialog::refresh()
{
    m_message.clear();
    const session::Setup setup = typed();
    m_summary->propose(setup);
    m_watcher->watch(setup);
    showProblems(problemsOf(setup));
    m_commands->showUtf8(m_pages[m_list->currentRow()]->commands(setup).toUtf8());
    if (m_pages[m_list->currentRow()] == m_summary) {
        m_summary->showSetup({m_pages.begin(), m_pages.end() - 1}, setup);
    }
    showCheck();
}

void NewBisectionDialog::showProblems(const QList<FieldProblem> &problems)
{
    m_problems = problems;
    for (int number = 0; number < m_pages.size(); ++number) {
        m_pages[number]->showProblems(problems);
        markPage(number);
    }
}

void NewBisectionDialog::markPage(int number)
{
    using widgets::Mark;
    const SetupPage *page = m_pages[number];
    const QStringList &problems = page->problems();
    const bool isPending = page == m_range && problems.isEmpty() && !m_watcher->finding();
    QListWidgetItem *item = m_list->item(number);
    const Mark mark = !problems.isEmpty() ? (page->isWrong() ? Mark::Bad : Mark::Untested)
                      : isPending         ? Mark::Running
                                          : Mark::Good;
    item->setIcon(widgets::VerdictStyle::icon(mark));
    const QString state = problems.isEmpty() ? tr("nothing is wrong here") : problems.join(u'\n');
    item->setToolTip(state);
    item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(item->text(), state));
}

void NewBisectionDialog::showCheck()
{
    const bool isRight = m_problems.isEmpty() && m_watcher->finding() && m_watcher->finding()->isRight();
    QString text = m_message;
    if (text.isEmpty() && !m_problems.isEmpty()) {
        const SetupPage *page = pageWith(m_problems.first().key);
        text = page == nullptr ? m_problems.first().text : tr("%1 — %2").arg(page->title(), m_problems.first().text);
    } else if (text.isEmpty()) {
        text = m_watcher->finding() ? m_watcher->finding()->size : tr("Reading the range…");
    }
    m_check->setText(text);
    m_goThere->setVisible(m_message.isEmpty() && !m_problems.isEmpty());
    allow(m_start, isRight, tr("Make the session and start it"), text);
    allow(m_startPaused, isRight, tr("Make the session; it waits until you start it"), text);
}

void NewBisectionDialog::goToProblem()
{
    if (m_problems.isEmpty()) {
        return;
    }
    const QString key = m_problems.first().key;
    if (SetupPage *page = pageWith(key)) {
        m_list->setCurrentRow(int(m_pages.indexOf(page)));
        page->focusOn(key);
    }
}

void NewBisectionDialog::showPage(int number)
{
    m_stack->setCurrentIndex(number);
    const bool isFirst = number == 0;
    const bool isLast = number == m_pages.size() - 1;
    allow(m_back, !isFirst, tr("The page before (Ctrl+Page Up)"), tr("This is the first page"));
    allow(m_next, !isLast, tr("The page after (Ctrl+Page Down)"), tr("This is the last page"));
    (isLast ? m_start : m_next)->setDefault(true);
    refresh();
    if (isLast) {
        askOutlook();
    }
}

void NewBisectionDialog::showFinding()
{
    m_range->showFinding(*m_watcher->finding());
    showProblems(problemsOf(typed()));
    showCheck();
    if (m_list->currentRow() == m_pages.size() - 1) {
        askOutlook();
    }
}

void NewBisectionDialog::askOutlook()
{
    const int steps = m_watcher->finding() ? m_watcher->finding()->steps : 0;
    conductor::onWorker(
        this,
        [setup = typed(), steps, file = sessionFile(), places = m_places, earlier = m_earlierSessions] {
            return Outlook::of(setup, steps, file, places, earlier);
        },
        [this](const Outlook &outlook) { m_summary->showOutlook(outlook); });
}

void NewBisectionDialog::showHelp()
{
    HelpWindow::open(this, m_pages[m_list->currentRow()]->property("helpPage").toString());
}

void NewBisectionDialog::finish(bool startsAtOnce)
{
    m_startsAtOnce = startsAtOnce;
    accept();
}

void NewBisectionDialog::save()
{
    const auto parsed = setup();
    m_message = parsed ? saveTemplate(this, *parsed) : QString::fromStdString(parsed.error().message);
    showCheck();
}

void NewBisectionDialog::load()
{
    const auto read = loadTemplate(this);
    if (read && *read) {
        setSetup(**read);
    } else if (read) {
        m_message = QString::fromStdString(read->error().message);
        showCheck();
    }
}

} // namespace culprit::app
