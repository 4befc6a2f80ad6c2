// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/snapshot.h"

#include <QObject>

class QWidget;

namespace culprit::widgets
{
class ComparisonView;
}

namespace culprit::app
{

/// Puts another session, or the log of one, beside that which is shown, in a window of its own that stays as it is
/// while the session goes on.
class CompareWindow final : public QObject
{
    Q_OBJECT

public:
    explicit CompareWindow(QWidget *window);

    /// Asks for the other one.
    void ask(const conductor::SnapshotPtr &snapshot);
    /// opened() or failed() follows; the file is read on a worker.
    void open(const conductor::SnapshotPtr &snapshot, const QString &other);

Q_SIGNALS:
    void opened(culprit::widgets::ComparisonView *view);
    void failed(const culprit::Error &error);
    void revisionSelected(const culprit::history::ObjectId &revision);

private:
    QWidget *m_window;
};

} // namespace culprit::app
