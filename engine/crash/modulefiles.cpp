// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/modulefiles.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace culprit::crash
{

namespace
{

/// A kernel tree that is built has some 200,000 entries.
constexpr std::size_t mostEntries = 1'000'000;

/// The kernel calls net-foo.ko net_foo.
std::string moduleName(std::string name)
{
    std::ranges::replace(name, '-', '_');
    return name;
}

} // namespace

ModuleFiles::ModuleFiles(std::map<std::string, std::filesystem::path> files, std::vector<std::filesystem::path> folders)
    : m_folders(std::move(folders))
{
    for (auto &[name, path] : files) {
        m_files.emplace(moduleName(name), std::move(path));
    }
}

std::optional<std::filesystem::path> ModuleFiles::find(std::string_view module)
{
    const std::string name = moduleName(std::string(module));
    if (!m_files.contains(name)) {
        for (const std::filesystem::path &folder : std::exchange(m_folders, {})) {
            search(folder);
        }
    }
    const auto found = m_files.find(name);
    return found != m_files.end() ? std::optional(found->second) : std::nullopt;
}

void ModuleFiles::search(const std::filesystem::path &folder)
{
    std::error_code error;
    std::filesystem::recursive_directory_iterator at(folder, std::filesystem::directory_options::skip_permission_denied,
                                                     error);
    const std::filesystem::recursive_directory_iterator end;
    for (std::size_t seen = 0; !error && at != end && seen < mostEntries; ++seen, at.increment(error)) {
        std::filesystem::path file = at->path().filename();
        if (file.extension() == ".debug") {
            file = file.stem();
        }
        std::error_code unknown;
        if (file.extension() == ".ko" && at->is_regular_file(unknown)) {
            m_files.emplace(moduleName(file.stem().string()), at->path());
        }
    }
}

} // namespace culprit::crash
