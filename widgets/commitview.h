// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/commitdetails.h"
#include "engine/history/commitrange.h"
#include "engine/history/filechange.h"

#include <QWidget>

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

    [[nodiscard]] history::ObjectId commit() const { return m_commit; } ///< null: none
    [[nodiscard]] const CodeEdit *message() const { return m_message; }
    [[nodiscard]] DiffView *diff() const { return m_diff; }

Q_SIGNALS:
    /// The hash of a parent was chosen.
    void commitWanted(const culprit::history::ObjectId &id);

private:
    void showHead(const history::CommitInfo &info);
    void showPeople(const history::CommitDetails &details);

    history::ObjectId m_commit;
    QLabel *m_subject;
    QLabel *m_people;
    QLabel *m_parents;
    CodeEdit *m_message;
    DiffView *m_diff;
};

} // namespace culprit::widgets
