// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessions/sessionsummary.h"

#include "app/logimport.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/plan.h"
#include "engine/session/sessionfile.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using conductor::Plan;
using session::SessionState;
using widgets::Mark;

namespace
{

struct SummaryText {
    Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

/// Its tag if it has one, else the short hash.
QString shortName(const SessionState &state, const history::ObjectId &id)
{
    if (const session::Release *release = state.release(id)) {
        return release->tag;
    }
    const history::CommitInfo *commit = state.commit(id);
    return QString::fromStdString(commit != nullptr && !commit->tags.empty() ? commit->tags.front() : id.shortHex());
}

QString rangeOf(const SessionState &state)
{
    const QString bad = shortName(state, state.created.bad);
    return u"%1 … %2"_s.arg(state.created.goods.isEmpty() ? u"?"_s : shortName(state, state.created.goods.front()),
                            bad);
}

QStringList titlesOf(const SessionState &state)
{
    QStringList titles;
    QStringList others;
    for (const session::TitleState &title : state.titles | std::views::values) {
        (title.relevance() == session::Relevance::Target ? titles : others) << title.title;
    }
    return titles + others;
}

void tellResult(const SessionState &state, const Plan &plan, SessionSummary &summary)
{
    const bool isFix = state.setup().kernel.find == session::Find::Fix;
    if (plan.action == Plan::Action::Finished && plan.culprit) {
        summary.mark = Mark::Culprit;
        const QString commit = state.nameOf(*plan.culprit);
        summary.result = (isFix ? SummaryText::tr("fix: %1") : SummaryText::tr("culprit: %1")).arg(commit);
    } else if (plan.action == Plan::Action::Finished) {
        summary.mark = Mark::Skip;
        summary.result = SummaryText::tr("ended without a culprit, suspects left: %1").arg(plan.candidates.size());
    } else if (plan.action == Plan::Action::NeedsPerson) {
        summary.mark = Mark::Mixed;
        summary.result = SummaryText::tr("needs your verdict");
    } else if (state.builds.empty() && state.runs.empty()) {
        summary.mark = Mark::Untested;
        summary.result = SummaryText::tr("not started");
    } else {
        const bool isOpen = session::SessionFile::isLocked(summary.path);
        summary.mark = state.engineActive && isOpen ? Mark::Running : Mark::Untested;
        summary.result = (!state.engineActive ? SummaryText::tr("paused, candidates: %1")
                          : isOpen            ? SummaryText::tr("runs now, candidates: %1")
                                              : SummaryText::tr("was cut off and can go on, candidates: %1"))
                             .arg(plan.candidates.size());
    }
}

} // namespace

QString SessionSummary::name() const
{
    return QFileInfo(path).fileName();
}

QString SessionSummary::text() const
{
    return (QStringList{path, range, result, tree, error} + titles).join(u'\n');
}

qint64 changeTimeOf(const QString &path)
{
    qint64 latest = 0;
    for (const QString &file : {path, path + u"-wal"_s}) {
        const QFileInfo info(file);
        latest = std::max(latest, info.exists() ? info.lastModified().toMSecsSinceEpoch() : 0);
    }
    return latest;
}

SessionSummary summaryOf(const QString &path)
{
    SessionSummary summary;
    summary.path = path;
    summary.changedAt = changeTimeOf(path);
    if (!QFileInfo::exists(path)) {
        summary.error = SummaryText::tr("The file is not there any more.");
        return summary;
    }
    if (mayBeLog(path)) {
        summary.result = SummaryText::tr("a log, to be imported");
        return summary;
    }
    const auto ledger = conductor::Ledger::open(path, session::Journal::Access::Read);
    if (!ledger) {
        summary.error = QString::fromStdString(ledger.error().message);
        return summary;
    }
    const SessionState &state = ledger->state();
    summary.range = rangeOf(state);
    summary.tree = state.setup().kernel.repo;
    summary.titles = titlesOf(state);
    summary.wasActive = state.engineActive;
    tellResult(state, conductor::planFor(state), summary);
    return summary;
}

} // namespace culprit::app
