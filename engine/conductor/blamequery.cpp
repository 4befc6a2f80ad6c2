// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/blamequery.h"

#include "engine/conductor/onworker.h"
#include "engine/history/repository.h"
#include "engine/history/text.h"
#include "engine/kernel/environment.h"
#include "engine/process/childprocess.h"

#include <QFile>

#include <format>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

constexpr qsizetype largestOutput = qsizetype{32} * 1024 * 1024; // bytes; some 100 a line

Result<QString> gitFolderOf(const QString &repository)
{
    const auto opened = history::Repository::open(repository.toStdString());
    return opened.transform([](const history::Repository &git) { return QString::fromStdString(git.gitFolder()); });
}

/// What git said first, without its "fatal: ".
std::string reasonOf(const QByteArray &errors)
{
    std::string line = history::toLine(errors.trimmed().split('\n').front().toStdString());
    return line.starts_with("fatal: ") ? line.substr(7) : line;
}

} // namespace

BlameQuery::BlameQuery(Question question, QObject *parent) : QObject(parent), m_question(std::move(question)) {}

void BlameQuery::start()
{
    onWorker(
        this, [repository = m_question.repository] { return gitFolderOf(repository); },
        [this](const Result<QString> &folder) {
            if (folder) {
                run(*folder);
            } else {
                Q_EMIT finished(std::unexpected(folder.error()));
            }
        });
}

void BlameQuery::run(const QString &gitFolder)
{
    process::Command command;
    command.program = u"git"_s;
    command.arguments = {u"--no-pager"_s, "--git-dir="_L1 + gitFolder};
    for (const QString &setting :
         {u"core.bare=true"_s, u"core.hooksPath=/dev/null"_s, u"core.attributesFile=/dev/null"_s,
          u"core.fsmonitor=false"_s, u"blame.ignoreRevsFile="_s, u"blame.markIgnoredLines=false"_s}) {
        command.arguments << u"-c"_s << setting;
    }
    command.arguments << u"blame"_s << u"--porcelain"_s << u"--no-textconv"_s << u"--encoding=UTF-8"_s << u"-L"_s
                      << u"%1,%2"_s.arg(m_question.lines.first).arg(m_question.lines.last())
                      << QString::fromStdString(m_question.commit.hex()) + "^1"_L1 << u"--"_s
                      << QFile::decodeName(QByteArray::fromStdString(m_question.path));
    command.workingDirectory = gitFolder;
    command.environment = kernel::gitEnvironment();
    command.environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    command.environment.insert(u"GIT_NO_REPLACE_OBJECTS"_s, u"1"_s);
    command.environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"none"_s);
    command.mergeErrorOutput = false;
    m_git = new process::ChildProcess(this);
    connect(m_git, &process::ChildProcess::output, this, [this](const QByteArray &bytes) {
        if (m_output.size() + bytes.size() <= largestOutput) {
            m_output += bytes;
        } else if (!std::exchange(m_tooMuch, true)) {
            m_git->stop();
        }
    });
    connect(m_git, &process::ChildProcess::errorOutput, this, [this](const QByteArray &bytes) {
        constexpr qsizetype enough = 4096;
        m_errors += bytes.first(std::min(bytes.size(), enough - std::min(enough, m_errors.size())));
    });
    connect(m_git, &process::ChildProcess::finished, this, &BlameQuery::conclude);
    m_git->start(command);
}

void BlameQuery::conclude(const process::Ended &ended)
{
    using How = process::Ended::How;
    const std::string what = std::format("Who changed {} cannot be told", history::toLine(m_question.path));
    if (m_tooMuch) {
        Q_EMIT finished(failedOutside(what + ": git says more of it than can be shown."));
    } else if (ended.how == How::NotStarted) {
        Q_EMIT finished(failedOutside(std::format("{}: {}", what, ended.error.toStdString())));
    } else if (!ended.succeeded()) {
        const std::string reason = reasonOf(m_errors);
        Q_EMIT finished(failedOutside(
            std::format("{}: git says \"{}\".", what, reason.empty() ? "nothing of why, and failed" : reason)));
    } else {
        onWorker(
            this, [output = m_output] { return history::readBlame(output.toStdString()); },
            [this](const Blamed &blamed) { Q_EMIT finished(blamed); });
    }
}

} // namespace culprit::conductor
