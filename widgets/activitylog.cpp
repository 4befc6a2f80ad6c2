// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/activitylog.h"

#include "widgets/direction.h"
#include "widgets/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QFont>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

namespace culprit::widgets
{

ActivityLogModel::Line ActivityLogModel::lineOf(const session::Event &event)
{
    return {event.seq, event.time, oneLine(session::describe(event.payload), 1000),
            session::isJudgement(event.payload)};
}

QString ActivityLogModel::timeText(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void ActivityLogModel::setEvents(const std::vector<session::Event> &events)
{
    beginResetModel();
    m_lines.clear();
    for (const session::Event &event : events) {
        m_lines.push_back(lineOf(event));
    }
    endResetModel();
}

void ActivityLogModel::append(const session::Event &event)
{
    if (!m_lines.empty() && event.seq <= m_lines.back().seq) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_lines.push_back(lineOf(event));
    endInsertRows();
}

EventSeq ActivityLogModel::eventAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? m_lines[static_cast<std::size_t>(index.row())].seq
                                                       : EventSeq();
}

QString ActivityLogModel::text() const
{
    QString text;
    for (const Line &line : m_lines) {
        text += timeText(line.time) + QLatin1String("  ") + line.text + QLatin1Char('\n');
    }
    return text;
}

int ActivityLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ActivityLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Time ? timeText(line.time) : line.text;
    case Qt::ToolTipRole:
        return toolTipOf(line.text);
    case Qt::FontRole: {
        QFont font;
        font.setBold(line.judgement);
        return line.judgement && index.column() == What ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant ActivityLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Time ? tr("Time") : tr("What happened");
}

ActivityLogView::ActivityLogView(QWidget *parent) : QTreeView(parent), m_model(new ActivityLogModel(this))
{
    setModel(m_model);
    keepLeftToRight(*this);
    setAccessibleName(tr("Activity log"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    header()->resizeSection(ActivityLogModel::Time, fontMetrics().averageCharWidth() * 24);
    connect(this, &QTreeView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT eventActivated(m_model->eventAt(index)); });
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto offer = [this](const QString &text, auto &&todo) {
        auto *action = new QAction(text, this);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, todo] {
            if (const EventSeq event = m_model->eventAt(currentIndex())) {
                todo(event);
            }
        });
    };
    offer(tr("&Show what it is about"), [this](EventSeq event) { Q_EMIT eventActivated(event); });
    offer(tr("&Look at the session as it stood then"), [this](EventSeq event) { Q_EMIT momentWanted(event); });
    offer(tr("&Copy"), [this](EventSeq) { copy(); });
}

void ActivityLogView::setEvents(const std::vector<session::Event> &events)
{
    m_model->setEvents(events);
    scrollToBottom();
}

void ActivityLogView::append(const session::Event &event)
{
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    m_model->append(event);
    if (atEnd) {
        scrollToBottom();
    }
}

/// The chosen line, or all of them.
void ActivityLogView::copy() const
{
    const QModelIndex what = currentIndex().siblingAtColumn(ActivityLogModel::What);
    const QString time = currentIndex().siblingAtColumn(ActivityLogModel::Time).data().toString();
    QGuiApplication::clipboard()->setText(what.isValid() ? time + QLatin1String("  ") + what.data().toString()
                                                         : m_model->text());
}

void ActivityLogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace culprit::widgets
