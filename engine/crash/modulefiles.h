// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace culprit::crash
{

/// Finds the files of kernel modules by the names that reports use. Folders are searched when a name is first asked
/// for, with their subfolders, and once.
class ModuleFiles final
{
public:
    /// files go before folders, earlier folders before later ones.
    ModuleFiles(std::map<std::string, std::filesystem::path> files, std::vector<std::filesystem::path> folders);

    [[nodiscard]] std::optional<std::filesystem::path> find(std::string_view module);

private:
    void search(const std::filesystem::path &folder);

    std::map<std::string, std::filesystem::path, std::less<>> m_files;
    std::vector<std::filesystem::path> m_folders;
};

} // namespace culprit::crash
