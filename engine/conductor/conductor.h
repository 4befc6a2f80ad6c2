// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/idleness.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/preparation.h"
#include "engine/conductor/snapshot.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace culprit::conductor
{

class Allowance;
class Inquiry;
class LogKeeper;
class Testbed;
class Workshop;

/// The only part that acts: starts builds and runs as the plan says, and appends what came of them. Lives on the engine
/// thread; every call returns at once.
class Conductor final : public QObject
{
    Q_OBJECT

public:
    explicit Conductor(const Places &places, QObject *parent = nullptr);
    ~Conductor() override;

    void create(const session::Setup &setup, const QString &path);
    void open(const QString &path, session::Journal::Access access);
    void start();
    void pauseAfterStep();
    void stopNow();
    void judge(const session::Payload &judgement);
    void undo();
    void redo();
    void close(); ///< ends what runs and the session file; closed() follows

    [[nodiscard]] std::pair<QByteArray, qint64> readLog(LogId log, qint64 offset, qint64 size) const;
    [[nodiscard]] std::optional<session::CommitText> keptCommitText(const ObjectId &id) const;
    [[nodiscard]] QString repository() const;
    [[nodiscard]] QString moreObjects() const; ///< folder of git objects that are not in the repository: reverts
    [[nodiscard]] std::vector<session::Event> events() const;

Q_SIGNALS:
    void opened(const culprit::conductor::SnapshotPtr &snapshot);
    void changed(const culprit::conductor::SnapshotPtr &snapshot);
    void failed(const culprit::Error &error);
    void eventAppended(const culprit::session::Event &event);
    void logGrew(culprit::LogId log, qint64 offset, const QByteArray &bytes);
    void stopped(const QString &reason);
    void closed();

private:
    void adopt(Result<Ledger> ledger, const QString &readOnlyReason);
    void prepared(Result<Prepared> prepared);
    void refuse(const Error &error);
    [[nodiscard]] Result<QByteArray> ownConfig(const std::optional<kernel::MadeConfig> &made);
    [[nodiscard]] bool acts() const { return m_mode == Activity::Mode::Running || m_mode == Activity::Mode::Pausing; }
    void act();
    void actOnTest();
    void haltIfRefused();
    void readRange();
    void makeRevert(const ObjectId &culprit, const ObjectId &tip);
    void finish();
    void startBuild(const ObjectId &revision, bool ahead);
    void startRuns(const ObjectId &revision, const QString &image, int count);
    void actMeanwhile();
    void buildAhead();
    void dropMoot();
    void buildEnded(BuildId build, session::BuildEnded ended, const QByteArray &config);
    void runEnded(RunId run, const session::RunEnded &ended);
    void halt(const QString &reason, bool failed);
    void settleHalt();
    void cancelAll();
    bool append(const session::Payload &payload);
    bool report(const Result<session::Event> &appended);
    void replan();
    void publishSoon();
    void publish();
    [[nodiscard]] SnapshotPtr makeSnapshot() const;

    Places m_places;
    std::optional<Ledger> m_ledger;
    std::unique_ptr<LogKeeper> m_logs; ///< of the ledger's journal
    std::shared_ptr<const Plan> m_plan;
    QString m_readOnlyReason;
    Activity::Mode m_mode = Activity::Mode::Review;
    std::unique_ptr<Preparation> m_preparation;
    std::unique_ptr<Workshop> m_workshop;
    std::unique_ptr<Testbed> m_testbed;
    std::unique_ptr<Inquiry> m_inquiry;
    std::unique_ptr<Allowance> m_allowance;
    Idleness m_idleness;                          ///< watched while something may be built ahead of need
    std::optional<ObjectId> m_pauseAfter;         ///< the step after which a pause was asked for
    std::optional<session::EngineStopped> m_halt; ///< appended once nothing runs any more
    bool m_readsRange = false;
    bool m_makesRevert = false;
    std::set<ObjectId> m_revertsAtHand; ///< made by this engine
    QTimer m_publishTimer;
    bool m_closing = false;
};

} // namespace culprit::conductor
