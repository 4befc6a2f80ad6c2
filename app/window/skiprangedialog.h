// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace culprit::app
{

/// Asks for a range of commits that are not to be tested, and why; says what that would change before it is done.
class SkipRangeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// newer: what is proposed as the last of them.
    SkipRangeDialog(const conductor::SnapshotPtr &snapshot, const std::optional<session::ObjectId> &newer,
                    const QString &author, QWidget *parent = nullptr);

    /// What is asked for as it stands; nothing while that is no range.
    [[nodiscard]] std::optional<session::RangeSkipped> judgement() const;
    void setPreview(const QString &text);

    [[nodiscard]] QLineEdit *older() const { return m_older; }
    [[nodiscard]] QLineEdit *newer() const { return m_newer; }
    [[nodiscard]] QLineEdit *note() const { return m_note; }
    [[nodiscard]] QPushButton *skip() const { return m_skip; }
    [[nodiscard]] QLabel *says() const { return m_says; }

Q_SIGNALS:
    void previewWanted(const culprit::session::Payload &judgement);

private:
    void check();
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QList<session::ObjectId> commits() const;

    conductor::SnapshotPtr m_snapshot;
    QString m_author;
    QLineEdit *m_older;
    QLineEdit *m_newer;
    QLineEdit *m_note;
    QLabel *m_says;
    QPushButton *m_skip = nullptr;
};

} // namespace culprit::app
