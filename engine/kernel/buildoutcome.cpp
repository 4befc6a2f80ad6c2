// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildprivate.h"
#include "engine/kernel/buildsteps.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

/// How a build ends, and what it is asked with.
namespace culprit::kernel
{

using namespace Qt::StringLiterals;
using Outcome = BuildResult::Outcome;

namespace
{
Q_LOGGING_CATEGORY(lcKernel, "culprit.kernel", QtInfoMsg)
}

bool Build::Private::interrupted()
{
    if (m_stopping) {
        fail(Outcome::Cancelled, u"The build was stopped."_s);
    } else if (m_timedOut) {
        fail(Outcome::Failed,
             u"The build did not end within %1 s and was stopped: give it more time if the machine is slow."_s.arg(
                 m_request.timeout.count()));
    }
    return m_stopping || m_timedOut;
}

void Build::Private::finish(BuildResult result)
{
    m_limit.stop();
    m_running = false;
    if (const QByteArray end = m_log.close(); !end.isEmpty()) {
        Q_EMIT m_build->log(end);
    }
    if (result.milliseconds == 0) {
        result.milliseconds = m_clock.elapsed();
    }
    if (result.compiler.isEmpty()) {
        result.compiler = m_compiler;
    }
    if (result.command.isEmpty()) {
        result.command = m_commands.join(" && "_L1);
    }
    result.applied = m_way.applied;
    result.configText = m_config;
    qCDebug(lcKernel) << revisionName() << static_cast<int>(result.outcome) << result.milliseconds << result.cause;
    // Queued, because who hears it may destroy us.
    QMetaObject::invokeMethod(
        m_build, [build = m_build, result = std::move(result)] { Q_EMIT build->finished(result); },
        Qt::QueuedConnection);
}

void Build::Private::fail(Outcome outcome, const QString &cause, const QString &file)
{
    BuildResult result;
    result.outcome = outcome;
    result.cause = cause;
    result.causeFile = file;
    finish(std::move(result));
}

void Build::Private::failOutside(const Error &error)
{
    fail(Outcome::Infrastructure, QString::fromStdString(error.message));
}

BuildCause Build::Private::causeInOutput() const
{
    return findBuildCause({m_output.constData(), static_cast<std::size_t>(m_output.size())},
                          {m_slot->objects().toStdString(), m_slot->source().toStdString()});
}

void Build::Private::failCommand(const process::Ended &ended, const QString &what)
{
    using How = process::Ended::How;
    if (ended.how == How::NotStarted) {
        fail(Outcome::Infrastructure, ended.error);
        return;
    }
    const BuildCause cause = causeInOutput();
    const QString message = QString::fromStdString(cause.message);
    if (cause.outside) {
        fail(Outcome::Infrastructure, message);
    } else if (ended.how != How::Exited) {
        fail(Outcome::Infrastructure,
             u"%1 was ended by signal %2 from outside: look for what killed it, then build again."_s.arg(what).arg(
                 ended.code));
    } else if (what == "git"_L1) {
        const QString said = QString::fromUtf8(m_output.trimmed().split('\n').last()).left(300);
        fail(Outcome::Infrastructure,
             u"%1 cannot be checked out (%2): check the repository with git fsck."_s.arg(revisionName(), said));
    } else {
        // make ended by itself: it has removed what the failing command left.
        m_slot->endBuild();
        fail(Outcome::Failed,
             message.isEmpty()
                 ? u"%1 ended with status %2 and named no error: see the build log."_s.arg(what).arg(ended.code)
                 : message,
             QString::fromStdString(cause.file));
    }
}

void Build::Private::failChange(const process::Ended &ended, qsizetype failed)
{
    // The last sentences are those of the changes, one for each.
    m_way.applied.resize(m_way.applied.size() - (m_way.changes.size() - failed));
    const QStringList lines = QString::fromUtf8(m_output).split(u'\n', Qt::SkipEmptyParts);
    // As cherry-pick and apply tell it, "CONFLICT (content): ..." and "Applied patch to 'a.c' with conflicts."
    static const QRegularExpression conflict(u"^CONFLICT|^Applied patch .* with conflicts"_s);
    static const QRegularExpression error(u"^error: "_s);
    QString why;
    for (const QRegularExpression &telling : {conflict, error}) {
        const auto found =
            std::ranges::find_if(lines, [&telling](const QString &line) { return line.contains(telling); });
        if (why.isEmpty() && found != lines.end()) {
            why = *found;
        }
    }
    if (ended.how != process::Ended::How::Exited || why.isEmpty() || causeInOutput().outside) {
        failCommand(ended, u"git"_s);
        return;
    }
    m_slot->endBuild();
    fail(Outcome::Failed,
         u"the fix-up %1 does not apply: %2"_s.arg(m_way.changes[failed].name, why.remove("error: "_L1).left(300)));
}

void Build::Private::failLost(const QStringList &lost)
{
    BuildResult result;
    result.outcome = Outcome::Failed;
    result.lostOptions = lost;
    result.cause =
        u"%1 is untestable with this config: %2 did not survive olddefconfig; add what %3 on, or require less."_s.arg(
            revisionName(), lost.join(", "_L1), lost.size() == 1 ? u"it depends"_s : u"they depend"_s);
    finish(std::move(result));
}

void Build::Private::finishWith(const Artifacts &artifacts, bool cached)
{
    BuildResult result;
    result.outcome = Outcome::Built;
    result.image = artifacts.image;
    result.vmlinux = artifacts.vmlinux;
    result.config = artifacts.config;
    result.signature = artifacts.signature;
    result.maskedSignature = artifacts.maskedSignature;
    result.compiler = artifacts.compiler;
    result.command = artifacts.command;
    result.milliseconds = artifacts.milliseconds;
    result.cached = cached;
    finish(std::move(result));
}

Placeholders Build::Private::placeholders() const
{
    return {.source = m_slot->source(),
            .objects = m_slot->objects(),
            .config = m_way.config.isEmpty() ? QString() : placedConfig(*m_slot),
            .jobs = m_request.jobs > 0 ? m_request.jobs : std::max(QThread::idealThreadCount(), 1),
            .variables = variables()};
}

QString Build::Private::given(QLatin1StringView name) const
{
    const auto variable = std::ranges::find_if(m_request.variables.rbegin(), m_request.variables.rend(),
                                               [name](const QString &text) { return text.startsWith(name + u'='); });
    return variable == m_request.variables.rend() ? QString() : variable->sliced(name.size() + 1);
}

QString Build::Private::compilerCommand() const
{
    if (const QString compiler = given("CC"_L1); !compiler.isEmpty()) {
        return compiler;
    }
    return given("LLVM"_L1).isEmpty() ? u"gcc"_s : u"clang"_s;
}

QStringList Build::Private::variables() const
{
    QStringList result = m_request.recipe.variables;
    const bool hasCcache = m_request.recipe.kconfig && !QStandardPaths::findExecutable(u"ccache"_s).isEmpty();
    if (m_way.toolchain) {
        result += makeVariables(*m_way.toolchain, hasCcache ? u"ccache"_s : QString());
    } else if (hasCcache) {
        // Make's own LLVM=1 chooses compilers; a CC= from us would win over it.
        const bool clang = !given("LLVM"_L1).isEmpty();
        result << (clang ? u"CC=ccache clang"_s : u"CC=ccache gcc"_s)
               << (clang ? u"HOSTCC=ccache clang"_s : u"HOSTCC=ccache gcc"_s);
    }
    return result + m_request.variables;
}

QByteArray Build::Private::cacheKey() const
{
    QList<QByteArray> parts{QByteArray::fromStdString(m_request.revision.hex()), m_way.config, m_request.recipe.hash(),
                            variables().join(u'\n').toUtf8(), m_compiler.toUtf8()};
    for (const SourceChange &change : m_way.changes) {
        parts << QByteArray::fromStdString(change.commit.hex()) << change.patch;
    }
    return ArtifactCache::key(parts);
}

QString Build::Private::revisionName() const
{
    return QString::fromStdString(m_request.revision.shortHex());
}

} // namespace culprit::kernel
