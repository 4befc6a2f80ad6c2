// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/consolemarks.h"
#include "widgets/consoletext.h"
#include "widgets/consoletimes.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <vector>

namespace culprit::widgets
{

/// Brings the bytes of a log to the console in slices, so that the window stays quick however much arrives at once, and
/// notes where crash reports and warnings begin. Of a log that is known to have more it asks for what follows while it
/// works.
class ConsoleFeed final : public QObject
{
    Q_OBJECT

public:
    /// Log bytes that are shown at most; what comes after stays in the session file.
    static constexpr qint64 byteLimit = qint64{512} * 1024 * 1024;

    using Append = std::function<void(const QByteArray &text)>;
    explicit ConsoleFeed(LogKind kind, Append append, QObject *parent = nullptr);

    void clear();
    /// Clears too: the log is to come again.
    void clear(Times times);
    [[nodiscard]] Times times() const { return m_times.times(); }
    /// Adds the bytes at `offset` of the log. What is there already is passed over; bytes past a gap are dropped and
    /// wanted(next()) asks for the log from there. `total` is the size of the log where it is known, else -1.
    void append(qint64 offset, const QByteArray &bytes, qint64 total = -1);

    /// While it rests, what comes waits.
    void setResting(bool resting);

    [[nodiscard]] qint64 next() const { return m_next; } ///< offset of the first byte not yet here
    [[nodiscard]] qint64 expected() const { return std::min(std::max(m_next, m_total), byteLimit); } ///< log bytes
    /// All that came is in the text and appended() has told.
    [[nodiscard]] bool isIdle() const { return m_queue.empty() && !m_untold; }
    [[nodiscard]] bool isFull() const { return m_next >= byteLimit; }

    [[nodiscard]] const std::vector<int> &crashLines() const { return m_crashLines; } ///< ascending, lines of the text
    [[nodiscard]] const std::vector<int> &warningLines() const { return m_warningLines; }
    [[nodiscard]] qint64 textLine(qint64 logLine) const { return m_text.textLine(logLine); }
    [[nodiscard]] qint64 logLine(qint64 textLine) const { return m_text.logLine(textLine); }

Q_SIGNALS:
    void wanted(qint64 offset); ///< the log's bytes from here
    void appended();            ///< the text has grown; of much that comes at once only now and then
    void drained();             ///< all that is known of the log is in the text

private:
    void work();
    void takePiece();
    void classify(QByteArrayView text);
    void endLine(QByteArrayView start);
    void tell();
    void goOn(std::chrono::milliseconds after);
    void wantMore();

    LogKind m_kind;
    Append m_append;
    QTimer m_timer;
    QTimer m_tell; ///< while nothing waits
    QElapsedTimer m_sinceTold;
    bool m_untold = false; ///< more is in the text than appended() told
    std::deque<QByteArray> m_queue;
    qsizetype m_taken = 0; ///< bytes of the queue's front
    qint64 m_pending = 0;  ///< bytes of the queue that are still to be taken
    qint64 m_next = 0;
    qint64 m_total = 0;
    bool m_asked = false;
    bool m_resting = false;
    ConsoleText m_text;
    ConsoleTimes m_times;
    int m_line = 0;
    QByteArray m_lineStart; ///< what is known of the last line, as far as it matters for its kind
    std::vector<int> m_crashLines;
    std::vector<int> m_warningLines;
};

} // namespace culprit::widgets
