// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/crashtext.h"

#include "engine/exchange/facts.h"

namespace culprit::exchange
{

namespace
{

QString plainLines(const QString &text)
{
    QString lines;
    for (const QStringView each : QStringView(text).trimmed().split(u'\n')) {
        lines += plainLine(each.toString()) + u'\n';
    }
    return lines;
}

QString sourceLine(const RunState &run)
{
    if (run.read && !run.read->report.isEmpty()) {
        return run.read->guilty.isEmpty() ? QString() : QStringLiteral("in ") + plainLine(run.read->guilty) + u'\n';
    }
    const QString guilty = run.read && !run.read->guilty.isEmpty()
                               ? QStringLiteral("probably in ") + plainLine(run.read->guilty) + u'\n'
                               : QString();
    return guilty + QStringLiteral("without source lines: ") +
           (run.read && !run.read->note.isEmpty() ? plainLine(run.read->note)
                                                  : QStringLiteral("its kernel was not looked into")) +
           u'\n';
}

} // namespace

QString crashText(const SessionState &state, const RunState &run)
{
    if (run.reportText().isEmpty()) {
        return {};
    }
    QString text =
        QStringLiteral("run %1 of %2\n").arg(QString::number(run.number), cited(state, run.started.revision));
    text += sourceLine(run) + u'\n' + plainLines(run.reportText());
    if (run.read && !run.read->code.isEmpty()) {
        text += QStringLiteral("\nThe code at fault:\n") + plainLines(run.read->code);
    }
    return text;
}

} // namespace culprit::exchange
