// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildprivate.h"

#include "engine/kernel/buildsteps.h"
#include "engine/kernel/environment.h"
#include "engine/kernel/maskedsignature.h"
#include "engine/kernel/signature.h"
#include "engine/kernel/toolcheck.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;
using Phase = BuildProgress::Phase;
using Outcome = BuildResult::Outcome;

namespace
{

constexpr qsizetype KeptOutput = 4 * 1024 * 1024;
constexpr qint64 LargestRecord = 32 * 1024 * 1024;

QByteArray readRecord(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(LargestRecord) : QByteArray();
}

std::optional<int> percentOf(const QByteArray &gitProgress)
{
    static const QRegularExpression number(u"(\\d{1,3})% \\("_s);
    const auto match = number.match(QString::fromLatin1(gitProgress));
    return match.hasMatch() ? std::optional(std::min(match.capturedView(1).toInt(), 100)) : std::nullopt;
}

} // namespace

Build::Private::Private(Build *build, std::shared_ptr<BuildSlot> slot, BuildRequest request,
                        std::optional<ArtifactCache> cache)
    : m_build(build), m_slot(std::move(slot)), m_request(std::move(request)), m_cache(std::move(cache))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        m_cancel.request_stop();
        if (m_process != nullptr) {
            m_process->stop();
        }
    });
}

void Build::Private::start()
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_clock.start();
    m_limit.start(m_request.timeout);
    QMetaObject::invokeMethod(this, &Private::findWay, Qt::QueuedConnection);
}

void Build::Private::stop()
{
    if (!m_running || m_stopping) {
        return;
    }
    m_stopping = true;
    m_cancel.request_stop();
    if (m_process != nullptr) {
        m_process->stop();
    }
}

void Build::Private::findWay()
{
    if (interrupted()) {
        return;
    }
    enter(Phase::Checkout);
    work([slot = m_slot, request = m_request,
          stop = m_cancel.get_token()] { return wayOf(slot->repository(), slot->moreObjects(), request, stop); },
         [this](const Result<Way> &way) {
             if (!way) {
                 failOutside(way.error());
                 return;
             }
             m_way = *way;
             for (const QString &applied : std::as_const(m_way.applied)) {
                 say(applied.toUtf8() + '\n');
             }
             findCompiler();
         });
}

void Build::Private::findCompiler()
{
    if (m_way.toolchain) {
        m_compiler = m_way.toolchain->name;
        lookInCache();
        return;
    }
    process::Command command;
    command.program = u"/bin/sh"_s;
    command.arguments = QStringList{u"-c"_s, compilerCommand() + " --version"_L1};
    command.environment = buildEnvironment();
    run(command, [this](const process::Ended &ended) {
        m_compiler = QString::fromUtf8(m_output.left(std::max(m_output.indexOf('\n'), qsizetype(0)))).left(300);
        if (!ended.succeeded()) {
            m_compiler.clear();
            if (ended.how == process::Ended::How::NotStarted || m_request.recipe.kconfig) {
                failCommand(ended, u"the compiler"_s);
                return;
            }
        }
        lookInCache();
    });
}

void Build::Private::lookInCache()
{
    m_key = cacheKey();
    if (!m_cache) {
        recoverSlot();
        return;
    }
    struct Found {
        std::optional<Artifacts> artifacts;
        QStringList lost;
        QByteArray config;
    };
    work(
        [cache = *m_cache, key = m_key, request = m_request] {
            Found found{.artifacts = cache.take(key, request.outputFolder), .lost = {}, .config = {}};
            if (found.artifacts) {
                found.config = configText(found.artifacts->config);
            }
            if (found.artifacts && request.recipe.kconfig) {
                found.lost = lostOptions(found.artifacts->config, request.requiredOptions).value_or(QStringList());
            }
            return found;
        },
        [this](const Found &found) {
            m_config = found.config;
            if (!found.artifacts) {
                recoverSlot();
            } else if (!found.lost.isEmpty()) {
                failLost(found.lost);
            } else {
                finishWith(*found.artifacts, true);
            }
        });
}

