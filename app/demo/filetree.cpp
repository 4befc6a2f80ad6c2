// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/filetree.h"

#include <QList>

namespace culprit::demo
{
namespace
{

QList<QByteArray> linesOf(const QByteArray &text)
{
    return text.isEmpty() ? QList<QByteArray>{} : (text.endsWith('\n') ? text.chopped(1) : text).split('\n');
}

/// Where `wanted` stands in `lines`, compared without white space around; -1: not there, -2: more than once.
qsizetype uniqueBlock(const QList<QByteArray> &lines, const QList<QByteArray> &wanted)
{
    qsizetype found = -1;
    for (qsizetype at = 0; !wanted.isEmpty() && at + wanted.size() <= lines.size(); ++at) {
        qsizetype same = 0;
        while (same < wanted.size() && lines[at + same].trimmed() == wanted[same].trimmed()) {
            ++same;
        }
        if (same < wanted.size()) {
            continue;
        }
        if (found >= 0) {
            return -2;
        }
        found = at;
    }
    return found;
}

std::unexpected<Error> noPlace(const Edit &edit, bool many)
{
    return failedOutside("\"" + edit.find.trimmed().toStdString() + "\" is " + (many ? "more than once" : "not") +
                         " in " + edit.path.toStdString() + ".");
}

Result<QByteArray> substituted(const QByteArray &content, const Edit &edit)
{
    const qsizetype at = content.indexOf(edit.find);
    if (at < 0 || content.indexOf(edit.find, at + 1) >= 0) {
        return noPlace(edit, at >= 0);
    }
    QByteArray result = content;
    return result.replace(at, edit.find.size(), edit.text);
}

Result<QByteArray> edited(const QByteArray &content, const Edit &edit)
{
    if (edit.kind == Edit::Kind::Append) {
        return content + edit.text;
    }
    if (edit.kind == Edit::Kind::Substitute) {
        return substituted(content, edit);
    }
    QList<QByteArray> lines = linesOf(content);
    const QList<QByteArray> wanted = linesOf(edit.find);
    const qsizetype at = uniqueBlock(lines, wanted);
    if (at < 0) {
        return noPlace(edit, at == -2);
    }
    qsizetype insertAt = at;
    if (edit.kind == Edit::Kind::After) {
        insertAt = at + wanted.size();
    } else if (edit.kind == Edit::Kind::Replace) {
        lines.remove(at, wanted.size());
    }
    for (const QByteArray &line : linesOf(edit.text)) {
        lines.insert(insertAt++, line);
    }
    return lines.join('\n') + '\n';
}

} // namespace

Result<void> FileTree::apply(const Edit &edit)
{
    const bool known = m_files.contains(edit.path);
    if (known == (edit.kind == Edit::Kind::New)) {
        return failedOutside(edit.path.toStdString() + (known ? " is there already." : " is not there."));
    }
    if (edit.kind == Edit::Kind::New) {
        m_files.insert(edit.path, edit.text);
        return {};
    }
    const Result<QByteArray> content = edited(m_files.value(edit.path), edit);
    if (!content) {
        return std::unexpected(content.error());
    }
    m_files.insert(edit.path, *content);
    return {};
}

} // namespace culprit::demo
