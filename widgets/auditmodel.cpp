// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/auditmodel.h"

#include "engine/conductor/planparts.h"
#include "engine/session/state.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <algorithm>
#include <optional>

namespace culprit::widgets
{

using conductor::VerdictAudit;

namespace
{

/// Which of Audit::others a column shows.
std::optional<std::size_t> rulesOf(int column)
{
    return column == AuditModel::Rules2021   ? std::optional<std::size_t>(0)
           : column == AuditModel::Rules2024 ? std::optional<std::size_t>(1)
                                             : std::nullopt;
}

QString chanceText(const std::optional<double> &chance)
{
    return chance ? conductor::percentText(*chance) : QStringLiteral("–");
}

/// The verdict, and whose it is if it is not the runs'.
QString verdictText(const session::SessionState &state, const VerdictAudit &verdict)
{
    const QString word = VerdictStyle::word(state, markOf(verdict.verdict));
    const QString owned = verdict.isJudged ? AuditModel::tr("%1 (yours)").arg(word)
                          : verdict.isTold ? AuditModel::tr("%1 (the log's)").arg(word)
                                           : word;
    return verdict.isInferred ? AuditModel::tr("%1, runs inferred").arg(owned) : owned;
}

} // namespace

void AuditModel::setAudit(const conductor::SnapshotPtr &snapshot, const conductor::Audit &audit)
{
    if (m_snapshot && m_snapshot->state == snapshot->state && m_audit == audit) {
        return;
    }
    beginResetModel();
    m_snapshot = snapshot;
    m_audit = audit;
    endResetModel();
}

const VerdictAudit *AuditModel::verdictAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_audit.verdicts[static_cast<std::size_t>(index.row())]
                                                       : nullptr;
}

QModelIndex AuditModel::indexOf(const history::ObjectId &revision) const
{
    const auto found = std::ranges::find(m_audit.verdicts, revision, &VerdictAudit::revision);
    return found == m_audit.verdicts.end() ? QModelIndex()
                                           : index(static_cast<int>(found - m_audit.verdicts.begin()), 0);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_audit.verdicts.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::textAt(const VerdictAudit &verdict, int row, int column) const
{
    switch (column) {
    case Revision:
        return hashText(verdict.revision) + u' ' + oneLine(nameText(*m_snapshot->state, verdict.revision));
    case Verdict:
        return verdictText(*m_snapshot->state, verdict);
    case Right:
        return chanceText(verdict.support);
    case Untested:
        return chanceText(verdict.byOthers);
    case Without:
        return chanceText(verdict.answerWithout);
    default: {
        const auto rules = rulesOf(column);
        return rules ? VerdictStyle::word(*m_snapshot->state,
                                          markOf(m_audit.others.at(*rules).verdicts.at(static_cast<std::size_t>(row))))
                     : QString();
    }
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const VerdictAudit *verdict = verdictAt(index);
    if (verdict == nullptr) {
        return {};
    }
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textAt(*verdict, index.row(), column);
    case Qt::ToolTipRole:
        return toolTipOf(verdict->remedy.isEmpty() ? verdict->sentence : verdict->sentence + u'\n' + verdict->remedy);
    case Qt::DecorationRole:
        if (column == Verdict) {
            return VerdictStyle::icon(markOf(verdict->verdict));
        }
        if (const auto rules = rulesOf(column)) {
            return VerdictStyle::icon(
                markOf(m_audit.others.at(*rules).verdicts.at(static_cast<std::size_t>(index.row()))));
        }
        return {};
    case Qt::TextAlignmentRole:
        return column == Right || column == Untested || column == Without
                   ? QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                   : QVariant();
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case Revision:
        return isTip ? tr("The revisions that have a verdict, the weakest first") : tr("Revision");
    case Verdict:
        return isTip ? tr("What is audited: your verdict, else the imported log's, else that of the runs")
                     : tr("Verdict");
    case Right:
        return isTip ? tr("Chance that the verdict is right, by all runs of all revisions") : tr("Right");
    case Untested:
        return isTip ? tr("The same if this revision had not been tested") : tr("If untested");
    case Without:
        return isTip ? tr("Chance of the answer if this revision had not been tested") : tr("Answer without it");
    case Rules2021:
        return isTip ? tr("What syzkaller's rules of 2021 make of the same runs") : tr("syzkaller 2021");
    case Rules2024:
        return isTip ? tr("What syzkaller's rules of 2024 make of the same runs") : tr("syzkaller 2024");
    default:
        return {};
    }
}

} // namespace culprit::widgets
