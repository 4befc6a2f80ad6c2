// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitdetails.h"
#include "engine/history/commitrange.h"
#include "engine/history/filechange.h"
#include "widgets/framefinder.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QLabel;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

class CodeEdit;
class DiffView;

/// What is read of a commit when somebody looks at it.
struct CommitText {
    history::CommitDetails details;
    std::vector<history::FileChange> changes; ///< against the first parent, in the patch's order
    std::string patch;                        ///< UTF-8
};

/// One commit: who, when, message, patch. Everything in it is foreign and shown as plain text.
class CommitView final : public QWidget
{
    Q_OBJECT

public:
    /// `repository` must outlive the view.
    explicit CommitView(const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);

    void showCommit(const history::CommitInfo &info, const CommitText &text);
    /// While the text is read.
    void showPending(const history::CommitInfo &info);
    /// When it cannot be read; `sentence` says why.
    void showError(const history::CommitInfo &info, const QString &sentence);
    void clear();
    /// Goes to the frame's place in the patch, now or as soon as the patch of the commit is shown. See DiffView.
    void showFrame(const Frame &frame);

    [[nodiscard]] history::ObjectId commit() const { return m_commit; } ///< null: none
    [[nodiscard]] const CodeEdit *message() const { return m_message; }
    [[nodiscard]] DiffView *diff() const { return m_diff; }

Q_SIGNALS:
    /// The hash of a parent, or of who changed a line, was chosen.
    void commitWanted(const culprit::history::ObjectId &id);
    /// See DiffView; of the first parent of the commit.
    void blameWanted(const culprit::history::ObjectId &commit, const std::string &path,
                     const culprit::history::LineSpan &lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showHead(const history::CommitInfo &info);
    void showPeople(const history::CommitDetails &details);

    history::ObjectId m_commit;
    bool m_isPending = false;     ///< the patch is on its way
    std::optional<Frame> m_frame; ///< to go to once it is there
    QLabel *m_subject;
    QLabel *m_people;
    QLabel *m_parents;
    CodeEdit *m_message;
    DiffView *m_diff;
};

} // namespace culprit::widgets
