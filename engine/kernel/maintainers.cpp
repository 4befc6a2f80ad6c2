// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/maintainers.h"

#include "engine/history/repository.h"
#include "engine/history/text.h"
#include "engine/kernel/environment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <string_view>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::string_view script = "scripts/get_maintainer.pl";
/// What the script reads besides the files it is asked about, if the tip has it.
constexpr auto read =
    std::to_array<std::string_view>({"MAINTAINERS", ".mailmap", ".get_maintainer.ignore", ".get_maintainer.conf"});
/// What the script looks for to see that it runs in a kernel tree.
constexpr auto markers = std::to_array<std::string_view>({"COPYING", "CREDITS", "Kbuild", "Makefile", "README"});
constexpr auto folders =
    std::to_array<std::string_view>({"Documentation", "arch", "include", "drivers", "fs", "init", "ipc", "kernel",
                                     "lib", "scripts", ".git/objects/info", ".git/refs"});
constexpr std::size_t largestFile = 32'000'000;
constexpr std::size_t mostFiles = 20;
constexpr qsizetype largestOutput = 1'000'000;

/// Neither leaves the copy nor looks like an option.
bool isSafe(std::string_view path)
{
    const std::filesystem::path parts(path);
    return !path.empty() && path.size() < 1000 && !path.starts_with('-') && !path.contains('\0') &&
           !parts.is_absolute() &&
           std::ranges::none_of(parts, [](const auto &part) { return part == ".." || part == ".git"; });
}

QString nameOf(std::string_view path)
{
    return QFile::decodeName(QByteArray(path.data(), qsizetype(path.size())));
}

Result<void> write(const QDir &folder, std::string_view name, std::string_view bytes)
{
    const QString path = folder.filePath(nameOf(name));
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes.data(), qsizetype(bytes.size())) != qint64(bytes.size()) || !file.flush()) {
        return failedOutside(path.toStdString() + " cannot be written (" + file.errorString().toStdString() +
                             "): make room there, or set TMPDIR.");
    }
    return {};
}

std::string firstLine(const QByteArray &bytes)
{
    const QByteArray line = bytes.trimmed().split('\n').first();
    return history::toLine({line.constData(), std::size_t(line.size())}).substr(0, 300);
}

} // namespace

struct MaintainerQuery::Copy {
    QTemporaryDir folder;
    std::vector<std::string> files; ///< of those asked for, the ones the tip has
    std::string note;               ///< why the script is not to be run; else empty

    [[nodiscard]] Result<void> make(const MaintainerRequest &request);

private:
    [[nodiscard]] Result<bool> extract(const history::Repository &repository, const history::ObjectId &tip,
                                       std::string_view name) const;
    [[nodiscard]] Result<void> borrowObjects(const history::Repository &repository, const history::ObjectId &tip) const;
};

/// False if the tip has no such file.
Result<bool> MaintainerQuery::Copy::extract(const history::Repository &repository, const history::ObjectId &tip,
                                            std::string_view name) const
{
    const auto bytes = repository.file(tip, name, largestFile);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (!*bytes) {
        return false;
    }
    const auto written = write(QDir(folder.path()), name, **bytes);
    return written ? Result<bool>(true) : Result<bool>(std::unexpected(written.error()));
}

/// A repository of its own whose HEAD is the tip. Nothing of the user's configuration gets in.
Result<void> MaintainerQuery::Copy::borrowObjects(const history::Repository &repository,
                                                  const history::ObjectId &tip) const
{
    const std::filesystem::path gitFolder = std::filesystem::absolute(repository.gitFolder());
    const QDir to(folder.filePath(u".git"_s));
    const auto all = std::to_array<std::pair<std::string_view, std::string>>(
        {{"HEAD", tip.hex() + '\n'},
         {"config", "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tcommitGraph = true\n"},
         {"objects/info/alternates", (gitFolder / "objects").string() + '\n'}});
    for (const auto &[name, text] : all) {
        if (auto written = write(to, name, text); !written) {
            return written;
        }
    }
    // A clone that is not deep says by this where its history ends.
    QFile::copy(nameOf((gitFolder / "shallow").string()), to.filePath(u"shallow"_s));
    return {};
}

Result<void> MaintainerQuery::Copy::make(const MaintainerRequest &request)
{
    if (!folder.isValid()) {
        return failedOutside("No temporary folder can be made (" + folder.errorString().toStdString() +
                             "): make room there, or set TMPDIR.");
    }
    const auto repository = history::Repository::open(QFile::encodeName(request.repository).toStdString());
    if (!repository) {
        return std::unexpected(repository.error());
    }
    const auto hasScript = extract(*repository, request.tip, script);
    if (!hasScript) {
        return std::unexpected(hasScript.error());
    }
    if (!*hasScript) {
        note = std::format("The tree at {} has no {}, so no maintainers are known.", request.tip.shortHex(), script);
        return {};
    }
    for (const std::string_view name : folders) {
        QDir(folder.path()).mkpath(nameOf(name));
    }
    for (const std::string_view name : markers) {
        if (auto written = write(QDir(folder.path()), name, ""); !written) {
            return written;
        }
    }
    for (const std::string_view name : read) {
        if (const auto extracted = extract(*repository, request.tip, name); !extracted) {
            return std::unexpected(extracted.error());
        }
    }
    for (const std::string &name : request.files) {
        const auto extracted =
            isSafe(name) && files.size() < mostFiles ? extract(*repository, request.tip, name) : Result<bool>(false);
        if (!extracted) {
            return std::unexpected(extracted.error());
        }
        if (*extracted) {
            files.push_back(name);
        }
    }
    if (files.empty()) {
        note = request.files.empty() ? "The report names no source file, so no maintainers are known."
                                     : std::format("The tree at {} has no file {}, so no maintainers are known.",
                                                   request.tip.shortHex(), history::toLine(request.files.front()));
        return {};
    }
    return borrowObjects(*repository, request.tip);
}

