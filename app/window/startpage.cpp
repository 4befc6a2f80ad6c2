// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/startpage.h"

#include "app/sessions/sessionlistmodel.h"
#include "widgets/plaintext.h"
#include "widgets/rowtable.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(const QList<QAction *> &actions, const SessionCatalog &catalog, QWidget *parent)
    : QWidget(parent),
      m_sessions(new SessionListModel(catalog, mostSessions, this)),
      m_table(new QTableView),
      m_sessionsCard(new QGroupBox(tr("Latest sessions")))
{
    auto *title = new QLabel(tr("Culprit"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    auto *subtitle = plainLabel(tr("Finds the kernel commit that introduced or fixed a bug."));

    auto *sessionsLayout = new QVBoxLayout(m_sessionsCard);
    sessionsLayout->addWidget(m_table);
    widgets::makeRowTable(*m_table);
    m_table->setModel(m_sessions);
    m_table->setAccessibleName(tr("Latest sessions"));
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(SessionListModel::Result, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(SessionListModel::Name, letter * 28);
    m_table->setColumnWidth(SessionListModel::Range, letter * 28);
    m_table->setColumnWidth(SessionListModel::Changed, letter * 18);
    m_table->hideColumn(SessionListModel::Tree);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT openWanted(index.data(SessionListModel::PathRole).toString()); });
    connect(m_sessions, &QAbstractItemModel::modelReset, this, &StartPage::showSessions);
    showSessions();

    auto *column = new QWidget;
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 120);
    m_grid = new QGridLayout(column);
    QGridLayout *grid = m_grid;
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(subtitle, 1, 0, 1, 2);
    grid->addWidget(makeButtons(actions), 3, 0, Qt::AlignTop);
    grid->addWidget(makeChecks(), 3, 1, Qt::AlignTop);
    grid->addWidget(m_sessionsCard, 4, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(fontMetrics().height());
    grid->setHorizontalSpacing(fontMetrics().height());

    auto *page = new QWidget;
    auto *centred = new QHBoxLayout(page);
    centred->addStretch();
    centred->addWidget(column, 10, Qt::AlignVCenter);
    centred->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(area);
}

QWidget *StartPage::makeButtons(const QList<QAction *> &actions)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    for (QAction *action : actions) {
        auto *button = new QCommandLinkButton(widgets::withoutMnemonic(action->text()), action->toolTip());
        button->setIcon(action->icon());
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
    }
    return page;
}

QWidget *StartPage::makeChecks()
{
    auto *card = new QGroupBox(tr("This machine"));
    m_checks = new QVBoxLayout(card);
    m_checking = plainLabel(tr("Looking for QEMU, compilers, disk and memory…"));
    m_checks->addWidget(m_checking);
    return card;
}

void StartPage::showSessions()
{
    const int rows = m_sessions->rowCount();
    m_table->setFixedHeight(rows * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    m_sessionsCard->setVisible(rows > 0);
}

void StartPage::showOnTop(QWidget *card)
{
    m_grid->addWidget(card, 2, 0, 1, 2);
    card->show();
}

void StartPage::setChecks(const QList<Check> &checks)
{
    m_checking->hide();
    QStringList fine;
    for (const Check &check : checks) {
        if (check.fine) {
            fine << check.name;
            continue;
        }
        QString text = (check.needed ? tr("Missing: %1") : tr("Note: %1")).arg(check.name) + u" — "_s + check.finding;
        if (!check.fix.isEmpty()) {
            text += u"\n→ "_s + check.fix;
        }
        m_checks->addWidget(plainLabel(text));
    }
    m_checks->addWidget(plainLabel(tr("Fine: %1").arg(fine.join(u", "_s))));
}

} // namespace culprit::app
