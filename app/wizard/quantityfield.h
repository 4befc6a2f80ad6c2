// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <chrono>
#include <optional>

namespace culprit::app
{

/// A field for a number with a unit.
class QuantityField : public QLineEdit
{
    Q_OBJECT

public:
    QuantityField();

    [[nodiscard]] virtual bool isRight() const = 0;
    [[nodiscard]] virtual QString requirement() const = 0; ///< "must be ...", of what is not right

    [[nodiscard]] QSize sizeHint() const override;
};

/// "90s", "5m", "1h30m"
class DurationField final : public QuantityField
{
    Q_OBJECT

public:
    enum class Blank { Wrong, Zero };
    explicit DurationField(Blank blank = Blank::Wrong) : m_blank(blank) {}

    void setValue(std::chrono::seconds value);
    [[nodiscard]] std::optional<std::chrono::seconds> value() const; ///< nothing for what is not right

    [[nodiscard]] bool isRight() const override { return value().has_value(); }
    [[nodiscard]] QString requirement() const override;

private:
    Blank m_blank;
};

/// "512M", "2G"
class MemoryField final : public QuantityField
{
    Q_OBJECT

public:
    void setValue(int megabytes);
    [[nodiscard]] std::optional<int> value() const; ///< MB of 1024 * 1024 bytes; nothing for what is not right

    [[nodiscard]] bool isRight() const override { return value().has_value(); }
    [[nodiscard]] QString requirement() const override;
};

} // namespace culprit::app