MaintainerQuery::MaintainerQuery(QObject *parent) : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        if (m_script != nullptr) {
            m_script->stop();
        }
    });
}

MaintainerQuery::~MaintainerQuery() = default;

void MaintainerQuery::start(const MaintainerRequest &request)
{
    m_request = request;
    m_copy = std::make_shared<Copy>();
    // The worker shares the copy: this may be gone before it has ended.
    QtConcurrent::run([copy = m_copy, request] {
        return copy->make(request);
    }).then(this, [this](const Result<void> &made) {
        if (m_stopped) {
            end(failedOutside("Asking for maintainers was stopped."));
        } else if (!made) {
            end(std::unexpected(made.error()));
        } else if (!m_copy->note.empty()) {
            end(Maintainers{{}, m_copy->note});
        } else {
            m_deadline.setRemainingTime(m_request.limit);
            runScript(false);
        }
    });
}

void MaintainerQuery::stop()
{
    m_stopped = true;
    if (m_script != nullptr) {
        m_script->stop();
    }
}

void MaintainerQuery::runScript(bool blame)
{
    process::Command command;
    command.program = u"perl"_s;
    command.arguments = {nameOf(script), u"--git-min-percent=15"_s};
    if (blame) {
        command.arguments << u"--git-blame"_s;
    }
    command.arguments << u"-f"_s;
    for (const std::string &name : m_copy->files) {
        command.arguments << nameOf(name);
    }
    command.workingDirectory = m_copy->folder.path();
    command.environment = gitEnvironment();
    command.environment.insert(u"HOME"_s, m_copy->folder.path());
    command.environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    command.environment.insert(u"GIT_ALLOW_PROTOCOL"_s, u"none"_s);
    for (const QString &name : {u"PERL5OPT"_s, u"PERL5LIB"_s, u"PERLLIB"_s}) {
        command.environment.remove(name);
    }
    command.mergeErrorOutput = false;
    m_output.clear();
    m_errors.clear();
    m_script = new process::ChildProcess(this);
    const auto append = [](QByteArray &to, const QByteArray &bytes) {
        to += bytes.first(std::min(bytes.size(), largestOutput - to.size()));
    };
    connect(m_script, &process::ChildProcess::output, this,
            [this, append](const QByteArray &bytes) { append(m_output, bytes); });
    connect(m_script, &process::ChildProcess::errorOutput, this,
            [this, append](const QByteArray &bytes) { append(m_errors, bytes); });
    connect(m_script, &process::ChildProcess::finished, this,
            [this, blame](const process::Ended &ended) { conclude(ended, blame); });
    m_script->start(command);
    m_limit.start(std::chrono::milliseconds(std::max<qint64>(m_deadline.remainingTime(), 0)));
}

void MaintainerQuery::conclude(const process::Ended &ended, bool blame)
{
    m_limit.stop();
    m_script = nullptr;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_request.limit).count();
    std::string failure;
    if (m_timedOut) {
        failure = std::format("{} did not end within {} s", script, seconds);
    } else if (ended.how == process::Ended::How::NotStarted) {
        failure = "perl did not start (" + ended.error.toStdString() + ")";
    } else if (!ended.succeeded()) {
        failure = std::format("{} failed ({})", script,
                              m_errors.trimmed().isEmpty() ? "it says nothing" : firstLine(m_errors));
    }
    if (m_stopped) {
        end(failedOutside("Asking for maintainers was stopped."));
        return;
    }
    if (!failure.empty()) {
        // What was found without the blame stands.
        end(blame
                ? Result<Maintainers>(Maintainers{m_found.recipients, failure + " when it looked at the file's lines."})
                : Result<Maintainers>(failedOutside("The maintainers are not known: " + failure +
                                                    ". Install perl and git, or look in MAINTAINERS.")));
        return;
    }
    const auto parsed = parseMaintainers({m_output.constData(), std::size_t(m_output.size())});
    m_found.recipients = mergeRecipients(std::array{m_found.recipients, parsed});
    if (!blame && m_found.recipients.size() <= 1) {
        runScript(true);
        return;
    }
    if (m_found.recipients.empty()) {
        m_found.note = std::format("{} names nobody for {}.", script, history::toLine(m_copy->files.front()));
    }
    end(m_found);
}

void MaintainerQuery::end(const Result<Maintainers> &result)
{
    QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
}

} // namespace culprit::kernel
