// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/comparison.h"
#include "engine/conductor/planparts.h"

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

using session::SessionState;

namespace
{

QString answerText(const ComparedAnswer &answer, const SessionState &state)
{
    if (!answer.culprit) {
        return candidatesText(answer.candidates.size());
    }
    return state.nameOf(*answer.culprit) + (answer.confirmed ? QString() : u", not confirmed"_s);
}

QString sideText(const ComparedSide &side)
{
    QStringList parts;
    const session::Tally &tally = side.tally;
    if (side.build && side.build->outcome == session::BuildOutcome::Failed) {
        parts << u"does not build"_s;
    }
    if (tally.ended() > 0) {
        parts << u"%1 of %2 runs hit the bug"_s.arg(tally.target).arg(tally.ended());
    }
    if (tally.other > 0) {
        parts << (tally.other == 1 ? u"1 other crash"_s : u"%1 other crashes"_s.arg(tally.other));
    }
    if (tally.boot > 0) {
        parts << u"%1 without a boot or test"_s.arg(tally.boot);
    }
    if (side.isJudged) {
        parts << u"judged"_s;
    } else if (side.isTold) {
        parts << u"the log"_s;
    }
    if (parts.isEmpty() && side.verdict == session::Verdict::Undecided) {
        return u"not tested"_s;
    }
    return parts.isEmpty() ? session::word(side.verdict)
                           : u"%1 (%2)"_s.arg(session::word(side.verdict), parts.join(u", "_s));
}

QString valueText(const QString &value)
{
    return value.isEmpty() ? u"not set"_s : value;
}

} // namespace

QString comparisonText(const Comparison &comparison, const SessionState &first, const SessionState &second,
                       const std::pair<QString, QString> &names)
{
    QStringList lines{comparison.sameAnswer ? u"The same answer"_s : u"Not the same answer"_s,
                      u"first   %1: %2"_s.arg(names.first, answerText(comparison.first, first)),
                      u"second  %1: %2"_s.arg(names.second, answerText(comparison.second, second))};
    if (!comparison.howTheyPart.isEmpty()) {
        lines << u"Where they part: "_s + comparison.howTheyPart;
    }
    lines << QString() << u"Settings that differ, first | second"_s;
    for (const session::SettingDifference &setting : comparison.settings) {
        lines << u"%1  %2 | %3"_s.arg(setting.key, valueText(setting.first), valueText(setting.second));
    }
    if (first.imported || second.imported) {
        lines << u"not known: a log does not tell its settings"_s;
    } else if (comparison.settings.isEmpty()) {
        lines << u"none"_s;
    }
    lines << QString() << u"Revisions as they were tested, first | second; ! where verdicts differ"_s;
    for (const ComparedRevision &revision : comparison.revisions) {
        lines << u"%1 %2  %3 | %4"_s.arg(revision.differs ? u"!"_s : u" "_s,
                                         QString::fromStdString(revision.revision.shortHex()), sideText(revision.first),
                                         sideText(revision.second));
        if (!revision.reason.isEmpty()) {
            lines << u"    "_s + revision.reason;
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace culprit::conductor
