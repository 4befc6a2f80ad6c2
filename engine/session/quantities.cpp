// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/quantities.h"

#include <array>
#include <utility>

namespace culprit::session
{

namespace
{

using Unit = std::pair<QChar, qint64>;
constexpr std::array timeUnits{Unit{u'd', 24 * 3600}, Unit{u'h', 3600}, Unit{u'm', 60}, Unit{u's', 1}};
constexpr qint64 maxSeconds = 366LL * 24 * 3600;

/// Takes the digits at the front; nothing if there are none or too many.
std::optional<qint64> takeNumber(QStringView &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9') {
        ++digits;
    }
    if (digits == 0 || digits > 9) {
        return std::nullopt;
    }
    const qint64 number = text.first(digits).toLongLong();
    text = text.sliced(digits);
    return number;
}

} // namespace

std::optional<std::chrono::seconds> durationFromText(QStringView text)
{
    qint64 total = 0;
    std::size_t unit = 0; // each may come once, the longest first
    bool any = false;
    while (!text.isEmpty()) {
        const std::optional<qint64> number = takeNumber(text);
        if (!number) {
            return std::nullopt;
        }
        if (text.isEmpty() && !any) {
            return *number <= maxSeconds ? std::optional(std::chrono::seconds(*number)) : std::nullopt;
        }
        while (unit < timeUnits.size() && (text.isEmpty() || timeUnits[unit].first != text.front())) {
            ++unit;
        }
        if (unit == timeUnits.size()) {
            return std::nullopt;
        }
        total += *number * timeUnits[unit].second;
        if (total > maxSeconds) {
            return std::nullopt;
        }
        ++unit;
        text = text.sliced(1);
        any = true;
    }
    return any ? std::optional(std::chrono::seconds(total)) : std::nullopt;
}

QString durationText(std::chrono::seconds duration)
{
    qint64 left = duration.count();
    QString text;
    for (const auto &[letter, seconds] : timeUnits) {
        if (left >= seconds) {
            text += QString::number(left / seconds) + letter;
            left %= seconds;
        }
    }
    return text.isEmpty() ? QStringLiteral("0s") : text;
}

std::optional<int> memoryFromText(QStringView text)
{
    constexpr qint64 most = 1024 * 1024;
    const std::optional<qint64> number = takeNumber(text);
    if (!number) {
        return std::nullopt;
    }
    qint64 factor = 1;
    if (text == u"G" || text == u"GB" || text == u"GiB") {
        factor = 1024;
    } else if (!text.isEmpty() && text != u"M" && text != u"MB" && text != u"MiB") {
        return std::nullopt;
    }
    return *number * factor <= most ? std::optional(static_cast<int>(*number * factor)) : std::nullopt;
}

QString memoryText(int megabytes)
{
    return megabytes > 0 && megabytes % 1024 == 0 ? QString::number(megabytes / 1024) + u'G'
                                                  : QString::number(megabytes) + u'M';
}

} // namespace culprit::session
