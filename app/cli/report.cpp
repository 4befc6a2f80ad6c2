// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"

namespace culprit::app
{

exchange::Conclusion conclusionOf(const conductor::Plan &plan)
{
    exchange::Conclusion conclusion;
    conclusion.phase = conductor::word(plan.phase);
    conclusion.reason = plan.reason;
    conclusion.finished = plan.action == conductor::Plan::Action::Finished;
    conclusion.culprit = plan.culprit;
    conclusion.candidates = plan.candidates;
    conclusion.confirmed = plan.confirmed;
    return conclusion;
}

QString reportText(const conductor::Snapshot &snapshot)
{
    return exchange::textReport(*snapshot.state, conclusionOf(*snapshot.plan));
}

} // namespace culprit::app
