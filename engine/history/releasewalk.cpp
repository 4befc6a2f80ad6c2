// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/releasewalk.h"

#include "engine/history/version.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>

namespace culprit::history
{

namespace
{

using Release = std::pair<Version, Tag>;

std::vector<Release> newestFirst(const std::vector<Tag> &tags)
{
    std::vector<Release> releases;
    for (const Tag &tag : tags) {
        if (const auto version = versionOf(tag.name)) {
            releases.emplace_back(*version, tag);
        }
    }
    std::ranges::sort(releases, std::greater(), &Release::first);
    return releases;
}

bool isSubRelease(const Release &release)
{
    return release.first.back() != 0;
}

/// How the place of a full release decides, counted from the newest.
bool isTried(std::size_t place, std::size_t count)
{
    return place <= 2 || (place <= 10 && place % 2 == 0) || (place >= 12 && place % 3 == 0) || place + 1 == count;
}

} // namespace

std::vector<Tag> releasesToTry(const std::vector<Tag> &tags)
{
    constexpr std::size_t newest = 2;
    constexpr std::size_t few = 5;
    const std::vector<Release> releases = newestFirst(tags);
    const auto firstFull = std::ranges::find_if_not(releases, isSubRelease);
    const std::ranges::subrange newerSubReleases(releases.begin(), firstFull);
    std::vector<Tag> tried;
    const auto add = [&tried](const Tag &tag) {
        if (!std::ranges::contains(tried, tag.commit, &Tag::commit)) {
            tried.push_back(tag);
        }
    };
    const std::size_t middle = newerSubReleases.size() / 2;
    for (std::size_t place = 0; place < newerSubReleases.size(); ++place) {
        if (place < newest || (newerSubReleases.size() > few && place == middle)) {
            add(newerSubReleases[std::ptrdiff_t(place)].second);
        }
    }
    std::vector<Tag> full;
    for (const Release &release : std::ranges::subrange(firstFull, releases.end())) {
        if (!isSubRelease(release)) {
            full.push_back(release.second);
        }
    }
    for (std::size_t place = 0; place < full.size(); ++place) {
        if (isTried(place, full.size())) {
            add(full[place]);
        }
    }
    return tried;
}

} // namespace culprit::history
