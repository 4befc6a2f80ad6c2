// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"

#include "widgets/doubttext.h"

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

/// How sure the answer is, how often the bug shows, and what the answer leans on, a sentence each.
QString doubtReason(const session::SessionState &state, const conductor::Plan &plan)
{
    QStringList sentences{plan.reason, widgets::confidenceText(state, plan), widgets::rateText(*plan.doubt),
                          widgets::supportText(state, *plan.doubt)};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace

QString planLine(const conductor::Snapshot &snapshot)
{
    const conductor::Plan &plan = *snapshot.plan;
    const QString line = u"%1: %2"_s.arg(conductor::word(plan.phase), plan.reason);
    if (!plan.doubt || plan.phase != conductor::Phase::Bisect) {
        return line;
    }
    return u"%1 The likeliest commit has %2; %3 to go."_s.arg(line, widgets::chanceText(plan.doubt->confidence),
                                                              widgets::buildsToGoText(*plan.doubt));
}

exchange::Conclusion conclusionOf(const session::SessionState &state, const conductor::Plan &plan)
{
    exchange::Conclusion conclusion;
    conclusion.phase = conductor::word(plan.phase);
    conclusion.reason = plan.doubt ? doubtReason(state, plan) : plan.reason;
    conclusion.finished = plan.action == conductor::Plan::Action::Finished;
    conclusion.culprit = plan.culprit;
    conclusion.candidates = plan.candidates;
    conclusion.confirmed = plan.confirmed;
    return conclusion;
}

QString reportText(const conductor::Snapshot &snapshot)
{
    return exchange::textReport(*snapshot.state, conclusionOf(*snapshot.state, *snapshot.plan));
}

} // namespace culprit::app
