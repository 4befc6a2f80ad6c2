// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/boundedlog.h"
#include "engine/kernel/build.h"
#include "engine/kernel/buildcause.h"
#include "engine/kernel/progressmeter.h"
#include "engine/kernel/way.h"
#include "engine/process/childprocess.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QTimer>
#include <QtConcurrentRun>

#include <functional>
#include <stop_token>
#include <type_traits>

namespace culprit::kernel
{

/// The chain of steps. Each step starts one process or one worker and names what comes after it; whatever goes wrong
/// ends the chain by finish().
class Build::Private final : public QObject
{
public:
    Private(Build *build, std::shared_ptr<BuildSlot> slot, BuildRequest request, std::optional<ArtifactCache> cache);
    ~Private() override { m_cancel.request_stop(); }

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    using Next = void (Private::*)();

    void findWay();
    void findCompiler();
    void lookInCache();
    void recoverSlot();
    void checkOut();
    void cleanUp();
    void applyChanges(qsizetype next);
    void configure();
    void runConfigure();
    void checkOptions();
    void runBuild();
    void collect();
    void sign();
    void keep();

    void enter(BuildProgress::Phase phase);
    void report(std::optional<int> percent, const QString &current);
    void readOutput(const QByteArray &bytes);
    void say(const QByteArray &bytes); ///< in the log
    void run(const process::Command &command, std::function<void(const process::Ended &)> then);
    void runRecipe(const QString &text, Next next);
    /// Runs `work` on a worker thread and `then` with its value here, unless we were stopped meanwhile.
    template <class Work, class Then>
    void work(Work work, Then then);
    /// Whether stop() or the time limit came between two steps; the chain has then ended.
    bool interrupted();

    void finish(BuildResult result);
    void fail(BuildResult::Outcome outcome, const QString &cause, const QString &file = {});
    void failOutside(const Error &error);
    void failCommand(const process::Ended &ended, const QString &what);
    void failChange(const process::Ended &ended, qsizetype failed); ///< of the way's changes
    void failLost(const QStringList &lost);
    void finishWith(const Artifacts &artifacts, bool cached);

    [[nodiscard]] Placeholders placeholders() const;
    [[nodiscard]] QStringList variables() const;
    [[nodiscard]] QString
    given(QLatin1StringView name) const; ///< value of a variable of the request's, the last counts
    [[nodiscard]] QString compilerCommand() const;
    [[nodiscard]] BuildCause causeInOutput() const; ///< of what the last command said
    [[nodiscard]] QByteArray cacheKey() const;
    [[nodiscard]] QString revisionName() const;

    Build *m_build;
    std::shared_ptr<BuildSlot> m_slot;
    BuildRequest m_request;
    std::optional<ArtifactCache> m_cache;
    BuildProgress m_progress;
    ProgressMeter m_meter;
    process::ChildProcess *m_process = nullptr;
    QTimer m_limit;
    QElapsedTimer m_clock;
    BoundedLog m_log;
    QByteArray m_output; ///< the end of what the command said, for the cause
    Way m_way;
    QByteArray m_config; ///< what the tree made of the way's
    QByteArray m_key;
    QString m_compiler;
    QStringList m_commands;
    Artifacts m_artifacts;
    std::stop_source m_cancel; ///< of workers
    bool m_forgotIndex = false;
    bool m_running = false;
    bool m_stopping = false;
    bool m_timedOut = false;
};

template <class Work, class Then>
void Build::Private::work(Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;
    QtConcurrent::run(std::move(work)).then(this, [this, then = std::move(then)](const Value &value) {
        if (!interrupted()) {
            then(value);
        }
    });
}

} // namespace culprit::kernel
