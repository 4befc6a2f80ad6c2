// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/statusline.h"

#include "engine/conductor/estimate.h"
#include "widgets/direction.h"
#include "widgets/doubttext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct StatusText {
    Q_DECLARE_TR_FUNCTIONS(StatusText)
};

QString rangeText(const conductor::Snapshot &snapshot)
{
    if (snapshot.state->seeksGoodEnd()) {
        return StatusText::tr("no good end yet");
    }
    const conductor::Plan &plan = *snapshot.plan;
    const std::size_t count = plan.candidates.size();
    QString candidates =
        count == 1 ? StatusText::tr("1 candidate") : StatusText::tr("%Ln candidates", nullptr, static_cast<int>(count));
    if (plan.doubt && plan.phase > conductor::Phase::Bisect) {
        return StatusText::tr("%1, with %2").arg(candidates, widgets::chanceText(plan.doubt->confidence));
    }
    if (plan.phase != conductor::Phase::Bisect) {
        return candidates;
    }
    if (plan.doubt) {
        return StatusText::tr("%1, %2 to go, the likeliest with %3")
            .arg(candidates, widgets::buildsToGoText(*plan.doubt), widgets::chanceText(plan.doubt->confidence));
    }
    return plan.steps == 0 ? StatusText::tr("%1, the last step").arg(candidates)
                           : StatusText::tr("%1, about %2 steps").arg(candidates).arg(plan.steps + 1);
}

QString timeText(const conductor::Snapshot &snapshot)
{
    const qint64 remaining = snapshot.activity.remainingMilliseconds;
    if (remaining < 0) {
        return {};
    }
    const QDateTime end = QDateTime::currentDateTime().addMSecs(remaining);
    const qint64 seconds = remaining / 1000;
    if (seconds < 5 && conductor::isLastTest(*snapshot.state, *snapshot.plan)) {
        return StatusText::tr("nearly done");
    }
    const QString left =
        seconds < 90 ? StatusText::tr("%1 s").arg(seconds) : StatusText::tr("%1 min").arg((seconds + 30) / 60);
    return StatusText::tr("about %1 left, until %2")
        .arg(left, widgets::leftToRight(QLocale().toString(end.time(), QLocale::ShortFormat)));
}

} // namespace

StatusLine::StatusLine(QStatusBar *bar)
    : m_range(new QLabel),
      m_build(new QLabel),
      m_progress(new QProgressBar),
      m_machines(new QLabel),
      m_time(new QLabel),
      m_disk(new QLabel)
{
    m_progress->setMaximumWidth(bar->fontMetrics().averageCharWidth() * 16);
    m_progress->setMaximumHeight(bar->fontMetrics().height());
    m_progress->setAccessibleName(StatusText::tr("Build progress"));
    bar->addWidget(m_range);
    bar->addWidget(m_build, 1);
    bar->addPermanentWidget(m_progress);
    bar->addPermanentWidget(m_machines);
    bar->addPermanentWidget(m_time);
    bar->addPermanentWidget(m_disk);
    for (QLabel *label : {m_range, m_build, m_machines, m_time, m_disk}) {
        label->setTextFormat(Qt::PlainText);
        label->setMargin(2);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    widgets::keepLeftToRight(*m_build);
    m_progress->hide();
}

void StatusLine::show(const conductor::Snapshot &snapshot)
{
    const conductor::Activity &activity = snapshot.activity;
    m_range->setText(rangeText(snapshot));
    if (activity.builds.empty()) {
        m_build->setText(activity.inquiry);
        m_progress->hide();
    } else {
        const conductor::Activity::Build &build = activity.builds.front();
        m_build->setText(u"%1%2 %3  %4"_s.arg(build.ahead ? StatusText::tr("ahead: ") : QString(), build.phase,
                                              QString::fromStdString(build.revision.shortHex()), build.detail));
        m_progress->setRange(0, build.percent < 0 ? 0 : 100);
        m_progress->setValue(build.percent);
        m_progress->show();
    }
    m_machines->setText(
        activity.slots > 0 ? StatusText::tr("VM %1/%2").arg(activity.machines.size()).arg(activity.slots) : QString());
    m_time->setText(timeText(snapshot));
    m_disk->setText(activity.freeBytes >= 0
                        ? StatusText::tr("%1 free").arg(QLocale().formattedDataSize(activity.freeBytes, 0))
                        : QString());
}

} // namespace culprit::app
