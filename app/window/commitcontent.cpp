// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/commitcontent.h"

namespace culprit::app
{

using history::FileChange;

namespace
{

/// "a/path" or "b/path" behind a marker; quoted names are shown as git quotes them.
std::string pathAfter(std::string_view line, std::string_view marker)
{
    std::string_view path = line.substr(marker.size());
    if (path.starts_with("a/") || path.starts_with("b/")) {
        path.remove_prefix(2);
    }
    return std::string(path);
}

/// A line of the header between "diff --git" and the first hunk.
void readHeader(std::string_view line, FileChange &change)
{
    using Status = FileChange::Status;
    if (line.starts_with("new file mode")) {
        change.status = Status::Added;
    } else if (line.starts_with("deleted file mode")) {
        change.status = Status::Deleted;
    } else if (line.starts_with("rename from ")) {
        change.status = Status::Renamed;
        change.oldPath = pathAfter(line, "rename from ");
    } else if (line.starts_with("rename to ")) {
        change.path = pathAfter(line, "rename to ");
    } else if (line.starts_with("Binary files ")) {
        change.binary = true;
    } else if (line.starts_with("--- a/") || (line.starts_with("+++ b/"))) {
        change.path = pathAfter(line, "--- ");
    }
}

} // namespace

std::vector<FileChange> changesOfPatch(std::string_view patch)
{
    std::vector<FileChange> changes;
    bool inHunk = false;
    while (!patch.empty()) {
        const std::size_t end = patch.find('\n');
        const std::string_view line = patch.substr(0, end);
        patch.remove_prefix(end == std::string_view::npos ? patch.size() : end + 1);
        if (line.starts_with("diff --git ")) {
            const std::size_t second = line.rfind(" b/");
            changes.push_back({});
            changes.back().path =
                second == std::string_view::npos ? std::string() : std::string(line.substr(second + 3));
            inHunk = false;
        } else if (changes.empty()) {
            continue;
        } else if (line.starts_with("@@ ")) {
            inHunk = true;
        } else if (!inHunk) {
            readHeader(line, changes.back());
        } else if (line.starts_with('+')) {
            ++changes.back().added;
        } else if (line.starts_with('-')) {
            ++changes.back().removed;
        }
    }
    return changes;
}

widgets::CommitText commitContent(const history::CommitInfo &info, const session::CommitText &text)
{
    widgets::CommitText content;
    content.details.id = info.id;
    content.details.author.name = info.author;
    content.details.author.time = info.author.empty() ? 0 : info.date;
    content.details.committer = content.details.author;
    content.details.subject = info.subject;
    content.details.message = text.message.toStdString();
    content.patch = text.patch.toStdString();
    content.changes = changesOfPatch(content.patch);
    return content;
}

} // namespace culprit::app
