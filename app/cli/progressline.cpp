// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progressline.h"

#include "engine/conductor/estimate.h"
#include "engine/conductor/planparts.h"
#include "widgets/doubttext.h"

#include <QStringList>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const QChar zero = u'0';
    if (seconds >= 3600) {
        return u"%1 h %2 min"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, zero);
    }
    return u"%1:%2"_s.arg(seconds / 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
}

/// How much of the range is settled, by the logarithm of what is left: each step halves it.
QString bar(const conductor::Snapshot &snapshot)
{
    constexpr int width = 16;
    const double all = std::log2(double(std::max<std::size_t>(2, snapshot.state->range->commits.size())));
    const double left = std::log2(double(std::max<std::size_t>(1, snapshot.plan->candidates.size())));
    const int filled = std::clamp(int(std::lround((all - left) / all * width)), 0, width);
    return u'[' + QString(filled, u'#') + QString(width - filled, u'.') + u']';
}

} // namespace

QString progressText(const conductor::Snapshot &snapshot, int columns)
{
    const conductor::Plan &plan = *snapshot.plan;
    const conductor::Activity &activity = snapshot.activity;
    QStringList parts{conductor::word(plan.phase) + u' ' + bar(snapshot)};
    if (plan.phase == conductor::Phase::Bisect && plan.doubt) {
        parts << u"%1, %2 to go, %3"_s.arg(conductor::candidatesText(plan.candidates.size()),
                                           widgets::buildsToGoText(*plan.doubt),
                                           widgets::shortChanceText(plan.doubt->confidence));
    } else if (plan.phase == conductor::Phase::Bisect) {
        parts << u"%1, about %2 steps"_s.arg(conductor::candidatesText(plan.candidates.size())).arg(plan.steps + 1);
    }
    for (const conductor::Activity::Build &build : activity.builds) {
        parts << (build.percent < 0 ? u"%1"_s.arg(build.phase) : u"%1 %2 %"_s.arg(build.phase).arg(build.percent)) +
                     (build.ahead ? u" (ahead)"_s : QString());
    }
    if (!activity.machines.empty()) {
        parts << u"%1/%2 machines"_s.arg(activity.machines.size()).arg(activity.slots);
    }
    if (plan.action == conductor::Plan::Action::Test) {
        parts << u"%1 runs to go"_s.arg(plan.runsMissing);
    }
    if (activity.remainingMilliseconds >= 0) {
        parts << (activity.remainingMilliseconds < 5000 && conductor::isLastTest(*snapshot.state, plan)
                      ? u"nearly done"_s
                      : u"about %1 left"_s.arg(durationText(activity.remainingMilliseconds)));
    }
    return parts.join(u"  "_s).left(std::max(20, columns - 1));
}

ProgressLine::ProgressLine() : m_terminal(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const conductor::Snapshot &snapshot)
{
    using Mode = conductor::Activity::Mode;
    if (!m_terminal || snapshot.activity.mode == Mode::Idle || snapshot.activity.mode == Mode::Review) {
        return;
    }
    winsize size{};
    const int columns = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
    std::fprintf(stderr, "\r\033[K%s", progressText(snapshot, columns).toUtf8().constData());
    m_shown = true;
}

void ProgressLine::clear()
{
    if (m_shown) {
        std::fputs("\r\033[K", stderr);
        m_shown = false;
    }
}

} // namespace culprit::app
