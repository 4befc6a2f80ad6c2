// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace culprit::test
{

/// One commit to be written. What is left out is the same for everyone, so that hashes are the same every time.
struct ScratchCommit {
    std::vector<std::size_t> parents; ///< numbers that ScratchRepository::add gave
    QByteArray message;               ///< "commit N" if empty
    std::optional<std::int64_t> date; ///< committer and author date in seconds; a minute after the last commit's number
    QByteArray author = "A U Thor";   ///< name only, bytes as they are
    QByteArray encoding;              ///< encoding header, none if empty
    QMap<QByteArray, QByteArray>
        files;                   ///< path to content, on top of the first parent's; "count" with the number if empty
    QList<QByteArray> deletions; ///< paths that are gone
};

/// What a git command gave back.
struct GitAnswer {
    int status = -1;
    QByteArray output; ///< standard output
    QByteArray errors; ///< standard error

    [[nodiscard]] bool ok() const { return status == 0; }
};

/// A real repository in a temporary folder, made by git fast-import: deterministic and fast. A failure of git while
/// writing ends the test program with what git said.
class ScratchRepository final
{
public:
    enum class Kind { WorkTree, Bare };
    explicit ScratchRepository(Kind kind = Kind::WorkTree);

    /// Queues a commit and gives its number, counted from 0.
    std::size_t add(ScratchCommit commit);
    /// A commit with the given parents, all else as it comes.
    std::size_t addOn(std::vector<std::size_t> parents, std::optional<std::int64_t> date = std::nullopt);
    /// Writes the queued commits; the branch main then names the last one. The work tree stays empty.
    void write();
    /// Written at once, so after write().
    void tag(const QString &name, std::size_t commit);
    void annotatedTag(const QString &name, std::size_t commit);
    void branch(const QString &name, std::size_t commit);
    /// Fills the work tree and the index from main.
    void checkOut();

    [[nodiscard]] QString path() const { return m_folder.path(); }
    /// The folder with refs and objects.
    [[nodiscard]] QString gitFolder() const;
    [[nodiscard]] std::size_t size() const { return m_hashes.size(); }
    /// 40 hexadecimal digits of a written commit.
    [[nodiscard]] QByteArray hash(std::size_t commit) const { return m_hashes.at(commit); }
    [[nodiscard]] std::vector<QByteArray> hashes() const { return m_hashes; }
    /// The number of a commit by its 40 digits.
    [[nodiscard]] std::optional<std::size_t> number(const QByteArray &hash) const;

    /// Runs git in the repository, without the user's configuration.
    [[nodiscard]] GitAnswer git(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Standard output without the last newline; ends the test program if git fails.
    QByteArray gitOutput(const QStringList &arguments, const QByteArray &input = {}) const;

private:
    QTemporaryDir m_folder;
    Kind m_kind;
    QByteArray m_stream;
    std::size_t m_queued = 0;
    std::vector<QByteArray> m_hashes;
};

} // namespace culprit::test
