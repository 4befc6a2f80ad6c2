// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchange/answer.h"

#include <QString>
#include <QStringList>

namespace culprit::exchange
{

/// What a regression mail says: the bug, the commit, both ends, culprit and parents with their runs, how it was tested,
/// the crash, and what regzbot reads. Wrapped at 75 characters but for commits, the crash and lines for programs.
/// Foreign text never begins a line, so that it cannot speak to regzbot or name a recipient.
class MailBody final
{
public:
    /// attached: what goes with the mail, in words: "git bisect log".
    MailBody(const SessionState &state, const Conclusion &conclusion, const Answer &answer, const QStringList &attached)
        : m_state(state), m_conclusion(conclusion), m_answer(answer), m_attached(attached)
    {
    }

    [[nodiscard]] QString text();

private:
    void line(const QString &text = {});
    void wrapped(const QString &text, const QString &first, const QString &next);
    void item(const QString &text) { wrapped(text, QStringLiteral(" - "), QStringLiteral("   ")); }
    void greeting();
    void ends();
    void end(const ObjectId &id, bool hasBug);
    void culpritAndParents();
    void ways();
    void machine();
    void crash();
    void commands();
    [[nodiscard]] QString runsOf(const ObjectId &id) const;
    [[nodiscard]] QString named(const ObjectId &id) const;
    [[nodiscard]] QString unbroken(const QString &text) const;

    const SessionState &m_state;
    const Conclusion &m_conclusion;
    const Answer &m_answer;
    const QStringList &m_attached;
    QString m_text;
};

} // namespace culprit::exchange
