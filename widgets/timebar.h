// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QSlider;
class QToolButton;

namespace culprit::widgets
{

class ActivityLogModel;
class ElidedLabel;

/// Walks through a session's events: a slider over them, at its end the present. Plays from where it stands, from the
/// start if that is the present.
class TimeBar final : public QWidget
{
    Q_OBJECT

public:
    /// `log` outlives the bar.
    explicit TimeBar(const ActivityLogModel &log, QWidget *parent = nullptr);

    /// Where the session is looked at; nothing: now.
    void setMoment(std::optional<EventSeq> event);
    [[nodiscard]] std::optional<EventSeq> moment() const; ///< nothing: now

    [[nodiscard]] QSlider *slider() const { return m_slider; }
    [[nodiscard]] QComboBox *speed() const { return m_speed; }
    [[nodiscard]] QToolButton *playButton() const { return m_play; }
    [[nodiscard]] QToolButton *nowButton() const { return m_now; }
    [[nodiscard]] QToolButton *branchButton() const { return m_branch; }
    [[nodiscard]] QString text() const; ///< what happened there

Q_SIGNALS:
    void eventWanted(culprit::EventSeq event);
    void nowWanted();
    void branchWanted(culprit::EventSeq event); ///< a new session that goes on from there

private:
    void reset();
    void grow();
    void moved();
    void play(bool on);
    void advance();
    void describe();
    [[nodiscard]] int last() const;

    const ActivityLogModel &m_log;
    QSlider *m_slider;
    QToolButton *m_play;
    QToolButton *m_now;
    QToolButton *m_branch;
    QComboBox *m_speed;
    ElidedLabel *m_text;
    QTimer m_clock;
    bool m_isNow = true; ///< stays at the end while events come
};

} // namespace culprit::widgets
