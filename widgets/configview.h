// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "engine/kernel/kconfig.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace culprit::widgets
{

class CodeEdit;

/// Config drift: what the tree made of the session's config for one revision, against another one.
class ConfigView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfigView(QWidget *parent = nullptr);

    using QWidget::show;
    void show(const conductor::SnapshotPtr &snapshot, const std::optional<history::ObjectId> &revision);
    /// The answer to comparisonWanted(); passed over if something else is shown by now.
    void showChanges(LogId before, LogId after, const Result<QList<kernel::ConfigChange>> &changes);

    [[nodiscard]] const CodeEdit *text() const { return m_text; }
    [[nodiscard]] QComboBox *against() const { return m_against; }

Q_SIGNALS:
    void comparisonWanted(culprit::LogId before, culprit::LogId after);

private:
    struct Pair {
        LogId before;
        LogId after;
        bool operator==(const Pair &) const = default;
    };

    void refresh();
    void offer(const std::vector<history::ObjectId> &others);
    void compare();
    void say(const QString &sentence);
    [[nodiscard]] std::optional<history::ObjectId> chosen() const;

    conductor::SnapshotPtr m_snapshot;
    std::optional<history::ObjectId> m_revision;
    std::vector<history::ObjectId> m_others; ///< in the order of the box
    std::optional<history::ObjectId> m_offeredFor;
    std::optional<Pair> m_shown; ///< or asked for
    QLabel *m_subject;
    QComboBox *m_against;
    CodeEdit *m_text;
};

} // namespace culprit::widgets
