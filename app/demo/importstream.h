// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/filetree.h"
#include "app/demo/historyscript.h"
#include "engine/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace culprit::demo
{

/// Turns the steps of a history script into the input of `git fast-import`: the same bytes for the same steps.
class ImportStream final
{
public:
    explicit ImportStream(FileTree base) : m_base(std::move(base)) {}

    [[nodiscard]] Result<void> add(const HistoryStep &step);

    [[nodiscard]] QByteArray text() const { return m_stream + "done\n"; }
    [[nodiscard]] int tip() const { return m_branches.value("main").mark; } ///< mark of main's last commit
    [[nodiscard]] int culprit() const { return m_culprit; }                 ///< its mark, 0 while there is none
    [[nodiscard]] int culpritParent() const { return m_culpritParent; }
    [[nodiscard]] QByteArray culpritSubject() const { return m_culpritSubject; }

private:
    struct Branch {
        FileTree tree;
        int mark = 0;
        QByteArray owner; ///< who commits there
        QList<int> steps; ///< indices in m_commits that the tree holds, ascending
    };

    Result<void> commit(const HistoryStep &step);
    Result<void> merge(const HistoryStep &step);
    Result<void> tag(const HistoryStep &step);
    Result<void> fork(const HistoryStep &step);
    void write(const HistoryStep &step, const QByteArray &committer, const QByteArray &message, const Branch &before,
               const FileTree &after, int otherMark);

    FileTree m_base;
    QByteArray m_stream;
    QHash<QByteArray, Branch> m_branches;
    QList<HistoryStep> m_commits;
    qint64 m_time = 1705309200; ///< 2024-01-15 09:00 UTC
    int m_lastMark = 0;
    int m_culprit = 0;
    int m_culpritParent = 0;
    QByteArray m_culpritSubject;
};

} // namespace culprit::demo
