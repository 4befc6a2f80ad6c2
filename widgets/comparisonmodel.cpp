// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparisonmodel.h"

#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QFont>

#include <utility>

namespace culprit::widgets
{

using conductor::ComparedSide;

namespace
{

/// "bad, 5 of 10 runs hit the bug": one line for a cell.
QString sideText(const ComparedSide &side)
{
    const QString word = VerdictStyle::word(markOf(side.verdict));
    const QString owned = side.isJudged ? ComparisonModel::tr("%1 (judged)").arg(word)
                          : side.isTold ? ComparisonModel::tr("%1 (the log's)").arg(word)
                                        : word;
    if (side.build && side.build->outcome == session::BuildOutcome::Failed) {
        return ComparisonModel::tr("%1, does not build").arg(owned);
    }
    if (side.tally.ended() > 0) {
        return owned + QStringLiteral(", ") + tallyText(side.tally);
    }
    return side.verdict == session::Verdict::Undecided ? ComparisonModel::tr("not tested") : owned;
}

} // namespace

ComparisonModel::ComparisonModel(std::shared_ptr<const session::SessionState> first,
                                 std::shared_ptr<const session::SessionState> second, conductor::Comparison comparison,
                                 QObject *parent)
    : QAbstractTableModel(parent),
      m_first(std::move(first)),
      m_second(std::move(second)),
      m_comparison(std::move(comparison))
{
}

const conductor::ComparedRevision *ComparisonModel::revisionAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_comparison.revisions[static_cast<std::size_t>(index.row())]
                                                       : nullptr;
}

QString ComparisonModel::quoteOf(const history::ObjectId &id) const
{
    return quoteText(m_first->commit(id) != nullptr ? *m_first : *m_second, id);
}

QString ComparisonModel::answerText(const conductor::ComparedAnswer &answer) const
{
    if (answer.culprit) {
        const QString culprit = oneLine(quoteOf(*answer.culprit));
        return answer.confirmed ? tr("%1, confirmed").arg(culprit) : tr("%1, not confirmed").arg(culprit);
    }
    return answer.candidates.empty() ? tr("no answer")
                                     : tr("one of %1 commits").arg(static_cast<int>(answer.candidates.size()));
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.revisions.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    const conductor::ComparedRevision *revision = revisionAt(index);
    if (revision == nullptr) {
        return {};
    }
    const int column = index.column();
    if (role == Qt::FontRole && revision->differs) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::DecorationRole && (column == First || column == Second)) {
        return VerdictStyle::icon(markOf((column == First ? revision->first : revision->second).verdict));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const QString text = column == Revision ? quoteOf(revision->revision)
                         : column == First  ? sideText(revision->first)
                         : column == Second ? sideText(revision->second)
                                            : revision->reason;
    return role == Qt::ToolTipRole ? toolTipOf(text) : oneLine(text, 1000);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Revision:
        return tr("Revision");
    case First:
        return tr("This session");
    case Second:
        return tr("The other one");
    case Why:
        return tr("Why they differ");
    default:
        return {};
    }
}

} // namespace culprit::widgets
