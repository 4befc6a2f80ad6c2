// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/framefinder.h"

#include "widgets/plaintext.h"
#include "widgets/rangemarks.h"

#include <QCoreApplication>

namespace culprit::widgets
{

namespace
{

class FrameFinder final
{
    Q_DECLARE_TR_FUNCTIONS(FrameFinder)

public:
    FrameFinder(const history::PatchHunks &patch, bool isPart, const crash::FrameSource &source)
        : m_patch(patch), m_isPart(isPart), m_source(source)
    {
    }

    [[nodiscard]] FrameFound find() const
    {
        if (m_patch.files.empty()) { // perhaps it could not be read
            return {-1, tr("No patch is shown here that the place could be looked for in.")};
        }
        return m_source.file.empty() ? byHeading() : byLine();
    }

    static QString whoseLines(const history::ObjectId &of)
    {
        return of.isNull() ? tr("Line numbers are those of the kernel that crashed.")
                           : tr("Line numbers are of %1.").arg(shortHash(of));
    }

private:
    [[nodiscard]] FrameFound byLine() const
    {
        const QString name = oneLine(QString::fromStdString(m_source.file).section(u'/', -1));
        const auto file = history::fileNamed(m_patch, m_source.file);
        if (!file) {
            return {-1, m_isPart ? tr("The part of the patch that is shown does not touch %1.").arg(name)
                                 : tr("This commit does not touch %1.").arg(name)};
        }
        const auto nearest = history::nearestHunk(m_patch, *file, m_source.line);
        if (!nearest) {
            return {static_cast<int>(m_patch.files[*file].line),
                    m_isPart ? tr("The part of the patch that is shown has no line of %1.").arg(name)
                             : tr("This commit changes %1, but no line of it.").arg(name)};
        }
        const history::Hunk &hunk = m_patch.hunks[*nearest];
        if (m_patch.files[*file].newPath.empty()) {
            return {static_cast<int>(hunk.line), tr("This commit deletes %1.").arg(name)};
        }
        const QString place = QStringLiteral("%1:%2").arg(name).arg(m_source.line);
        if (const auto line = history::lineInPatch(hunk, m_source.line)) {
            const bool isAdded = hunk.signs[*line - hunk.line - 1] == '+';
            return {static_cast<int>(*line), isAdded ? tr("%1 is among the changed lines here.").arg(place)
                                                     : tr("%1 is in this hunk, but not touched itself.").arg(place)};
        }
        const QString text = m_isPart ? tr("%1 is not in the part of the patch that is shown; the nearest hunk there "
                                           "is at line %2.")
                                      : tr("%1 is not touched; the nearest hunk is at line %2.");
        return {static_cast<int>(hunk.line), text.arg(place).arg(hunk.after.first)};
    }

    /// A heading names the function that begins above the hunk, which is a hint and no more.
    [[nodiscard]] FrameFound byHeading() const
    {
        const QString name = oneLine(QString::fromStdString(m_source.function), 100);
        const std::vector<std::size_t> hunks = history::hunksHeaded(m_patch, m_source.function);
        if (hunks.empty()) {
            return {-1, m_isPart
                            ? tr("The frame names no line, and in the part of the patch that is shown no hunk is "
                                 "headed by %1.")
                                  .arg(name)
                            : tr("The frame names no line, and no hunk of this commit is headed by %1.").arg(name)};
        }
        const int count = static_cast<int>(hunks.size());
        return {static_cast<int>(m_patch.hunks[hunks.front()].line),
                count == 1 ? tr("By the function's name: this hunk is headed by %1.").arg(name)
                           : tr("By the function's name: %n hunks are headed by %1, this is the first.", nullptr, count)
                                 .arg(name)};
    }

    const history::PatchHunks &m_patch;
    bool m_isPart;
    const crash::FrameSource &m_source;
};

} // namespace

FrameFound findFrame(const history::PatchHunks &patch, bool isPart, const history::ObjectId &commit, const Frame &frame)
{
    FrameFound found = FrameFinder(patch, isPart, frame.source).find();
    if (found.line >= 0 && frame.source.line > 0 && frame.of != commit) {
        found.text += QLatin1Char(' ') + FrameFinder::whoseLines(frame.of);
    }
    return found;
}

} // namespace culprit::widgets
