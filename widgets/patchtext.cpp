// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/patchtext.h"

#include "widgets/diffview.h"

#include <algorithm>

namespace culprit::widgets
{

QByteArray shownPatch(std::string_view patch)
{
    QByteArray result;
    const bool cut = patch.size() > DiffView::mostBytes;
    if (cut) {
        patch = patch.substr(0, patch.rfind('\n', DiffView::mostBytes) + 1);
    }
    result.reserve(static_cast<qsizetype>(patch.size()));
    for (std::size_t begin = 0; begin < patch.size();) {
        const std::size_t end = std::min(patch.find('\n', begin), patch.size());
        std::string_view line = patch.substr(begin, end - begin);
        begin = end + 1;
        const bool tooLong = line.size() > DiffView::longestLine;
        line = line.substr(0, DiffView::longestLine);
        result.append(line.data(), static_cast<qsizetype>(line.size()));
        if (tooLong) {
            result.append(" ...");
        }
        result.append('\n');
    }
    if (cut) {
        result.append(DiffView::tr("The rest of this patch is not shown.").toUtf8()).append('\n');
    }
    return result;
}

bool isPartOfPatch(std::string_view patch)
{
    const std::size_t end = patch.find_last_not_of('\n');
    const std::size_t begin = end == std::string_view::npos ? end : patch.rfind('\n', end);
    return patch.size() > DiffView::mostBytes ||
           (begin != std::string_view::npos && patch.substr(begin + 1).starts_with("[cut after "));
}

} // namespace culprit::widgets
