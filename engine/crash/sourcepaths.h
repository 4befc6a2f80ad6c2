// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace culprit::crash
{

/// Makes the paths of debug information relative to the kernel tree, wherever it was built. The tree is, the first
/// that is known: the folder given; where files lie that every kernel has; the folder the compiler was started in;
/// what all units have in common.
class SourcePaths final
{
public:
    explicit SourcePaths(std::string_view sourceFolder = {});

    /// A compilation unit: the folder the compiler was started in, and its source file as it was named to it.
    void addUnit(std::string_view compilerFolder, std::string_view name);
    /// After the last addUnit().
    void settle();
    /// A path below neither tree nor build folder stays as it is, without "." and "..".
    [[nodiscard]] std::string relative(std::string_view path) const;

private:
    std::string m_given;
    std::string m_tree;
    std::string m_buildFolder;
    std::map<std::string, std::size_t> m_compilerFolders; ///< with the number of units whose source lies below
    std::map<std::string, std::size_t> m_anchored;
    std::string m_common;
    bool m_any = false;
};

} // namespace culprit::crash
