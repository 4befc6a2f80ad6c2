// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timebar.h"

#include "widgets/activitylog.h"
#include "widgets/elidedlabel.h"
#include "widgets/paintedicon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace culprit::widgets
{

namespace
{
constexpr std::array speeds{1, 4, 16}; ///< events a second
}

TimeBar::TimeBar(const ActivityLogModel &log, QWidget *parent)
    : QWidget(parent),
      m_log(log),
      m_slider(new QSlider(Qt::Horizontal)),
      m_play(new QToolButton),
      m_now(new QToolButton),
      m_branch(new QToolButton),
      m_speed(new QComboBox),
      m_text(new ElidedLabel(ElidedLabel::Width::Given))
{
    m_play->setCheckable(true);
    m_play->setAutoRaise(true);
    m_play->setIcon(transportIcon(Transport::Start));
    m_play->setText(tr("Play"));
    m_play->setToolTip(tr("Walk through the session's events"));
    m_slider->setAccessibleName(tr("Event of the session"));
    m_slider->setToolTip(tr("How the session stood after an event; at the end: now"));
    m_slider->setPageStep(10);
    m_slider->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    for (const int speed : speeds) {
        m_speed->addItem(QString::number(speed) + u'×', speed);
    }
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast the session is played: 1× is an event a second"));
    m_now->setText(tr("No&w"));
    m_now->setToolTip(tr("Back to how the session stands now"));
    m_branch->setText(tr("Go on &from here…"));
    m_text->setAccessibleName(tr("What happened there"));

    auto *layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    layout->setContentsMargins(gap, 0, gap, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_play);
    layout->addWidget(m_speed);
    layout->addWidget(m_slider, 2);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_branch);
    layout->addWidget(m_now);

    connect(&m_log, &QAbstractItemModel::modelReset, this, &TimeBar::reset);
    connect(&m_log, &QAbstractItemModel::rowsInserted, this, &TimeBar::grow);
    connect(m_slider, &QSlider::valueChanged, this, &TimeBar::moved);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { play(false); });
    connect(m_play, &QToolButton::toggled, this, &TimeBar::play);
    connect(m_now, &QToolButton::clicked, this, [this] { m_slider->setValue(last()); });
    connect(m_branch, &QToolButton::clicked, this, [this] {
        if (const auto at = moment()) {
            Q_EMIT branchWanted(*at);
        }
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { m_clock.setInterval(1000 / m_speed->currentData().toInt()); });
    connect(&m_clock, &QTimer::timeout, this, &TimeBar::advance);
    m_clock.setInterval(1000 / speeds.front());
    reset();
}

int TimeBar::last() const
{
    return std::max(0, m_log.rowCount() - 1);
}

std::optional<EventSeq> TimeBar::moment() const
{
    return m_isNow ? std::nullopt : std::optional(m_log.eventAt(m_log.index(m_slider->value(), 0)));
}

QString TimeBar::text() const
{
    return m_text->text();
}

/// Another session: it is looked at as it stands now.
void TimeBar::reset()
{
    play(false);
    m_isNow = true;
    grow();
}

void TimeBar::grow()
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, last());
    if (m_isNow) {
        m_slider->setValue(last());
    }
    describe();
}

void TimeBar::setMoment(std::optional<EventSeq> event)
{
    int row = last();
    if (event) {
        while (row > 0 && m_log.eventAt(m_log.index(row, 0)) > *event) {
            --row;
        }
    }
    const QSignalBlocker quiet(m_slider);
    m_isNow = !event;
    m_slider->setValue(row);
    describe();
}

void TimeBar::moved()
{
    m_isNow = m_slider->value() == last();
    describe();
    if (const auto at = moment()) {
        Q_EMIT eventWanted(*at);
    } else {
        Q_EMIT nowWanted();
    }
}

void TimeBar::play(bool on)
{
    m_play->setChecked(on);
    m_play->setIcon(transportIcon(on ? Transport::Pause : Transport::Start));
    if (!on) {
        m_clock.stop();
    } else if (!m_clock.isActive()) {
        if (m_isNow) {
            m_slider->setValue(0);
        }
        m_clock.start();
    }
}

void TimeBar::advance()
{
    m_slider->setValue(m_slider->value() + 1);
    if (m_isNow) {
        play(false);
    }
}

void TimeBar::describe()
{
    const int count = m_log.rowCount();
    const QModelIndex at = m_log.index(m_slider->value(), 0);
    const QString number = tr("event %1 of %2").arg(m_slider->value() + 1).arg(count);
    const QString when = m_isNow ? tr("now") : at.data().toString();
    m_text->setText(count == 0
                        ? tr("nothing has happened so far")
                        : QStringList{number, when, at.siblingAtColumn(ActivityLogModel::What).data().toString()}.join(
                              QStringLiteral(" · ")));
    m_slider->setEnabled(count > 1);
    m_play->setEnabled(count > 1);
    m_speed->setEnabled(count > 1);
    m_now->setEnabled(!m_isNow);
    m_branch->setEnabled(!m_isNow);
    m_branch->setToolTip(m_isNow ? tr("Look at an earlier event first")
                                 : tr("A new session with all that was known there, to decide otherwise"));
}

} // namespace culprit::widgets
