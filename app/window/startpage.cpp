// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/startpage.h"

#include "widgets/plaintext.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

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

StartPage::StartPage(QAction *newBisection, QAction *open, QAction *demo, QWidget *parent)
    : QWidget(parent), m_recent(new QListWidget), m_recentCard(new QGroupBox(tr("Recent sessions")))
{
    auto *title = new QLabel(tr("Culprit"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    title->setFont(large);
    auto *subtitle = plainLabel(tr("Finds the kernel commit that introduced or fixed a bug."));

    auto *recentLayout = new QVBoxLayout(m_recentCard);
    recentLayout->addWidget(m_recent);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setUniformItemSizes(true);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setAccessibleName(tr("Recent sessions"));
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT openWanted(item->data(Qt::UserRole).toString()); });
    m_recentCard->hide();

    auto *column = new QWidget;
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 120);
    auto *grid = new QGridLayout(column);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(subtitle, 1, 0, 1, 2);
    grid->addWidget(makeButtons({newBisection, open, demo}), 2, 0, Qt::AlignTop);
    grid->addWidget(makeChecks(), 2, 1, Qt::AlignTop);
    grid->addWidget(m_recentCard, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(fontMetrics().height());
    grid->setHorizontalSpacing(fontMetrics().height());

    auto *layout = new QHBoxLayout(this);
    layout->addStretch();
    layout->addWidget(column, 10, Qt::AlignVCenter);
    layout->addStretch();
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

void StartPage::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        auto *item =
            new QListWidgetItem(u"%1  —  %2"_s.arg(QFileInfo(path).fileName(), QFileInfo(path).path()), m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
        item->setSizeHint({0, fontMetrics().height() * 3 / 2});
    }
    constexpr int mostRows = 8; // more are scrolled to
    const int rows = std::min(m_recent->count(), mostRows);
    m_recent->setFixedHeight(rows * m_recent->sizeHintForRow(0) + 2 * m_recent->frameWidth());
    m_recentCard->setVisible(!paths.isEmpty());
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
