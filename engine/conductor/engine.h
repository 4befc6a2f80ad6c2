// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/conductor/audit.h"
#include "engine/conductor/places.h"
#include "engine/conductor/snapshot.h"
#include "engine/kernel/kconfig.h"
#include "engine/session/journal.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace culprit::conductor
{

/// One session and the thread that works on it, as seen from the thread that made this object. Every function returns
/// at once; answers come by signal or callback on this object's thread.
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(const Places &places, QObject *parent = nullptr);
    ~Engine() override; ///< stops what runs and closes the session; waits for that, some seconds at most
    /// The same without waiting: the engine deletes itself when it is done. It says nothing any more.
    static void closeLater(std::unique_ptr<Engine> engine);

    /// Makes a session file from a setup: resolves the revisions, reads the range. opened() or failed() follows.
    void create(const session::Setup &setup, const QString &path);
    /// Opens a session file; read-only if another program has it open, or if asked. opened() or failed() follows.
    void open(const QString &path, session::Journal::Access access);

    void start();
    void pauseAfterStep();
    void stopNow();

    /// Appends a judgement (VerdictJudged, OutcomeJudged, TitleJudged, RetestAsked). The engine acts on it at once.
    void judge(const session::Payload &judgement);
    void undo();
    void redo();

    /// What the judgement would change, computed off this thread.
    void preview(const session::Payload &judgement, QObject *context, std::function<void(const Preview &)> callback);

    /// Up to `size` bytes of a console or build log from `offset`, and how many there are by now.
    void readLog(LogId log, qint64 offset, qint64 size, QObject *context,
                 std::function<void(const QByteArray &bytes, qint64 total)> callback);
    /// What two configs that the session keeps do not set alike; an error if one of them is none.
    void compareConfigs(LogId before, LogId after, QObject *context,
                        std::function<void(const Result<QList<kernel::ConfigChange>> &)> callback);
    /// Message and patch of a commit: from the kernel tree, or from the session file if the commit was tested.
    void readCommit(const ObjectId &id, QObject *context, std::function<void(const session::CommitText &)> callback);
    /// The journal, for the activity log.
    void readEvents(QObject *context, std::function<void(const std::vector<session::Event> &)> callback);

    /// How sure each verdict of the snapshot() is, weighed off this thread: see auditOf().
    void audit(QObject *context,
               std::function<void(const SnapshotPtr &of, const std::optional<Audit> &audit)> callback);

    /// Shows the session as it stood after an event: snapshot() and changed() are of that moment, and what goes on
    /// meanwhile is not told, but for its mode. The latest wish counts.
    void lookAt(EventSeq event);
    void lookAtNow();

    [[nodiscard]] SnapshotPtr snapshot() const; ///< what is shown, the latest or a past one; null before opened()

Q_SIGNALS:
    void opened();
    void failed(const culprit::Error &error); ///< of create(), open(), start(), or a halt; the session stays as it is
    void changed(const culprit::conductor::SnapshotPtr &snapshot); ///< at most some 20 a second
    void eventAppended(const culprit::session::Event &event);
    void logGrew(culprit::LogId log, qint64 offset, const QByteArray &bytes);
    void stopped(const QString &reason); ///< nothing runs any more

private:
    void readPast();
    void makePast();
    void showPast(const Snapshot &past);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::conductor
