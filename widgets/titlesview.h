// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/titlesmodel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeView;

namespace KSyntaxHighlighting
{
class Repository;
}

namespace culprit::widgets
{

class CodeEdit;
class ElidedLabel;
class EmptyNote;

/// The crash titles below headings of what they are to this session, buttons that say otherwise of those selected, as
/// dragging them to another heading does, and a crash of the chosen title.
class TitlesView final : public QWidget
{
    Q_OBJECT

public:
    explicit TitlesView(QWidget *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    /// Colours reports; `repository` must outlive this view.
    void setSyntax(const KSyntaxHighlighting::Repository &repository);
    void selectTitle(const QString &title);
    /// Single letters as keys of the tree (WCAG 2.1.4): T target, U unrelated, A automatic.
    void setLetters(bool on) { m_letters = on; }
    /// The effect of the judgement that previewWanted last named, a line of plain text.
    void setPreview(const QString &text);
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] CodeEdit *crash() const { return m_crash; }
    /// Whose run the shown crash() is of; null: none is shown.
    [[nodiscard]] const history::ObjectId &shownRevision() const { return m_shownRevision; }
    [[nodiscard]] ElidedLabel *preview() const { return m_preview; }
    [[nodiscard]] QPushButton *target() const { return m_target; }
    [[nodiscard]] QPushButton *unrelated() const { return m_unrelated; }
    [[nodiscard]] QPushButton *automatic() const { return m_automatic; }

Q_SIGNALS:
    void previewWanted(const culprit::session::Payload &judgement);
    /// No relevance: back to the automatic one.
    void relevanceChosen(const QString &title, std::optional<culprit::session::Relevance> relevance);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void refresh();
    void showCrash(const session::TitleState *title);
    [[nodiscard]] bool obey(const QKeyEvent &key);
    [[nodiscard]] QStringList selectedTitles() const;
    void choose(const QStringList &titles, std::optional<session::Relevance> relevance);
    void followDrag(const QEvent &event);
    void prepareHeadings();

    bool m_letters = true;
    QString m_blocked; ///< why nothing can be said, a sentence
    conductor::SnapshotPtr m_snapshot;
    bool m_refusing = false;                         ///< the preview says why the latest drop would say nothing
    std::optional<session::Relevance> m_dragHeading; ///< that the drag is over
    QString m_shown;                                 ///< of m_crash
    history::ObjectId m_shownRevision;
    TitlesModel *m_model;
    QTreeView *m_tree;
    EmptyNote *m_empty;
    QLabel *m_reason;
    CodeEdit *m_crash;
    ElidedLabel *m_chosen;
    ElidedLabel *m_preview;
    QPushButton *m_target;
    QPushButton *m_unrelated;
    QPushButton *m_automatic;
};

} // namespace culprit::widgets
