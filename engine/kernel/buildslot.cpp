// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildslot.h"

#include "engine/kernel/environment.h"
#include "engine/kernel/objectstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <tuple>
#include <utility>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MostSlots = 64;

std::unexpected<Error> notWritable(const QString &path, const QString &why)
{
    return failedOutside(path.toStdString() + " cannot be written (" + why.toStdString() +
                         "): make room or choose another cache folder.");
}

Result<void> writeFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return notWritable(path, file.errorString());
    }
    return {};
}

/// A path as a line of git's objects/info/alternates.
QByteArray alternatesLine(const QString &path)
{
    QByteArray bytes = QFile::encodeName(path);
    if (bytes.contains('\n')) {
        bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        bytes = '"' + bytes + '"';
    }
    return bytes + '\n';
}

QString slotsFolder(const QString &cacheFolder, const QString &objectStore, const Recipe &recipe)
{
    const QByteArray key =
        QCryptographicHash::hash(QFile::encodeName(objectStore) + '\n' + recipe.hash(), QCryptographicHash::Sha256);
    return QDir(cacheFolder).absoluteFilePath("slots/"_L1 + QString::fromLatin1(key.toHex().first(12)));
}

/// The locked file, -1 if another program holds it.
Result<int> tryLock(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) {
        return notWritable(path, QString::fromLocal8Bit(std::strerror(errno)));
    }
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
        return file;
    }
    const int reason = errno;
    ::close(file);
    if (reason == EWOULDBLOCK) {
        return -1;
    }
    return notWritable(path, QString::fromLocal8Bit(std::strerror(reason)));
}

/// What git takes for one: without it the folder is no repository.
bool isHead(const QString &path)
{
    QFile file(path);
    static const QRegularExpression form(u"^(ref: refs/\\S+|[0-9a-f]{40,64})\\n$"_s);
    return file.open(QIODevice::ReadOnly) && form.match(QString::fromLatin1(file.read(1000))).hasMatch();
}

bool changedSince(const struct timespec &start, const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 &&
           std::tie(status.st_ctim.tv_sec, status.st_ctim.tv_nsec) >= std::tie(start.tv_sec, start.tv_nsec);
}

} // namespace

Result<std::shared_ptr<BuildSlot>> BuildSlot::acquire(const QString &cacheFolder, const QString &repository,
                                                      const Recipe &recipe)
{
    const auto objectStore = objectStoreOf(repository);
    if (!objectStore) {
        return std::unexpected(objectStore.error());
    }
    const QDir all(slotsFolder(cacheFolder, *objectStore, recipe));
    for (int number = 0; number < MostSlots; ++number) {
        const QString folder = all.filePath(QString::number(number));
        if (!QDir().mkpath(folder)) {
            return notWritable(folder, u"the folder cannot be made"_s);
        }
        const auto lock = tryLock(folder + "/lock"_L1);
        if (!lock) {
            return std::unexpected(lock.error());
        }
        if (*lock < 0) {
            continue;
        }
        std::shared_ptr<BuildSlot> slot(
            new BuildSlot(folder, repository, *objectStore, moreObjects(cacheFolder), number, *lock));
        if (const auto prepared = slot->prepareGit(); !prepared) {
            return std::unexpected(prepared.error());
        }
        return slot;
    }
    return failedOutside("All " + std::to_string(MostSlots) + " build slots in " + all.path().toStdString() +
                         " are in use: end another session first.");
}

QString BuildSlot::moreObjects(const QString &cacheFolder)
{
    return QDir(cacheFolder).absoluteFilePath(u"objects"_s);
}

BuildSlot::BuildSlot(QString folder, QString repository, QString objectStore, QString moreObjects, int number, int lock)
    : m_folder(std::move(folder)),
      m_repository(std::move(repository)),
      m_objectStore(std::move(objectStore)),
      m_moreObjects(std::move(moreObjects)),
      m_number(number),
      m_lock(lock)
{
}

BuildSlot::~BuildSlot()
{
    ::close(m_lock);
}