void Build::Private::recoverSlot()
{
    work([slot = m_slot] { return slot->recover().and_then([&slot] { return slot->beginBuild(); }); },
         [this](const Result<void> &done) {
             if (!done) {
                 failOutside(done.error());
                 return;
             }
             checkOut();
         });
}

void Build::Private::checkOut()
{
    run(m_slot->checkoutCommand(m_request.revision), [this](const process::Ended &ended) {
        if (!ended.succeeded() && !m_forgotIndex && m_output.contains("index file")) {
            m_forgotIndex = true; // damaged, as by a power cut: git makes it anew
            m_slot->forgetIndex();
            checkOut();
            return;
        }
        if (!ended.succeeded()) {
            failCommand(ended, u"git"_s);
            return;
        }
        cleanUp();
    });
}

void Build::Private::cleanUp()
{
    run(m_slot->cleanCommand(), [this](const process::Ended &ended) {
        if (!ended.succeeded()) {
            failCommand(ended, u"git"_s);
            return;
        }
        applyChanges(0);
    });
}

void Build::Private::applyChanges(qsizetype next)
{
    if (next == m_way.changes.size()) {
        configure();
        return;
    }
    const SourceChange &change = m_way.changes[next];
    say("fix-up " + change.name.toUtf8() + '\n');
    run(m_slot->changeCommand(change), [this, next](const process::Ended &ended) {
        if (!ended.succeeded()) {
            failChange(ended, next);
            return;
        }
        applyChanges(next + 1);
    });
}

void Build::Private::configure()
{
    enter(Phase::Configure);
    work([slot = m_slot, request = m_request, config = m_way.config] { return placeConfig(*slot, request, config); },
         [this](const Result<void> &placed) {
             if (!placed) {
                 failOutside(placed.error());
                 return;
             }
             runConfigure();
         });
}

void Build::Private::runConfigure()
{
    if (m_request.recipe.configure.isEmpty()) {
        checkOptions();
    } else {
        runRecipe(m_request.recipe.configure, &Private::checkOptions);
    }
}

void Build::Private::checkOptions()
{
    struct Ready {
        Result<QStringList> lost;
        QByteArray config;
        QByteArray record;
    };
    work(
        [path = m_slot->objects() + "/.config"_L1, record = m_slot->recordFile(), check = m_request.recipe.kconfig,
         required = m_request.requiredOptions] {
            return Ready{.lost = lostOptions(path, check ? required : QStringList()),
                         .config = check ? configText(path) : QByteArray(),
                         .record = readRecord(record)};
        },
        [this](const Ready &ready) {
            m_config = ready.config;
            if (!ready.lost) {
                fail(Outcome::Failed, QString::fromStdString(ready.lost.error().message));
            } else if (!ready.lost->isEmpty()) {
                failLost(*ready.lost);
            } else {
                m_meter = ProgressMeter(ready.record);
                runBuild();
            }
        });
}

void Build::Private::runBuild()
{
    enter(Phase::Build);
    runRecipe(m_request.recipe.build, &Private::collect);
}

void Build::Private::collect()
{
    m_slot->endBuild();
    enter(Phase::Collect);
    const auto find = [slot = m_slot, request = m_request, values = placeholders(), compiler = m_compiler] {
        return findArtifacts(*slot, request.recipe, values, compiler);
    };
    work(find, [this](const Result<Artifacts> &found) {
        if (!found) {
            fail(Outcome::Failed, QString::fromStdString(found.error().message));
            return;
        }
        m_artifacts = *found;
        m_artifacts.command = m_commands.join(" && "_L1);
        sign();
    });
}

void Build::Private::sign()
{
    enter(Phase::Signature);
    struct Read {
        Result<QByteArray> signature;
        QByteArray maskedSignature;
        QByteArray config;
    };
    work(
        [artifacts = m_artifacts] {
            const QString elf = artifacts.vmlinux.isEmpty() ? artifacts.image : artifacts.vmlinux;
            return Read{.signature = imageSignature(elf),
                        .maskedSignature = maskedSignature(elf).value_or(QByteArray()),
                        .config = configText(artifacts.config)};
        },
        [this](const Read &read) {
            if (!read.signature) {
                fail(Outcome::Failed, QString::fromStdString(read.signature.error().message));
                return;
            }
            m_config = read.config;
            m_artifacts.signature = *read.signature;
            m_artifacts.maskedSignature = read.maskedSignature;
            keep();
        });
}

