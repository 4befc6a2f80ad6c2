// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/quantityfield.h"

#include "engine/session/quantities.h"

namespace culprit::app
{

QuantityField::QuantityField()
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize QuantityField::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, QLineEdit::sizeHint().height()};
}

void DurationField::setValue(std::chrono::seconds value)
{
    setText(m_blank == Blank::Zero && value.count() == 0 ? QString() : session::durationText(value));
}

std::optional<std::chrono::seconds> DurationField::value() const
{
    const QString written = text().trimmed();
    if (written.isEmpty()) {
        return m_blank == Blank::Zero ? std::optional(std::chrono::seconds(0)) : std::nullopt;
    }
    const auto read = session::durationFromText(written);
    return read && read->count() > 0 ? read : std::nullopt;
}

QString DurationField::requirement() const
{
    return tr("must be a time such as \"90s\", \"5m\" or \"1h30m\".");
}

void MemoryField::setValue(int megabytes)
{
    setText(session::memoryText(megabytes));
}

std::optional<int> MemoryField::value() const
{
    return session::memoryFromText(text().trimmed());
}

QString MemoryField::requirement() const
{
    return tr("must be a size such as \"512M\" or \"2G\".");
}

} // namespace culprit::app
