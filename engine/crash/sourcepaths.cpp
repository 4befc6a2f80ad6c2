// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/sourcepaths.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace culprit::crash
{

namespace
{

/// Sources that are part of every Linux: what stands before them is the tree.
constexpr auto anchors =
    std::to_array<std::string_view>({"init/main.c", "kernel/fork.c", "kernel/panic.c", "kernel/exit.c"});
/// A hostile file may name a folder of its own in every unit.
constexpr std::size_t mostFolders = 1000;

std::string normal(std::string_view path)
{
    std::string result = std::filesystem::path(path).lexically_normal().string();
    while (result.size() > 1 && result.ends_with('/')) {
        result.pop_back();
    }
    return result == "." ? std::string{} : result;
}

/// With the slash after it.
std::string asFolder(std::string path)
{
    return path.empty() || path.ends_with('/') ? path : path + '/';
}

std::string joined(std::string_view folder, std::string_view name)
{
    return normal(name.starts_with('/') || folder.empty() ? std::string(name)
                                                          : std::string(folder) + '/' + std::string(name));
}

void count(std::map<std::string, std::size_t> &counts, std::string key, std::size_t by)
{
    if (counts.size() < mostFolders || counts.contains(key)) {
        counts[std::move(key)] += by;
    }
}

std::string mostFrequent(const std::map<std::string, std::size_t> &counts)
{
    const auto most = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    return most == counts.end() || most->second == 0 ? std::string{} : most->first;
}

bool strip(std::string &path, std::string_view folder)
{
    if (folder.empty() || !path.starts_with(folder)) {
        return false;
    }
    path.erase(0, folder.size());
    return true;
}

} // namespace

SourcePaths::SourcePaths(std::string_view sourceFolder) : m_given(asFolder(normal(sourceFolder))) {}

void SourcePaths::addUnit(std::string_view compilerFolder, std::string_view name)
{
    const std::string path = joined(compilerFolder, name);
    const std::string folder = asFolder(normal(compilerFolder));
    count(m_compilerFolders, folder, path.starts_with(folder) ? 1 : 0);
    for (const std::string_view anchor : anchors) {
        if (path.ends_with(anchor) && (path.size() == anchor.size() || path[path.size() - anchor.size() - 1] == '/')) {
            count(m_anchored, path.substr(0, path.size() - anchor.size()), 1);
        }
    }
    const std::string own = path.substr(0, path.rfind('/') + 1);
    if (!m_any) {
        m_common = own;
        m_any = true;
        return;
    }
    const auto differs = std::ranges::mismatch(m_common, own).in1;
    m_common.erase(differs, m_common.end());
    m_common.erase(m_common.rfind('/') + 1);
}

void SourcePaths::settle()
{
    m_buildFolder = mostFrequent(m_compilerFolders);
    m_tree = mostFrequent(m_anchored);
    if (m_tree.empty() && m_anchored.empty() && m_buildFolder.empty()) {
        m_tree = m_common;
    }
    if (m_buildFolder.empty() && m_compilerFolders.size() == 1) {
        m_buildFolder = m_compilerFolders.begin()->first;
    }
    m_compilerFolders.clear();
    m_anchored.clear();
}

std::string SourcePaths::relative(std::string_view path) const
{
    std::string result = normal(path);
    // The longer first: one may lie in the other.
    const bool treeFirst = m_tree.size() >= m_buildFolder.size();
    if (!strip(result, m_given) && !strip(result, treeFirst ? m_tree : m_buildFolder)) {
        (void)strip(result, treeFirst ? m_buildFolder : m_tree);
    }
    return result;
}

} // namespace culprit::crash
