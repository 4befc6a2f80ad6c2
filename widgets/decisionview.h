// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/decisiontext.h"

#include <QTextBrowser>

#include <optional>

namespace culprit::widgets
{

/// Why a revision is held for what it is and what comes next, in words. Foreign text never becomes markup.
class DecisionView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit DecisionView(QWidget *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);
    void setRevision(const std::optional<history::ObjectId> &revision);

private:
    void refresh();
    void fill();
    void rewrite();

    conductor::SnapshotPtr m_snapshot;
    std::optional<history::ObjectId> m_revision;
    std::vector<DecisionPart> m_shown;
};

} // namespace culprit::widgets
