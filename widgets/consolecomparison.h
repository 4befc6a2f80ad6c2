// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <vector>

namespace culprit::widgets
{

/// Two consoles line by line beside each other. Lines are the same where their normal form is
/// (engine/crash/normalform.h); a row has a line of each, or of one.
struct ConsoleComparison {
    static constexpr qint64 byteLimit = qint64{8} * 1024 * 1024; ///< of each log; what comes after is left out
    static constexpr int lineLimit = 100'000;

    /// Rows that differ, one after another: the first ones have a line on both sides, the rest on one.
    struct Difference {
        int row = 0;      ///< the first one, from 0
        int left = 0;     ///< how many have a line on the left
        int right = 0;    ///< and on the right
        int leftLine = 0; ///< that stands there or would, from 0
        int rightLine = 0;
        [[nodiscard]] int rows() const { return std::max(left, right); }
        bool operator==(const Difference &) const = default;
    };

    QByteArray left; ///< as ConsoleText shows the log; an empty row where only the other side has a line
    QByteArray right;
    int rows = 0; ///< of each, ended by line feeds
    std::vector<Difference> differences;
    bool isCut = false; ///< one of them was longer than the limits
    bool operator==(const ConsoleComparison &) const = default;
};

/// `left` and `right` are the bytes of the logs. Takes up to some seconds: for a worker.
[[nodiscard]] Result<ConsoleComparison> comparisonOf(QByteArrayView left, QByteArrayView right);

} // namespace culprit::widgets
