// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/repository.h"

#include "engine/history/git.h"
#include "engine/history/text.h"

#include <format>

namespace culprit::history
{

namespace
{

/// libgit2's state for the whole process, set up before the first repository is opened.
void prepareLibrary()
{
    static const int references = [] {
        const int count = git_libgit2_init();
        for (const git_config_level_t level :
             {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL}) {
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
        }
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        // Whole histories are read, each commit once: keeping them would take longer than reading does.
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_COMMIT, std::size_t{0});
        constexpr std::size_t megabyte = std::size_t{1} << 20U;
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, 16 * megabyte);
        git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, 64 * megabyte);
        return count;
    }();
    static_cast<void>(references);
}

} // namespace

void Repository::Close::operator()(git_repository *repository) const
{
    git_repository_free(repository);
}

Result<Repository> Repository::open(const std::filesystem::path &path, const std::filesystem::path &moreObjects)
{
    prepareLibrary();
    const std::string shown = toLine(path.string());
    std::error_code code;
    if (path.empty() || !std::filesystem::exists(path, code)) {
        return wrongUse(std::format("There is no folder \"{}\": name the folder of a kernel's git repository.", shown));
    }
    git_repository *repository = nullptr;
    const int status = git_repository_open_ext(&repository, path.c_str(), GIT_REPOSITORY_OPEN_CROSS_FS, nullptr);
    if (status == GIT_ENOTFOUND) {
        return wrongUse(std::format("\"{}\" is not a git repository: name the folder of a clone, or make one with "
                                    "git clone.",
                                    shown));
    }
    if (status < 0) {
        return git::failure(std::format("The git repository \"{}\" cannot be opened", shown));
    }
    Repository opened(repository);
    git::Odb odb;
    if (!moreObjects.empty() && (git::make(odb, git_repository_odb, repository) < 0 ||
                                 git_odb_add_disk_alternate(odb.get(), moreObjects.c_str()) < 0)) {
        return git::failure(std::format("The objects in \"{}\" cannot be read", toLine(moreObjects.string())));
    }
    return opened;
}

HistoryWalk Repository::walk(std::span<const ObjectId> tips) const
{
    return HistoryWalk(m_repository.get(), tips);
}

std::filesystem::path Repository::gitFolder() const
{
    return git_repository_commondir(m_repository.get());
}

std::optional<std::filesystem::path> Repository::workTree() const
{
    const char *folder = git_repository_workdir(m_repository.get());
    return folder != nullptr ? std::optional<std::filesystem::path>(folder) : std::nullopt;
}

} // namespace culprit::history
