// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"

#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace culprit::widgets
{

class ElidedLabel;

/// Marks one named revision. Whoever is about to press a button, or has begun a note, keeps the revision that the
/// buttons name: another one is offered beside it until it is taken or the bar is left alone.
class VerdictBar final : public QWidget
{
    Q_OBJECT

public:
    struct Target {
        session::ObjectId id;
        QString subject;
        session::Verdict verdict = session::Verdict::Undecided;
        bool judged = false; ///< a person said something of the verdict
        bool isRun = true;   ///< it was run, or is: else Retest tests it next
        bool operator==(const Target &) const = default;
    };

    explicit VerdictBar(QWidget *parent = nullptr);

    void offer(const std::optional<Target> &target);
    /// Why nothing can be marked ("the session is read-only"); empty: it can.
    void setBlocked(const QString &reason);
    void setRuns(int runs); ///< what Retest proposes
    void setAuthor(const QString &author);
    /// Whether Good and Bad can be said without being sure: where the session searches by probability.
    void setDoubtful(bool doubtful);
    /// The session's words for a revision without the bug, and for one with it; empty: good and bad.
    void setWords(const QString &good, const QString &bad);
    [[nodiscard]] const std::optional<Target> &target() const { return m_target; }
    [[nodiscard]] const std::optional<Target> &offered() const { return m_offered; }

    /// The effect of the judgement that previewWanted last named, a line of plain text.
    void setPreview(const QString &text);

    enum Button { Good, Bad, Skip, Retest, Undo };
    [[nodiscard]] QPushButton *button(Button button) const { return m_buttons[static_cast<std::size_t>(button)]; }
    [[nodiscard]] QPushButton *take() const { return m_take; }
    [[nodiscard]] QLineEdit *note() const { return m_note; }
    [[nodiscard]] QCheckBox *unsure() const { return m_unsure; }
    [[nodiscard]] ElidedLabel *preview() const { return m_preview; }

    /// As a click on the button, for keys of the window: only if it names a revision and is enabled.
    void press(Button button);

Q_SIGNALS:
    void previewWanted(const culprit::session::Payload &judgement);
    void judged(const culprit::session::Payload &judgement);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] session::Payload payloadOf(Button button) const;
    [[nodiscard]] bool isInUse() const;
    void settle();
    void show(const std::optional<Target> &target);
    void refreshButtons();
    void refreshOffer();
    void wantPreview(QObject *button);
    void judge(Button button);

    std::optional<Target> m_target;
    std::optional<Target> m_offered;
    QString m_blocked;
    QString m_author;
    QString m_goodWord;
    QString m_badWord;
    int m_runs = 1;
    ElidedLabel *m_name;
    QPushButton *m_take;
    std::array<QPushButton *, 5> m_buttons{};
    QCheckBox *m_unsure;
    QLineEdit *m_note;
    ElidedLabel *m_preview;
};

} // namespace culprit::widgets
