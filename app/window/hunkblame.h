// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/blamequery.h"
#include "engine/conductor/snapshot.h"

#include <QObject>

#include <memory>

namespace culprit::widgets
{
class CommitView;
}

namespace culprit::app
{

/// Answers who last changed the lines of a hunk, from the session's kernel tree; one question at a time.
class HunkBlame final : public QObject
{
    Q_OBJECT

public:
    explicit HunkBlame(widgets::CommitView &view, QObject *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);

private:
    void ask(const history::ObjectId &commit, const std::string &path, const history::LineSpan &lines);

    widgets::CommitView &m_view;
    QString m_repository;
    std::unique_ptr<conductor::BlameQuery> m_query;
};

} // namespace culprit::app