void Build::Private::keep()
{
    enter(Phase::Collect);
    m_artifacts.milliseconds = m_clock.elapsed();
    const auto store = [slot = m_slot, artifacts = m_artifacts, folder = m_request.outputFolder, cache = m_cache,
                        key = m_key, record = m_meter.record()] {
        auto kept = collectArtifacts(artifacts, folder);
        // Progress and the cache are comforts: a build that stands does not fail for them.
        if (QSaveFile file(slot->recordFile()); kept && file.open(QIODevice::WriteOnly)) {
            file.write(record);
            file.commit();
        }
        Result<void> cached;
        if (kept && cache) {
            cached = cache->put(key, *kept);
        }
        return std::pair(kept, cached);
    };
    work(store, [this](const std::pair<Result<Artifacts>, Result<void>> &kept) {
        if (!kept.first) {
            failOutside(kept.first.error());
            return;
        }
        if (!kept.second) {
            say(QByteArray::fromStdString("The build is not kept for later: " + kept.second.error().message + '\n'));
        }
        finishWith(*kept.first, false);
    });
}

void Build::Private::enter(Phase phase)
{
    m_progress = {.phase = phase, .percent = {}, .current = {}};
    Q_EMIT m_build->progress(m_progress);
}

void Build::Private::report(std::optional<int> percent, const QString &current)
{
    const BuildProgress progress{.phase = m_progress.phase, .percent = percent, .current = current};
    if (progress != m_progress) {
        m_progress = progress;
        Q_EMIT m_build->progress(m_progress);
    }
}

void Build::Private::readOutput(const QByteArray &bytes)
{
    m_output += bytes;
    if (m_output.size() > 2 * KeptOutput) {
        m_output = m_output.last(KeptOutput);
    }
    if (m_progress.phase == Phase::Build) {
        m_meter.add(bytes);
        report(m_meter.percent(), m_meter.current());
    } else if (m_progress.phase == Phase::Checkout) {
        if (const auto percent = percentOf(bytes)) {
            report(percent, {});
        }
    }
    say(bytes);
}

void Build::Private::say(const QByteArray &bytes)
{
    if (const QByteArray kept = m_log.add(bytes); !kept.isEmpty()) {
        Q_EMIT m_build->log(kept);
    }
}

void Build::Private::run(const process::Command &command, std::function<void(const process::Ended &)> then)
{
    m_output.clear();
    m_process = new process::ChildProcess(this);
    connect(m_process, &process::ChildProcess::output, this, &Private::readOutput);
    connect(m_process, &process::ChildProcess::finished, this, [this, then](const process::Ended &ended) {
        m_process->deleteLater();
        m_process = nullptr;
        if (!interrupted()) {
            then(ended);
        }
    });
    m_process->start(command);
}

void Build::Private::runRecipe(const QString &text, Next next)
{
    const auto expanded = expandCommand(text, placeholders());
    if (!expanded) {
        failOutside(expanded.error());
        return;
    }
    if (m_commands.isEmpty()) {
        m_commands += "cd "_L1 + shellWord(m_slot->source());
    }
    m_commands += *expanded;
    say("$ " + expanded->toUtf8() + '\n');
    process::Command command;
    command.program = u"/bin/sh"_s;
    command.arguments = QStringList{u"-c"_s, *expanded};
    command.workingDirectory = m_slot->source();
    command.environment = buildEnvironment();
    // The cache may lie inside a repository of the user's that a script of the tree would take for its own.
    command.environment.insert(u"GIT_CEILING_DIRECTORIES"_s, m_slot->folder());
    command.niceness = 10;
    run(command, [this, next](const process::Ended &ended) {
        if (!ended.succeeded()) {
            failCommand(ended, word(m_progress.phase));
            return;
        }
        (this->*next)();
    });
}

} // namespace culprit::kernel