QString BuildSlot::source() const
{
    return m_folder + "/source"_L1;
}

QString BuildSlot::objects() const
{
    return source() + u'/' + ObjectsName;
}

QString BuildSlot::recordFile() const
{
    return QFileInfo(m_folder).absolutePath() + "/record"_L1;
}

QString BuildSlot::gitFolder() const
{
    return m_folder + "/git"_L1;
}

QString BuildSlot::mark() const
{
    return m_folder + "/building"_L1;
}

Result<void> BuildSlot::prepareGit() const
{
    const QString git = gitFolder();
    for (const QString &folder :
         {git + "/objects/info"_L1, git + "/refs/heads"_L1, source(), objects(), m_moreObjects}) {
        if (!QDir().mkpath(folder)) {
            return notWritable(folder, u"the folder cannot be made"_s);
        }
    }
    const QByteArray config = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n";
    if (auto written = writeFile(git + "/config"_L1, config); !written) {
        return written;
    }
    const QByteArray alternates = alternatesLine(m_objectStore) + alternatesLine(m_moreObjects);
    if (auto written = writeFile(git + "/objects/info/alternates"_L1, alternates); !written) {
        return written;
    }
    if (!isHead(git + "/HEAD"_L1)) {
        return writeFile(git + "/HEAD"_L1, "ref: refs/heads/none\n");
    }
    return {};
}

process::Command BuildSlot::gitCommand(const QStringList &arguments) const
{
    process::Command command;
    command.program = u"git"_s;
    command.arguments = QStringList{"--git-dir="_L1 + gitFolder(), "--work-tree="_L1 + source()};
    for (const QString &setting :
         {u"core.hooksPath=/dev/null"_s, u"core.attributesFile=/dev/null"_s, u"core.excludesFile=/dev/null"_s,
          u"core.fsmonitor=false"_s, u"gc.auto=0"_s, u"maintenance.auto=false"_s, u"advice.detachedHead=false"_s}) {
        command.arguments << u"-c"_s << setting;
    }
    command.arguments += arguments;
    command.workingDirectory = source();
    command.environment = gitEnvironment();
    return command;
}

process::Command BuildSlot::checkoutCommand(const history::ObjectId &revision) const
{
    return gitCommand({u"checkout"_s, u"--quiet"_s, u"--progress"_s, u"--force"_s, u"--detach"_s,
                       QString::fromStdString(revision.hex()), u"--"_s});
}

process::Command BuildSlot::cleanCommand() const
{
    return gitCommand({u"clean"_s, u"-xffdq"_s, "--exclude=/"_L1 + ObjectsName});
}

void BuildSlot::forgetIndex()
{
    QFile::remove(gitFolder() + "/index"_L1);
}

process::Command BuildSlot::changeCommand(const SourceChange &change) const
{
    if (change.commit.isNull()) {
        process::Command command = gitCommand({u"apply"_s, u"--3way"_s, u"--whitespace=nowarn"_s, u"-"_s});
        command.input = change.patch;
        return command;
    }
    return gitCommand({u"cherry-pick"_s, u"--no-commit"_s, QString::fromStdString(change.commit.hex())});
}

Result<void> BuildSlot::beginBuild()
{
    return writeFile(mark(), {});
}

void BuildSlot::endBuild()
{
    QFile::remove(mark());
}

Result<void> BuildSlot::recover()
{
    if (auto prepared = prepareGit(); !prepared) {
        return prepared;
    }
    for (const QString &name : QDir(gitFolder()).entryList({u"*.lock"_s}, QDir::Files | QDir::Hidden)) {
        QFile::remove(gitFolder() + u'/' + name);
    }
    struct stat status = {};
    if (::lstat(QFile::encodeName(mark()).constData(), &status) != 0) {
        return {};
    }
    // A compiler that was killed leaves half an object that make would take for a whole one.
    QDirIterator files(objects(), QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (changedSince(status.st_mtim, path) && !QFile::remove(path)) {
            return notWritable(path, u"it cannot be removed"_s);
        }
    }
    endBuild();
    return {};
}

} // namespace culprit::kernel
