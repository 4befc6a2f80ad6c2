// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/filechange.h"
#include "widgets/framefinder.h"

#include <QWidget>

#include <span>
#include <string>
#include <string_view>

class QAction;
class QLabel;
class QMenu;
class QSplitter;
class QTreeWidget;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

class BlameView;
class CodeEdit;
class FindBar;

/// A patch with the list of its files above; choosing a file goes to its part. Ctrl+F finds, Ctrl+B asks who last
/// changed the lines of a hunk.
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
    /// Goes where the patch, of that commit, touches the place of the frame or comes nearest to it, and says which.
    void goToFrame(const history::ObjectId &commit, const Frame &frame);
    /// Why nobody can be asked who changed lines; empty: somebody can.
    void setBlameBlocked(const QString &why) { m_blameBlocked = why; }

    [[nodiscard]] CodeEdit *text() const { return m_text; }
    [[nodiscard]] BlameView *blame() const { return m_blame; }
    [[nodiscard]] const QLabel *finding() const { return m_finding; } ///< what goToFrame() said; hidden without
    [[nodiscard]] const QTreeWidget *files() const { return m_files; }

    static constexpr std::size_t mostBytes = 4U << 20U;
    static constexpr int mostFiles = 2000;
    static constexpr std::size_t longestLine = 4096; ///< bytes; the rest of a line is cut off

Q_SIGNALS:
    /// Who last changed these lines of the file, before the patch? blame() shows the answer.
    void blameWanted(const std::string &path, const history::LineSpan &lines);
    void blameUnwanted(); ///< blame() was closed

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectParts();
    void addFiles(std::span<const history::FileChange> files);
    void fitParts();
    void tintMarker();
    void forget();
    void offerBlame(QMenu *menu, int line);
    [[nodiscard]] QString whyNoBlame(int line) const;
    void askForBlame(int line);
    void say(const QString &text);
    void findAgain(bool backward);
    void markMatches();

    QLabel *m_summary;
    QSplitter *m_splitter;
    bool m_sizedByHand = false; ///< the parts are no longer fitted to what they show
    QTreeWidget *m_files;
    CodeEdit *m_text;
    FindBar *m_findBar;
    QLabel *m_finding;
    BlameView *m_blame;
    QAction *m_askForBlame;
    QString m_blameBlocked;
    history::PatchHunks m_patch;
    bool m_isPart = false; ///< of the patch
};

} // namespace culprit::widgets
