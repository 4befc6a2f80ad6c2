// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/rangesettings.h"

#include "engine/session/rangecodec.h"
#include "engine/session/sessiontables.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace culprit::session
{

namespace
{

const QString foundPrefix = rangeKey + u'/';

std::optional<history::ObjectId> releaseIn(const QString &key)
{
    return key.startsWith(foundPrefix) ? history::ObjectId::fromHex(key.sliced(foundPrefix.size()).toStdString())
                                       : std::nullopt;
}

Result<SharedRange> sharedRange(const QByteArray &value)
{
    return unpackedRange(value).transform([](history::CommitRange range) -> SharedRange {
        return std::make_shared<const history::CommitRange>(std::move(range));
    });
}

} // namespace

Settings rangeSettings(const Ranges &ranges)
{
    Settings settings{{rangeKey, packedRange(*ranges.first)}};
    if (!ranges.first->forks.empty()) {
        settings.emplaceBack(forksKey, packedForks(ranges.first->forks));
    }
    for (const auto &[release, range] : ranges.found) {
        settings.emplaceBack(foundRangeKey(release), packedRange(*range));
    }
    return settings;
}

QString foundRangeKey(const history::ObjectId &release)
{
    return foundPrefix + QString::fromStdString(release.hex());
}

bool isRangeKey(const QString &key)
{
    return key == rangeKey || key == forksKey || releaseIn(key);
}

bool isRangeValue(const QString &key, const QByteArray &value)
{
    return key == forksKey ? unpackedForks(value, std::numeric_limits<quint32>::max()).has_value()
                           : unpackedRange(value).has_value();
}

Result<Ranges> rangesFrom(const Settings &settings)
{
    Ranges ranges;
    std::optional<QByteArray> forks;
    for (const auto &[key, value] : settings) {
        const auto release = releaseIn(key);
        if (key == forksKey) {
            forks = value;
        } else if (key == rangeKey || release) {
            auto range = sharedRange(value);
            if (!range) {
                return std::unexpected(range.error());
            }
            (release ? ranges.found[*release] : ranges.first) = std::move(*range);
        }
    }
    if (!ranges.first) {
        return failedOutside("The range of commits is missing.");
    }
    if (forks) {
        auto read = unpackedForks(*forks, ranges.first->commits.size());
        if (!read) {
            return std::unexpected(read.error());
        }
        history::CommitRange range = *ranges.first;
        range.forks = std::move(*read);
        ranges.first = std::make_shared<const history::CommitRange>(std::move(range));
    }
    return ranges;
}

} // namespace culprit::session
