// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/framefinder.h"

#include <QObject>

#include <functional>

class QMenu;

namespace culprit::widgets
{
class CodeEdit;
}

namespace culprit::app
{

class CommitChoice;
struct Panes;

/// In the menu of a console, build log or crash report, at a line that names a place in the sources: to that place in
/// the diff of the commit that the window is about.
class FrameMenu final : public QObject
{
    Q_OBJECT

public:
    FrameMenu(const Panes &panes, const CommitChoice &choice, QObject *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot) { m_snapshot = snapshot; }

Q_SIGNALS:
    void wanted(const culprit::history::ObjectId &commit, const culprit::widgets::Frame &frame);

private:
    using Revision = std::function<history::ObjectId()>;

    void watch(widgets::CodeEdit *text, const Revision &revision);
    void offer(QMenu *menu, const crash::FrameSource &source, const history::ObjectId &of);
    [[nodiscard]] history::ObjectId reportedRevision() const;
    [[nodiscard]] history::ObjectId revisionOf(LogId log) const;

    const CommitChoice &m_choice;
    conductor::SnapshotPtr m_snapshot;
};

} // namespace culprit::app
