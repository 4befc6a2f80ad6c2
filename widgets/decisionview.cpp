// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decisionview.h"

#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>

namespace culprit::widgets
{

DecisionView::DecisionView(QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(tr("Decision"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(fontMetrics().height() * 0.6);
    setPlaceholderText(tr("Select a revision to see why it is held for good or bad."));
}

void DecisionView::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void DecisionView::setRevision(const std::optional<history::ObjectId> &revision)
{
    if (m_revision != revision) {
        m_revision = revision;
        refresh();
    }
}

void DecisionView::refresh()
{
    std::vector<DecisionPart> parts;
    if (m_snapshot && m_snapshot->state && m_snapshot->plan) {
        if (m_revision) {
            parts = decisionOf(*m_snapshot, *m_revision);
        }
        parts.push_back(planText(*m_snapshot));
    }
    if (parts == m_shown) {
        return;
    }
    m_shown = parts;
    const int position = verticalScrollBar()->value();
    clear();
    QTextCursor cursor(document());
    const qreal line = fontMetrics().height();
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    for (const DecisionPart &part : parts) {
        QTextBlockFormat heading;
        heading.setTopMargin(cursor.atStart() ? 0 : line * 0.7);
        cursor.atStart() ? cursor.setBlockFormat(heading) : cursor.insertBlock(heading);
        cursor.insertText(part.heading, bold);
        QTextBlockFormat body;
        body.setTopMargin(line * 0.2);
        for (const QString &text : part.lines) {
            cursor.insertBlock(body);
            cursor.insertText(text, QTextCharFormat());
        }
    }
    verticalScrollBar()->setValue(position);
}

} // namespace culprit::widgets
