// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <array>
#include <cstddef>
#include <vector>

namespace culprit::test
{

/// What a power cut does to what was written since the last sync of a file.
enum class Loss {
    None,     ///< nothing: only the program died
    All,      ///< it is gone
    Torn,     ///< it is there up to some sector
    Scattered ///< each sector is there or not, in no order
};

/// Sees what this program writes to a session file, its write-ahead log and its rollback journal, and makes the files
/// that a power cut would have left. Names are files of their own: what was made or removed is so for certain once the
/// folder is synced. One at a time. A program with this linked in waits for no disk: syncs are only recorded.
class DiskRecorder final
{
public:
    explicit DiskRecorder(const QString &path); ///< of a file that is on disk as it is
    ~DiskRecorder();

    DiskRecorder(const DiskRecorder &) = delete;
    DiskRecorder &operator=(const DiskRecorder &) = delete;

    [[nodiscard]] std::size_t steps() const { return m_steps.size(); }

    /// Makes the files as they are after a power cut behind the first `steps` steps.
    void leave(const QString &path, std::size_t steps, Loss loss, QRandomGenerator &random) const;

    // Called by the C library's calls in this program.
    void wrote(int descriptor, qint64 at, const QByteArray &bytes);
    void resized(int descriptor, qint64 size);
    void synced(int descriptor);
    void removed(const char *path);

private:
    enum class Kind { Write, Resize, Sync, Remove, SyncFolder };
    static constexpr std::size_t files = 3;

    struct Step {
        Kind kind = Kind::Write;
        std::size_t file = 0;
        qint64 at = 0; ///< of Resize: the size
        QByteArray bytes;
    };

    [[nodiscard]] std::size_t fileOf(const QByteArray &path) const; ///< `files`: none of ours

    std::array<QByteArray, files> m_paths;
    QByteArray m_folder;
    QByteArray m_before; ///< the session file
    std::vector<Step> m_steps;
};

} // namespace culprit::test
