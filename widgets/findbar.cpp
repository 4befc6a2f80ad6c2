// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findbar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace culprit::widgets
{

FindBar::FindBar(QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit), m_count(new QLabel), m_case(new QCheckBox(tr("Match case")))
{
    auto *previous = new QToolButton;
    previous->setArrowType(Qt::UpArrow);
    previous->setToolTip(tr("Previous match (Shift+Return, N)"));
    previous->setAccessibleName(tr("Previous match"));
    auto *next = new QToolButton;
    next->setArrowType(Qt::DownArrow);
    next->setToolTip(tr("Next match (Return, n)"));
    next->setAccessibleName(tr("Next match"));
    auto *close = new QToolButton;
    close->setText(tr("Close"));
    close->setToolTip(tr("Close the find bar (Esc)"));
    close->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    layout->setContentsMargins(2 * gap, gap, gap, gap);
    layout->setSpacing(gap);
    m_text->setPlaceholderText(tr("Find"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setMaxLength(1000);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    layout->addWidget(m_text, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_count);
    layout->addWidget(m_case);
    layout->addWidget(close);
    setFocusProxy(m_text);

    connect(m_text, &QLineEdit::textChanged, this, &FindBar::edited);
    connect(m_case, &QCheckBox::toggled, this, &FindBar::edited);
    connect(previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(next, &QToolButton::clicked, this, &FindBar::next);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
}

void FindBar::ask(const QString &proposal)
{
    if (!proposal.isEmpty()) {
        m_text->setText(proposal);
    }
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QCheckBox *FindBar::addChoice(const QString &text, const QString &tip)
{
    auto *choice = new QCheckBox(text);
    choice->setToolTip(tip);
    choice->setAccessibleDescription(tip);
    auto *bar = static_cast<QHBoxLayout *>(layout());
    bar->insertWidget(bar->indexOf(m_case) + 1, choice);
    return choice;
}

QString FindBar::text() const
{
    return m_text->text();
}

bool FindBar::isCaseSensitive() const
{
    return m_case->isChecked();
}

void FindBar::setCount(std::size_t ordinal, std::size_t count, bool more)
{
    const QLocale locale;
    const QString all = locale.toString(qulonglong{count}) + (more ? QStringLiteral("+") : QString());
    if (text().isEmpty()) {
        m_count->clear();
    } else if (count == 0) {
        m_count->setText(more ? tr("searching…") : tr("no match"));
    } else if (ordinal == 0) {
        m_count->setText(count == 1 && !more ? tr("1 match") : tr("%1 matches").arg(all));
    } else {
        m_count->setText(tr("%1 of %2").arg(locale.toString(qulonglong{ordinal}), all));
    }
}

QString FindBar::countText() const
{
    return m_count->text();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            Q_EMIT previous();
        } else {
            Q_EMIT next();
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace culprit::widgets
