// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/search/gitsession.h"

#include <QFile>
#include <QRegularExpression>

namespace culprit::test
{

GitSession::GitSession(const ScratchRepository &repository, std::size_t bad, const std::vector<std::size_t> &goods,
                       const QStringList &options, const QStringList &paths)
    : m_repository(repository)
{
    QStringList arguments{QStringLiteral("bisect"), QStringLiteral("start"), QStringLiteral("--no-checkout")};
    arguments += options;
    arguments.append(QString::fromLatin1(repository.hash(bad)));
    for (const std::size_t good : goods) {
        arguments.append(QString::fromLatin1(repository.hash(good)));
    }
    arguments.append(QStringLiteral("--"));
    arguments += paths;
    read(m_repository.git(arguments));
}

void GitSession::judge(const QString &verdict, std::size_t commit)
{
    read(m_repository.git({QStringLiteral("bisect"), verdict, QString::fromLatin1(m_repository.hash(commit))}));
}

void GitSession::read(const GitAnswer &answer)
{
    m_proposal = {};
    m_proposal.text = answer.output + answer.errors;
    const QString text = QString::fromUtf8(answer.output);
    static const QRegularExpression first(QStringLiteral("([0-9a-f]{40}) is the first '?bad'? commit"));
    static const QRegularExpression listed(QStringLiteral("^([0-9a-f]{40})$"), QRegularExpression::MultilineOption);
    static const QRegularExpression left(
        QStringLiteral("Bisecting: (\\d+) revisions? left to test after this \\(roughly (\\d+) steps?\\)"));
    if (const QRegularExpressionMatch match = first.match(text); match.hasMatch()) {
        m_proposal.found = m_repository.number(match.captured(1).toLatin1());
    } else if (text.contains(QStringLiteral("only 'skip'ped commits left"))) {
        for (auto matches = listed.globalMatch(text); matches.hasNext();) {
            m_proposal.undecided.push_back(m_repository.number(matches.next().captured(1).toLatin1()).value());
        }
    } else if (const QRegularExpressionMatch counts = left.match(text); counts.hasMatch()) {
        m_proposal.remaining = counts.captured(1).toULongLong();
        m_proposal.steps = counts.captured(2).toInt();
        QFile head(m_repository.gitFolder() + QLatin1String("/BISECT_HEAD"));
        if (head.open(QIODevice::ReadOnly)) {
            m_proposal.next = m_repository.number(head.readAll().trimmed());
        }
    }
}

} // namespace culprit::test
