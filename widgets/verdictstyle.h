// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/words.h"

#include <QColor>
#include <QCoreApplication>
#include <QIcon>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <array>
#include <cstdint>

class QPainter;

namespace culprit::session
{
struct SessionState;
}

namespace culprit::widgets
{

/// What the window can say of a revision or a run. One mark, one shape, one colour, one word.
enum class Mark : std::uint8_t {
    Untested,
    InferredGood, ///< not tested: an ancestor of a good revision
    InferredBad,  ///< not tested: a descendant of a bad revision
    Good,
    Bad,
    Skip,
    Running,
    Mixed, ///< runs that disagree
    Culprit
};

inline constexpr std::array allMarks{Mark::Untested, Mark::InferredGood, Mark::InferredBad, Mark::Good,   Mark::Bad,
                                     Mark::Skip,     Mark::Running,      Mark::Mixed,       Mark::Culprit};

[[nodiscard]] Mark markOf(session::Verdict verdict);
/// A run that says nothing of the bug (boot failed, test failed, infrastructure failed) is marked as a skip.
[[nodiscard]] Mark markOf(session::Outcome outcome);

/// Whether what is painted with this palette stands on a dark ground.
[[nodiscard]] bool isDark(const QPalette &palette);

/// How marks look. Shape and word differ wherever colour does, so colour is never alone; the colours keep a distance of
/// CIE76 50 and more under the three kinds of colour blindness.
class VerdictStyle final
{
    Q_DECLARE_TR_FUNCTIONS(VerdictStyle)
public:
    [[nodiscard]] static QColor color(Mark mark, const QPalette &palette);
    /// For what is drawn upon color(): white on the light theme, near black on the dark one.
    [[nodiscard]] static QColor ink(const QPalette &palette);
    /// "good", "bad", "inferred good", ...: translated, lower case.
    [[nodiscard]] static QString word(Mark mark);
    /// The same, but in the session's own terms where it has some: "slow" for "bad", "inferred slow".
    [[nodiscard]] static QString word(const session::SessionState &state, Mark mark);

    /// Fills the largest square centred in `rect`, edges on device pixels. `turn` (0 to 1) is where the arc of Running
    /// stands; leave it alone to have it still.
    static void paint(QPainter &painter, const QRectF &rect, Mark mark, const QPalette &palette, qreal turn = 0);

    /// Painted anew for each size and device pixel ratio, in the colours of the application's palette of that moment.
    [[nodiscard]] static QIcon icon(Mark mark);
};

} // namespace culprit::widgets
