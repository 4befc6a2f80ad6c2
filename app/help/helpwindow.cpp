// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/help/helpwindow.h"

#include "app/help/guideview.h"
#include "app/help/keyspage.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

static void initHelpResources()
{
    Q_INIT_RESOURCE(help);
}

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr int pageRole = Qt::UserRole;
const QString firstPage = u"index"_s;

QWidget *mainWindowOf(QWidget *widget)
{
    while (widget->parentWidget() != nullptr) {
        widget = widget->parentWidget();
    }
    return widget;
}

QString pageAbout(const QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (const QString page = widget->property("helpPage").toString(); !page.isEmpty()) {
            return page;
        }
    }
    return firstPage;
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent), m_view(new GuideView), m_contents(new QListWidget), m_search(new QLineEdit), m_found(new QLabel)
{
    initHelpResources();
    setWindowTitle(tr("User guide"));
    m_view->setAccessibleName(tr("Page of the guide"));
    m_view->setKeys(keysPage(parent != nullptr ? *mainWindowOf(parent) : *this));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setObjectName(u"contents"_s);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_search->setToolTip(tr("Words that a page must have; Enter goes to the next place"));
    m_search->setClearButtonEnabled(true);
    m_found->setTextFormat(Qt::PlainText);
    auto *back = new QToolButton;
    back->setText(tr("&Back"));
    back->setToolTip(tr("The page before (Alt+Left)"));
    back->setShortcut(QKeySequence::Back);
    back->setEnabled(false);
    connect(back, &QToolButton::clicked, m_view, &QTextBrowser::backward);
    connect(m_view, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);

    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_found);
    left->addWidget(m_contents, 1);
    left->addWidget(back, 0, Qt::AlignLeft);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(left, 2);
    layout->addWidget(m_view, 5);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 38);

    fillContents();
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item != nullptr && item->data(pageRole).toString() != page()) {
            showPage(item->data(pageRole).toString());
        }
    });
    connect(m_view, &QTextBrowser::sourceChanged, this,
            [this](const QUrl &source) { markPage(QFileInfo(source.path()).completeBaseName()); });
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::findNext);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    search();
    showPage(firstPage);
}

/// The list of the first page is the contents.
void HelpWindow::fillContents()
{
    static const QRegularExpression link(u"\\[([^\\]]+)\\]\\(([a-z]+)\\.md\\)"_s);
    const auto add = [this](const QString &title, const QString &page) {
        auto *item = new QListWidgetItem(title, m_contents);
        item->setData(pageRole, page);
    };
    add(tr("User guide"), firstPage);
    for (const QRegularExpressionMatch &match : link.globalMatch(m_view->textOf(firstPage))) {
        add(match.captured(1), match.captured(2));
    }
}

void HelpWindow::search()
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    int found = 0;
    for (int row = 0; row < m_contents->count(); ++row) {
        QListWidgetItem *item = m_contents->item(row);
        const QString text = m_view->textOf(item->data(pageRole).toString());
        const bool hasAll = std::ranges::all_of(
            words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!hasAll);
        found += hasAll ? 1 : 0;
    }
    m_found->setText(words.isEmpty() ? tr("Contents") : tr("On %1 of %2 pages").arg(found).arg(m_contents->count()));
}

/// In the page that is shown, else in the first that has it.
void HelpWindow::findNext()
{
    const QString word = m_search->text().section(u' ', 0, 0, QString::SectionSkipEmpty);
    if (word.isEmpty() || m_view->find(word)) {
        return;
    }
    QListWidgetItem *current = m_contents->currentItem();
    if (current == nullptr || current->isHidden()) {
        for (int row = 0; row < m_contents->count(); ++row) {
            if (!m_contents->item(row)->isHidden()) {
                m_contents->setCurrentRow(row);
                break;
            }
        }
    }
    m_view->moveCursor(QTextCursor::Start);
    m_view->find(word);
}

void HelpWindow::markPage(const QString &page)
{
    const QSignalBlocker quiet(m_contents); // the page is on its way
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(pageRole).toString() == page) {
            m_contents->setCurrentRow(row);
        }
    }
}

void HelpWindow::showPage(const QString &page)
{
    m_view->showPage(page);
}

QString HelpWindow::page() const
{
    return m_view->page();
}

void HelpWindow::open(QWidget *from, const QString &page)
{
    QWidget *window = from->window();
    auto *help = window->findChild<HelpWindow *>(Qt::FindDirectChildrenOnly);
    if (help == nullptr) {
        help = new HelpWindow(window);
        help->setAttribute(Qt::WA_DeleteOnClose);
    }
    const QWidget *focus = window->focusWidget();
    help->showPage(!page.isEmpty() ? page : pageAbout(focus != nullptr ? focus : from));
    help->show();
    help->activateWindow();
}

} // namespace culprit::app
