// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/session/diskrecorder.h"

#include "tests/engine/session/rawfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace culprit::test
{

namespace
{

constexpr qint64 sectorSize = 512;
const std::array suffixes{QLatin1String(""), QLatin1String("-wal"), QLatin1String("-journal")};

DiskRecorder *recorder = nullptr;

QByteArray pathOf(int descriptor)
{
    return QFile::encodeName(QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(descriptor)));
}

void put(QByteArray &file, qint64 at, QByteArrayView bytes)
{
    if (file.size() < at + bytes.size()) {
        file.resize(at + bytes.size(), '\0');
    }
    std::ranges::copy(bytes, file.begin() + at);
}

qint64 nextSector(qint64 at)
{
    return (at / sectorSize + 1) * sectorSize;
}

} // namespace

DiskRecorder::DiskRecorder(const QString &path)
    : m_folder(QFile::encodeName(QFileInfo(path).absolutePath())), m_before(bytesOf(path))
{
    std::ranges::transform(suffixes, m_paths.begin(),
                           [&path](QLatin1String suffix) { return QFile::encodeName(path + suffix); });
    recorder = this;
}

DiskRecorder::~DiskRecorder()
{
    recorder = nullptr;
}

std::size_t DiskRecorder::fileOf(const QByteArray &path) const
{
    return static_cast<std::size_t>(std::ranges::find(m_paths, path) - m_paths.begin());
}

void DiskRecorder::wrote(int descriptor, qint64 at, const QByteArray &bytes)
{
    if (const std::size_t file = fileOf(pathOf(descriptor)); file < files) {
        m_steps.push_back({Kind::Write, file, at, bytes});
    }
}

void DiskRecorder::resized(int descriptor, qint64 size)
{
    if (const std::size_t file = fileOf(pathOf(descriptor)); file < files) {
        m_steps.push_back({Kind::Resize, file, size, {}});
    }
}

void DiskRecorder::synced(int descriptor)
{
    const QByteArray path = pathOf(descriptor);
    if (const std::size_t file = fileOf(path); file < files) {
        m_steps.push_back({Kind::Sync, file, 0, {}});
    } else if (path == m_folder) {
        m_steps.push_back({Kind::SyncFolder, 0, 0, {}});
    }
}

void DiskRecorder::removed(const char *path)
{
    if (const std::size_t file = fileOf(path); file < files) {
        m_steps.push_back({Kind::Remove, file, 0, {}});
    }
}

namespace
{

/// What lies on the disk under a name, and what only the kernel knows of yet.
template <class Step>
struct Inode {
    QByteArray synced;
    std::vector<const Step *> unsynced;

    void apply(const Step &step)
    {
        if (step.bytes.isEmpty()) {
            synced.resize(step.at, '\0');
        } else {
            put(synced, step.at, step.bytes);
        }
    }

    /// A part of a write: of each of its sectors, if `isThere`.
    template <class IsThere>
    void applySectors(const Step &step, const IsThere &isThere)
    {
        const qint64 end = step.at + step.bytes.size();
        for (qint64 at = step.at; at < end; at = nextSector(at)) {
            if (isThere()) {
                const qint64 size = std::min(nextSector(at), end) - at;
                put(synced, at, QByteArrayView(step.bytes).sliced(at - step.at, size));
            }
        }
    }

    void lose(Loss loss, QRandomGenerator &random)
    {
        std::size_t whole = 0; // how many of the unsynced steps are there
        if (loss == Loss::None) {
            whole = unsynced.size();
        } else if (loss == Loss::Torn && !unsynced.empty()) {
            whole = static_cast<std::size_t>(random.bounded(static_cast<int>(unsynced.size())));
        }
        for (std::size_t i = 0; i < unsynced.size(); ++i) {
            const Step &step = *unsynced[i];
            if (i < whole || (loss == Loss::Scattered && step.bytes.isEmpty() && random.bounded(2) == 0)) {
                apply(step);
            } else if (loss == Loss::Scattered) {
                applySectors(step, [&random] { return random.bounded(2) == 0; });
            } else if (loss == Loss::Torn && i == whole) {
                qint64 sectors = random.bounded(step.bytes.size() / sectorSize + 2);
                applySectors(step, [&sectors] { return sectors-- > 0; });
            }
        }
    }
};

} // namespace

void DiskRecorder::leave(const QString &path, std::size_t steps, Loss loss, QRandomGenerator &random) const
{
    std::vector<Inode<Step>> inodes{{m_before, {}}};
    using Names = std::array<std::optional<std::size_t>, files>;
    Names now{0};
    Names certain = now;
    for (std::size_t i = 0; i < steps; ++i) {
        const Step &step = m_steps[i];
        std::optional<std::size_t> &inode = now.at(step.file);
        switch (step.kind) {
        case Kind::Write:
        case Kind::Resize:
            if (!inode) {
                inode = inodes.size();
                inodes.push_back({});
            }
            inodes[*inode].unsynced.push_back(&step);
            break;
        case Kind::Sync:
            if (inode) {
                inodes[*inode].lose(Loss::None, random);
                inodes[*inode].unsynced.clear();
            }
            break;
        case Kind::Remove:
            inode.reset();
            break;
        case Kind::SyncFolder:
            certain = now;
            break;
        }
    }
    for (std::size_t file = 0; file < files; ++file) {
        const bool isCertain = loss == Loss::All || (loss != Loss::None && random.bounded(2) == 0);
        const std::optional<std::size_t> inode = isCertain ? certain.at(file) : now.at(file);
        const QString name = path + suffixes.at(file);
        QFile::remove(name);
        if (inode) {
            inodes[*inode].lose(loss, random);
            write(name, inodes[*inode].synced);
        }
    }
    QFile::remove(path + QStringLiteral("-shm"));
}

} // namespace culprit::test

// Instead of the C library's, in this program and in the libraries that it loads.
extern "C" {

ssize_t pwrite64(int descriptor, const void *bytes, std::size_t size, off64_t at)
{
    const ssize_t written = ::syscall(SYS_pwrite64, descriptor, bytes, size, at);
    if (culprit::test::recorder != nullptr && written > 0) {
        culprit::test::recorder->wrote(descriptor, at, QByteArray(static_cast<const char *>(bytes), written));
    }
    return written;
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    const auto done = static_cast<int>(::syscall(SYS_ftruncate, descriptor, size));
    if (culprit::test::recorder != nullptr && done == 0) {
        culprit::test::recorder->resized(descriptor, size);
    }
    return done;
}

int fdatasync(int descriptor)
{
    if (culprit::test::recorder != nullptr) {
        culprit::test::recorder->synced(descriptor);
    }
    return 0;
}

int fsync(int descriptor)
{
    return fdatasync(descriptor);
}

int unlink(const char *path) noexcept
{
    const auto done = static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
    if (culprit::test::recorder != nullptr && done == 0) {
        culprit::test::recorder->removed(path);
    }
    return done;
}

} // extern "C"
