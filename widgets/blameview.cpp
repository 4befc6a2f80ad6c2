// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/blameview.h"

#include "widgets/direction.h"
#include "widgets/elidedlabel.h"
#include "widgets/plaintext.h"
#include "widgets/rangemarks.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

enum Column { Lines, Commit, Author, Date, Subject, Columns };

constexpr int IdRole = Qt::UserRole;

QString linesText(const history::BlamedLines &lines)
{
    return lines.count == 1 ? QString::number(lines.first)
                            : QStringLiteral("%1–%2").arg(lines.first).arg(lines.first + lines.count - 1);
}

QTreeWidgetItem *rowOf(const history::BlamedLines &lines)
{
    const QString subject = oneLine(QString::fromStdString(lines.subject));
    const QString date = QDateTime::fromSecsSinceEpoch(lines.time).toString(QStringLiteral("yyyy-MM-dd"));
    auto *item = new QTreeWidgetItem(
        QStringList{linesText(lines), shortHash(lines.commit), oneLine(QString::fromStdString(lines.author), 100), date,
                    lines.isOldest ? BlameView::tr("%1 (no older history here)").arg(subject) : subject});
    item->setTextAlignment(Lines, Qt::AlignRight | Qt::AlignVCenter);
    item->setData(Commit, Qt::FontRole, fixedFont());
    item->setData(Lines, IdRole, QVariant::fromValue(lines.commit));
    const QString all = QStringList{item->text(Commit), item->text(Author), item->text(Date), item->text(Subject)}.join(
        QStringLiteral(", "));
    for (int column = 0; column < Columns; ++column) {
        item->setToolTip(column, toolTipOf(all));
    }
    return item;
}

} // namespace

BlameView::BlameView(QWidget *parent)
    : QWidget(parent),
      m_what(new ElidedLabel(ElidedLabel::Width::Given)),
      m_button(new QPushButton),
      m_note(new QLabel),
      m_rows(new QTreeWidget)
{
    keepLeftToRight(*m_what);
    keepLeftToRight(*m_rows);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_rows->setHeaderLabels({tr("Lines"), tr("Commit"), tr("Author"), tr("Date"), tr("Subject")});
    m_rows->setAccessibleName(tr("Who last changed the lines"));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->header()->setStretchLastSection(true);
    m_rows->setMinimumHeight(fontMetrics().height() * 4);

    const int gap = fontMetrics().height() / 3;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(gap, gap / 2, gap, gap / 2);
    head->addWidget(m_what, 1);
    head->addWidget(m_button);
    m_note->setContentsMargins(gap, 0, gap, gap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_rows, 1);

    connect(m_button, &QPushButton::clicked, this, &BlameView::closed);
    connect(m_rows, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT commitWanted(item->data(Lines, IdRole).value<history::ObjectId>());
    });
}

void BlameView::say(const QString &note)
{
    m_rows->clear();
    m_rows->hide();
    m_note->setText(note);
    m_note->show();
}

void BlameView::showWaiting(const QString &what, const QString &note)
{
    m_what->setText(what);
    m_button->setText(tr("Ca&ncel"));
    say(note);
}

void BlameView::showLines(std::span<const history::BlamedLines> lines)
{
    const bool isCut = lines.size() > mostRows;
    m_button->setText(tr("C&lose"));
    say(isCut ? tr("The first %L1 rows are shown.").arg(mostRows) : QString());
    m_note->setVisible(isCut);
    QList<QTreeWidgetItem *> items;
    for (const history::BlamedLines &each : lines.first(std::min(lines.size(), mostRows))) {
        items.append(rowOf(each));
    }
    m_rows->addTopLevelItems(items);
    m_rows->setCurrentItem(items.isEmpty() ? nullptr : items.front());
    fitColumns();
    m_rows->show();
    const QWidget *place = window()->focusWidget();
    if (place == nullptr || parentWidget() == nullptr || place == parentWidget() ||
        parentWidget()->isAncestorOf(place)) {
        m_rows->setFocus();
    }
}

void BlameView::showError(const QString &sentence)
{
    m_button->setText(tr("C&lose"));
    say(oneLine(sentence, 1000));
}

/// A narrow view keeps what tells commits apart; the tool tip has the rest.
void BlameView::fitColumns()
{
    const int letter = std::max(1, fontMetrics().averageCharWidth());
    m_rows->setColumnHidden(Date, width() < letter * 70);
    m_rows->setColumnHidden(Author, width() < letter * 55);
    for (int column = 0; column < Subject; ++column) {
        m_rows->resizeColumnToContents(column);
    }
    if (!m_rows->isColumnHidden(Author)) {
        m_rows->setColumnWidth(Author, std::min(m_rows->columnWidth(Author), letter * 22));
    }
}

void BlameView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void BlameView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace culprit::widgets
