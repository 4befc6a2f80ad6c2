// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratchrepository.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>

namespace culprit::test
{

namespace
{

constexpr std::int64_t firstDate = 1'600'000'000;

QByteArray data(const QByteArray &bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

QByteArray mark(std::size_t commit)
{
    return ":" + QByteArray::number(commit + 1);
}

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    const QStringList names = variables.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("GIT_"))) {
            variables.remove(name);
        }
    }
    variables.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    variables.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const char *role : {"AUTHOR", "COMMITTER"}) {
        const QString prefix = QStringLiteral("GIT_") + QLatin1String(role);
        variables.insert(prefix + QLatin1String("_NAME"), QStringLiteral("C O Mitter"));
        variables.insert(prefix + QLatin1String("_EMAIL"), QStringLiteral("c@example.org"));
        variables.insert(prefix + QLatin1String("_DATE"), QStringLiteral("1600000000 +0000"));
    }
    return variables;
}

} // namespace

ScratchRepository::ScratchRepository(Kind kind) : m_kind(kind)
{
    if (!m_folder.isValid()) {
        qFatal("no temporary folder: %s", qPrintable(m_folder.errorString()));
    }
    QStringList arguments{QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main")};
    if (kind == Kind::Bare) {
        arguments.append(QStringLiteral("--bare"));
    }
    gitOutput(arguments);
}

QString ScratchRepository::gitFolder() const
{
    return m_kind == Kind::Bare ? path() : path() + QLatin1String("/.git");
}

std::size_t ScratchRepository::add(ScratchCommit commit)
{
    const std::size_t number = m_queued++;
    const QByteArray count = QByteArray::number(number);
    const QByteArray date =
        QByteArray::number(commit.date.value_or(firstDate + 60 * static_cast<std::int64_t>(number)));
    if (commit.files.isEmpty() && commit.deletions.isEmpty()) {
        commit.files.insert("count", count + '\n');
    }
    if (commit.parents.empty()) {
        m_stream += "reset refs/heads/main\n\n";
    }
    m_stream += "commit refs/heads/main\nmark " + mark(number) + '\n';
    m_stream += "author " + commit.author + " <author@example.org> " + date + " +0000\n";
    m_stream += "committer C O Mitter <committer@example.org> " + date + " +0000\n";
    if (!commit.encoding.isEmpty()) {
        m_stream += "encoding " + commit.encoding + '\n';
    }
    m_stream += data(commit.message.isEmpty() ? "commit " + count + '\n' : commit.message);
    for (std::size_t i = 0; i < commit.parents.size(); ++i) {
        m_stream += (i == 0 ? "from " : "merge ") + mark(commit.parents[i]) + '\n';
    }
    for (const QByteArray &path : std::as_const(commit.deletions)) {
        m_stream += "D " + path + '\n';
    }
    for (auto file = commit.files.cbegin(); file != commit.files.cend(); ++file) {
        m_stream += "M 644 inline " + file.key() + '\n' + data(file.value());
    }
    return number;
}

std::size_t ScratchRepository::addOn(std::vector<std::size_t> parents, std::optional<std::int64_t> date)
{
    ScratchCommit commit;
    commit.parents = std::move(parents);
    commit.date = date;
    return add(std::move(commit));
}

void ScratchRepository::write()
{
    const QString marks = gitFolder() + QLatin1String("/scratch-marks");
    gitOutput({QStringLiteral("fast-import"), QStringLiteral("--quiet"), QStringLiteral("--force"),
               QStringLiteral("--import-marks-if-exists=") + marks, QStringLiteral("--export-marks=") + marks},
              m_stream);
    m_stream.clear();
    QFile file(marks);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no marks: %s", qPrintable(file.errorString()));
    }
    m_hashes.resize(m_queued);
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        m_hashes.at(words.at(0).mid(1).toULongLong() - 1) = words.at(1);
    }
}

void ScratchRepository::tag(const QString &name, std::size_t commit)
{
    gitOutput({QStringLiteral("tag"), name, QString::fromLatin1(hash(commit))});
}

void ScratchRepository::annotatedTag(const QString &name, std::size_t commit)
{
    gitOutput({QStringLiteral("tag"), QStringLiteral("-a"), QStringLiteral("-m"), name, name,
               QString::fromLatin1(hash(commit))});
}

void ScratchRepository::branch(const QString &name, std::size_t commit)
{
    gitOutput({QStringLiteral("branch"), name, QString::fromLatin1(hash(commit))});
}

void ScratchRepository::checkOut()
{
    gitOutput({QStringLiteral("reset"), QStringLiteral("-q"), QStringLiteral("--hard"), QStringLiteral("main")});
}

std::optional<std::size_t> ScratchRepository::number(const QByteArray &hash) const
{
    const auto found = std::ranges::find(m_hashes, hash);
    if (found == m_hashes.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_hashes.begin());
}

GitAnswer ScratchRepository::git(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setWorkingDirectory(path());
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral("git"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit) {
        return {.status = -1, .output = {}, .errors = process.errorString().toUtf8()};
    }
    return {.status = process.exitCode(),
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QByteArray ScratchRepository::gitOutput(const QStringList &arguments, const QByteArray &input) const
{
    GitAnswer answer = git(arguments, input);
    if (!answer.ok()) {
        qFatal("git %s: %s", qPrintable(arguments.join(QLatin1Char(' '))), answer.errors.constData());
    }
    if (answer.output.endsWith('\n')) {
        answer.output.chop(1);
    }
    return answer.output;
}

} // namespace culprit::test
