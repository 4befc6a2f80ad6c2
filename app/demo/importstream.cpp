// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/importstream.h"

#include "app/demo/people.h"

#include <algorithm>

namespace culprit::demo
{
namespace
{

constexpr qint64 leastPause = 1800;
constexpr quint64 pauseSpread = 55 * 3600;  ///< seconds between two commits
constexpr quint64 authorSpread = 11 * 3600; ///< seconds between writing and committing

quint64 hashOf(const QByteArray &text)
{
    quint64 hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ quint8(c)) * 0x100000001b3U;
    }
    return hash ^ (hash >> 29);
}

QByteArray data(const QByteArray &bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

QByteArray signedBy(const QByteArray &key, qint64 time)
{
    return personOf(key) + ' ' + QByteArray::number(time) + ' ' + timeZoneOf(key);
}

bool endsInTrailer(const QByteArray &body)
{
    const QByteArray line = body.mid(body.lastIndexOf('\n') + 1);
    return line.startsWith("Fixes: ") || line.startsWith("Reported-by: ");
}

QByteArray commitMessage(const HistoryStep &step, const QByteArray &committer)
{
    QByteArray message = step.subject + "\n\n";
    if (!step.body.isEmpty()) {
        message += step.body + (endsInTrailer(step.body) ? "\n" : "\n\n");
    }
    message += "Signed-off-by: " + personOf(step.author) + '\n';
    if (committer != step.author) {
        message += "Signed-off-by: " + personOf(committer) + '\n';
    }
    return message;
}

std::unexpected<Error> atPlace(const HistoryStep &step, const Error &error)
{
    return failedOutside("The demo's history does not fit together at " + step.place.toStdString() + ": " +
                         error.message);
}

std::unexpected<Error> unknownBranch(const HistoryStep &step, const QByteArray &name)
{
    return atPlace(step, Error{Error::Kind::Outside, "there is no branch " + name.toStdString() + "."});
}

} // namespace

Result<void> ImportStream::add(const HistoryStep &step)
{
    switch (step.kind) {
    case HistoryStep::Kind::Commit:
        return commit(step);
    case HistoryStep::Kind::Merge:
        return merge(step);
    case HistoryStep::Kind::Tag:
        return tag(step);
    case HistoryStep::Kind::Fork:
        return fork(step);
    }
    return {};
}

Result<void> ImportStream::fork(const HistoryStep &step)
{
    if (!m_branches.contains(step.other)) {
        return unknownBranch(step, step.other);
    }
    Branch branch = m_branches.value(step.other);
    branch.owner.clear();
    m_branches.insert(step.branch, branch);
    return {};
}

Result<void> ImportStream::commit(const HistoryStep &step)
{
    if (!step.import && !m_branches.contains(step.branch)) {
        return unknownBranch(step, step.branch);
    }
    Branch &branch = m_branches[step.branch];
    if (branch.owner.isEmpty()) {
        branch.owner = step.author;
    }
    FileTree tree = step.import ? m_base : branch.tree;
    for (const Edit &edit : step.edits) {
        if (const Result<void> done = tree.apply(edit); !done) {
            return atPlace(step, done.error());
        }
    }
    const int parent = branch.mark;
    write(step, branch.owner, commitMessage(step, branch.owner), branch, tree, 0);
    branch.tree = tree;
    branch.mark = m_lastMark;
    branch.steps.append(int(m_commits.size()));
    m_commits.append(step);
    if (step.culprit) {
        m_culprit = m_lastMark;
        m_culpritParent = parent;
        m_culpritSubject = step.subject;
    }
    return {};
}

Result<void> ImportStream::merge(const HistoryStep &step)
{
    if (!m_branches.contains(step.branch) || !m_branches.contains(step.other)) {
        return unknownBranch(step, m_branches.contains(step.branch) ? step.other : step.branch);
    }
    const Branch other = m_branches.value(step.other);
    Branch &branch = m_branches[step.branch];
    FileTree tree = branch.tree;
    QByteArray brought;
    for (const int index : other.steps) {
        if (branch.steps.contains(index)) {
            continue;
        }
        branch.steps.append(index);
        brought += "  " + m_commits[index].subject + '\n';
        for (const Edit &edit : m_commits[index].edits) {
            if (const Result<void> done = tree.apply(edit); !done) {
                return atPlace(step, done.error());
            }
        }
    }
    std::ranges::sort(branch.steps);
    const QByteArray into = step.branch == "main" ? QByteArray() : " into " + step.branch;
    const QByteArray message =
        "Merge branch '" + step.other + "'" + into + ": " + step.subject + "\n\n* " + step.other + ":\n" + brought;
    write(step, step.author, message, branch, tree, other.mark);
    branch.tree = tree;
    branch.mark = m_lastMark;
    return {};
}

Result<void> ImportStream::tag(const HistoryStep &step)
{
    if (!m_branches.contains("main")) {
        return unknownBranch(step, "main");
    }
    m_stream += "tag " + step.branch + "\nfrom :" + QByteArray::number(tip()) + "\ntagger " +
                signedBy("irene", m_time + 600) + '\n' + data("Pocket " + step.branch.mid(1) + '\n');
    return {};
}

void ImportStream::write(const HistoryStep &step, const QByteArray &committer, const QByteArray &message,
                         const Branch &before, const FileTree &after, int otherMark)
{
    const quint64 hash = hashOf(step.subject + QByteArray::number(m_lastMark));
    m_time += leastPause + qint64(hash % pauseSpread);
    const qint64 written = otherMark ? m_time : m_time - qint64((hash >> 20) % authorSpread);
    m_stream += "commit refs/heads/main\nmark :" + QByteArray::number(++m_lastMark) + '\n';
    m_stream += "author " + signedBy(step.author, written) + "\ncommitter " + signedBy(committer, m_time) + '\n' +
                data(message);
    if (before.mark) {
        m_stream += "from :" + QByteArray::number(before.mark) + '\n';
    }
    if (otherMark) {
        m_stream += "merge :" + QByteArray::number(otherMark) + '\n';
    }
    const auto &old = before.tree.files();
    for (const auto &[path, content] : after.files().asKeyValueRange()) {
        if (!old.contains(path) || old.value(path) != content) {
            m_stream += "M 100644 inline " + path + '\n' + data(content);
        }
    }
    m_stream += '\n';
}

} // namespace culprit::demo
