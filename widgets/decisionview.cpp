// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decisionview.h"

#include "widgets/direction.h"
#include "widgets/plaintext.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <iterator>

namespace culprit::widgets
{

namespace
{

qsizetype countLines(const DecisionPart &part)
{
    return part.lines.size();
}

} // namespace

DecisionView::DecisionView(QWidget *parent) : QTextBrowser(parent)
{
    keepLeftToRight(*this);
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
        parts.push_back(planLines(*m_snapshot));
        std::ranges::move(doubtOf(*m_snapshot), std::back_inserter(parts));
        setToolTip(toolTipOf(doubtToolTip(*m_snapshot)));
    }
    for (DecisionPart &part : parts) {
        part.lines.replaceInStrings(QStringLiteral(" %"), QStringLiteral("\u00a0%")); // no line begins with it
    }
    if (parts == m_shown) {
        return;
    }
    const bool sameShape = std::ranges::equal(parts, m_shown, {}, countLines, countLines);
    m_shown = std::move(parts);
    sameShape ? rewrite() : fill();
}

void DecisionView::fill()
{
    const int position = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.beginEditBlock(); // one layout, not one for each line
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    const qreal line = fontMetrics().height();
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    for (const DecisionPart &part : m_shown) {
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
    cursor.endEditBlock();
    verticalScrollBar()->setValue(position);
}

/// As many lines as before: those that differ are exchanged, and what the user selected in the others stays.
void DecisionView::rewrite()
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextBlock block = document()->begin();
    const auto put = [&](const QString &text) {
        if (block.text() != text) {
            cursor.setPosition(block.position());
            cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            cursor.insertText(text);
        }
        block = block.next();
    };
    for (const DecisionPart &part : m_shown) {
        put(part.heading);
        std::ranges::for_each(part.lines, put);
    }
    cursor.endEditBlock();
}

} // namespace culprit::widgets
