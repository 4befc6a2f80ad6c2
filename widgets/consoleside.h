// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/consoleedit.h"

#include <optional>

namespace culprit::widgets
{

/// One of two consoles that are compared: its rows, each with a sign and a tint where it differs.
class ConsoleSide final : public ConsoleEdit
{
    Q_OBJECT

public:
    enum class Place { Left, Right };
    /// What only the left side has is marked with a minus, what only the right one has with a plus.
    explicit ConsoleSide(Place place, QWidget *parent = nullptr);

    enum class Row {
        Changed, ///< the other side has another line here
        Own,     ///< the other side has none
        Missing  ///< only the other side has one
    };
    void begin(); ///< empties it
    void setKind(int row, Row kind);
    [[nodiscard]] std::optional<Row> kind(int row) const;

    /// The rows of the difference that one is at; a bar stands beside them.
    void setCurrent(int first, int count);
    [[nodiscard]] int firstCurrent() const; ///< -1: none
    void showRow(int row);                  ///< as showLine(), from its start

protected:
    void applyLook() override;
};

} // namespace culprit::widgets
