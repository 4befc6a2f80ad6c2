// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/filechange.h"

#include <QWidget>

#include <span>
#include <string_view>
#include <vector>

class QLabel;
class QSplitter;
class QTreeWidget;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

class CodeEdit;
class FindBar;

/// A patch with the list of its files above; choosing a file goes to its part. Ctrl+F finds.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    /// `repository` must outlive the view.
    explicit DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);

    /// `files` in the order of the patch. Of either only the beginning is shown if it is very long, and a line says so.
    void showPatch(std::span<const history::FileChange> files, std::string_view patch);
    /// Instead of a patch: why there is none, or that it is on its way.
    void showNote(const QString &note);
    void goToFile(int file); ///< as counted in showPatch

    [[nodiscard]] const CodeEdit *text() const { return m_text; }
    [[nodiscard]] const QTreeWidget *files() const { return m_files; }

    static constexpr std::size_t mostBytes = 4U << 20U;
    static constexpr int mostFiles = 2000;
    static constexpr std::size_t longestLine = 4096; ///< bytes; the rest of a line is cut off

private:
    void addFiles(std::span<const history::FileChange> files);
    void findAgain(bool backward);
    void markMatches();

    QLabel *m_summary;
    QSplitter *m_splitter;
    bool m_sizedByHand = false; ///< the list is no longer fitted to the number of files
    QTreeWidget *m_files;
    CodeEdit *m_text;
    FindBar *m_findBar;
    std::vector<int> m_lineOfFile;
};

} // namespace culprit::widgets
