// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSettings;

namespace culprit::app
{

/// Says in the settings which session this program has open, until it ends cleanly. So the next one knows of a crash.
class OpenMark final
{
public:
    /// What to do with a session that was cut off.
    enum class Answer { Ask, Resume, OpenPaused, Leave };

    /// A session whose program is gone without having taken its mark away.
    struct Left {
        QString path;
        bool wasRunning = false; ///< and not paused
        bool operator==(const Left &) const = default;
    };

    static constexpr int mostAnswers = 50;

    /// `settings` outlives this.
    explicit OpenMark(QSettings &settings);
    ~OpenMark(); ///< a clean end

    OpenMark(const OpenMark &) = delete;
    OpenMark &operator=(const OpenMark &) = delete;

    /// A session is not left any more once it is open here.
    void set(const QString &path, bool isRunning);
    [[nodiscard]] QList<Left> left() const;
    void drop(const QString &path); ///< of those that are left

    [[nodiscard]] Answer answer(const QString &path) const;
    void setAnswer(const QString &path, Answer answer); ///< for every time; the oldest are forgotten

private:
    QSettings &m_settings;
    Left m_marked;
};

} // namespace culprit::app
