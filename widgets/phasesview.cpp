// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/phasesview.h"

#include "widgets/doubttext.h"
#include "widgets/elidedlabel.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace culprit::widgets
{

using conductor::Phase;
using conductor::Plan;
using session::Verdict;

namespace
{

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::BadIsBad:
        return PhasesView::tr("Bad is bad");
    case Phase::GoodIsGood:
        return PhasesView::tr("Good is good");
    case Phase::Bisect:
        return PhasesView::tr("Bisect");
    case Phase::Confirm:
        return PhasesView::tr("Confirm");
    case Phase::Done:
        break;
    }
    return PhasesView::tr("Done");
}

QString endsText(const session::SessionState &state, const std::vector<ObjectId> &ends, Verdict wanted)
{
    if (ends.empty()) {
        return PhasesView::tr("no such revision is named");
    }
    const auto has = [&](const ObjectId &id) {
        const session::RevisionState *revision = state.revision(id);
        return revision != nullptr && revision->verdict() == wanted;
    };
    if (ends.size() > 1) {
        return PhasesView::tr("%1 of %2 %3")
            .arg(std::ranges::count_if(ends, has))
            .arg(ends.size())
            .arg(VerdictStyle::word(state, markOf(wanted)));
    }
    const session::RevisionState *revision = state.revision(ends.front());
    return QStringLiteral("%1: %2").arg(hashText(ends.front()), revision == nullptr ? PhasesView::tr("no runs yet")
                                                                                    : tallyText(revision->tally));
}

/// How far the search for a good end has come.
QString releasesText(const session::SessionState &state)
{
    const auto tested = std::ranges::count_if(state.created.releases, [&state](const session::Release &release) {
        const session::RevisionState *revision = state.revision(release.commit);
        return revision != nullptr && revision->verdict() != Verdict::Undecided;
    });
    return PhasesView::tr("%1 of %2 releases tried").arg(tested).arg(state.created.releases.size());
}

/// Those with runs or a judgement; what is only built ahead was not tested.
qsizetype testedRevisions(const session::SessionState &state)
{
    return std::ranges::count_if(state.order, [&state](const ObjectId &id) {
        const session::RevisionState &revision = state.revisions.at(id);
        return revision.judged || revision.tally.ended() > 0;
    });
}

QString bisectText(const conductor::Snapshot &snapshot)
{
    const Plan &plan = *snapshot.plan;
    const qsizetype tested = testedRevisions(*snapshot.state);
    if (plan.culprit && plan.doubt) {
        const QString counted = tested == 1 ? PhasesView::tr("1 revision tested")
                                            : PhasesView::tr("%n revisions tested", nullptr, static_cast<int>(tested));
        return PhasesView::tr("%1, one commit has %2").arg(counted, chanceText(plan.doubt->confidence));
    }
    if (plan.culprit) {
        return tested == 1 ? PhasesView::tr("1 step, one commit is left")
                           : PhasesView::tr("%n steps, one commit is left", nullptr, static_cast<int>(tested));
    }
    const QString suspects = plan.candidates.size() == 1
                                 ? PhasesView::tr("1 suspect")
                                 : PhasesView::tr("%n suspects", nullptr, static_cast<int>(plan.candidates.size()));
    if (plan.phase == Phase::Bisect && plan.doubt) {
        return PhasesView::tr("%1, %2 to go, the likeliest with %3")
            .arg(suspects, buildsToGoText(*plan.doubt), chanceText(plan.doubt->confidence));
    }
    const QString steps = plan.steps == 1 ? PhasesView::tr("about 1 step to go")
                                          : PhasesView::tr("about %n steps to go", nullptr, plan.steps);
    return plan.phase == Phase::Bisect ? PhasesView::tr("%1, %2").arg(suspects, steps) : suspects;
}

QString confirmText(const Plan &plan)
{
    if (!plan.culprit) {
        return plan.doubt ? PhasesView::tr("the culprit and its parents, run themselves")
                          : PhasesView::tr("the culprit and its parents, again");
    }
    if (plan.doubt) {
        return (plan.confirmed ? PhasesView::tr("%1 and its parents were run")
                               : PhasesView::tr("%1 and its parents are run"))
            .arg(hashText(*plan.culprit));
    }
    return plan.confirmed ? PhasesView::tr("%1 stood its second test").arg(hashText(*plan.culprit))
                          : PhasesView::tr("%1 and its parents, again").arg(hashText(*plan.culprit));
}

QString detailOf(const conductor::Snapshot &snapshot, Phase phase)
{
    const session::SessionState &state = *snapshot.state;
    switch (phase) {
    case Phase::BadIsBad:
        return endsText(state, {state.created.bad}, Verdict::Bad);
    case Phase::GoodIsGood:
        return state.seeksGoodEnd()
                   ? releasesText(state)
                   : endsText(state, {state.created.goods.begin(), state.created.goods.end()}, Verdict::Good);
    case Phase::Bisect:
        return state.seeksGoodEnd() ? PhasesView::tr("between the bad end and the newest good release")
                                    : bisectText(snapshot);
    case Phase::Confirm:
        return confirmText(*snapshot.plan);
    case Phase::Done:
        break;
    }
    return {};
}

} // namespace

PhaseText phaseText(const conductor::Snapshot &snapshot, Phase phase)
{
    const Plan &plan = *snapshot.plan;
    PhaseText text{Mark::Untested, {}, detailOf(snapshot, phase)};
    const bool finished = plan.action == Plan::Action::Finished;
    const bool foundNone = finished && snapshot.state->seeksGoodEnd() && phase > Phase::BadIsBad && phase < Phase::Done;
    if (foundNone) {
        text.state = phase == Phase::GoodIsGood ? PhasesView::tr("none is good") : PhasesView::tr("left out");
    } else if (phase < plan.phase || (finished && phase <= plan.phase)) {
        text.mark = Mark::Good;
        text.state = PhasesView::tr("done");
    } else if (phase > plan.phase) {
        text.mark = Mark::Untested;
        text.state = finished ? PhasesView::tr("left out") : PhasesView::tr("waiting");
    } else if (plan.action == Plan::Action::NeedsPerson) {
        text.mark = Mark::Mixed;
        text.state = PhasesView::tr("needs you");
    } else if (snapshot.activity.mode == conductor::Activity::Mode::Running ||
               snapshot.activity.mode == conductor::Activity::Mode::Pausing) {
        text.mark = Mark::Running;
        text.state = PhasesView::tr("running");
    } else {
        text.mark = Mark::Untested;
        text.state = PhasesView::tr("next");
    }
    return text;
}

PhasesView::PhasesView(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QGridLayout(this);
    const int gap = fontMetrics().height() / 2;
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setHorizontalSpacing(gap);
    layout->setVerticalSpacing(gap / 4);
    layout->setColumnStretch(1, 1);
    int line = 0;
    for (Row &row : m_rows) {
        row.icon = new QLabel;
        row.name = new QLabel;
        row.detail = new ElidedLabel(ElidedLabel::Width::Given);
        row.name->setTextFormat(Qt::PlainText);
        row.detail->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(row.icon, line, 0);
        layout->addWidget(row.name, line, 1);
        layout->addWidget(row.detail, line + 1, 1);
        layout->setRowMinimumHeight(line + 2, gap / 4);
        line += 3;
    }
    layout->setRowStretch(line, 1);
    setSnapshot(nullptr);
}

void PhasesView::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool known = snapshot && snapshot->state && snapshot->plan;
        PhaseText text = known ? phaseText(*snapshot, allPhases[i]) : PhaseText();
        Row &row = m_rows[i];
        if (row.title.isEmpty() || row.text != text) { // a label that is set lays the whole window out again
            row.title = QStringLiteral("%1  %2").arg(i + 1).arg(phaseName(allPhases[i]));
            row.text = std::move(text);
            fill(row);
        }
    }
}

void PhasesView::fill(const Row &row)
{
    const int side = fontMetrics().height();
    row.icon->setPixmap(VerdictStyle::icon(row.text.mark).pixmap(QSize(side, side), devicePixelRatioF()));
    QFont font = this->font();
    font.setBold(row.text.mark == Mark::Running || row.text.mark == Mark::Mixed);
    row.name->setFont(font);
    row.name->setText(row.text.state.isEmpty() ? row.title : row.title + QStringLiteral("  \u2013  ") + row.text.state);
    row.name->setAccessibleDescription(row.text.detail);
    row.detail->setText(row.text.detail);
}

void PhasesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const Row &row : m_rows) {
            fill(row);
        }
    }
}

} // namespace culprit::widgets
