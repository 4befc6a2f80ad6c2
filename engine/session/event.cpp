// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/event.h"

#include <array>

namespace culprit::session
{

namespace
{

constexpr std::array<QStringView, std::variant_size_v<Payload>> kinds{
    u"session-created", u"engine-started", u"engine-stopped",   u"config-made",    u"build-started",
    u"build-ended",     u"run-started",    u"run-ended",        u"good-end-found", u"revert-made",
    u"commits-weighed", u"report-read",    u"recipients-found", u"log-imported",   u"verdict-judged",
    u"outcome-judged",  u"title-judged",   u"retest-asked",     u"range-skipped",  u"undone",
};

QString shortName(const ObjectId &id)
{
    return QString::fromStdString(id.shortHex());
}

QString withNote(const QString &text, const QString &note)
{
    return note.isEmpty() ? text : text + QStringLiteral(" (") + note + u')';
}

QString seconds(qint64 milliseconds)
{
    return QStringLiteral("%1 s").arg(static_cast<double>(milliseconds) / 1000, 0, 'f', 1);
}

QString text(const SessionCreated &event)
{
    const QString good = event.releases.isEmpty()
                             ? event.setup.kernel.good.join(QStringLiteral(", "))
                             : QStringLiteral("one of %1 releases, to be found").arg(event.releases.size());
    QStringList notes;
    const auto look = [&notes](const QString &asked, const ObjectId &found) {
        const qsizetype digits = asked.indexOf(QStringLiteral(" (\""));
        if (digits > 0 && !QString::fromStdString(found.hex()).startsWith(asked.first(digits), Qt::CaseInsensitive)) {
            notes << QStringLiteral("the tree has no commit %1: %2 was found by its subject")
                         .arg(asked.first(digits), shortName(found));
        }
    };
    look(event.setup.kernel.bad, event.bad);
    for (qsizetype i = 0; i < std::min(event.setup.kernel.good.size(), event.goods.size()); ++i) {
        look(event.setup.kernel.good[i], event.goods[i]);
    }
    return withNote(
        QStringLiteral("session created by %1: bad %2, good %3").arg(event.program, event.setup.kernel.bad, good),
        notes.join(QStringLiteral("; ")));
}

QString text(const EngineStarted &event)
{
    const QString text = QStringLiteral("engine started on %1, %2, accelerator %3: %4")
                             .arg(event.host, event.qemu, event.accelerator, event.reason);
    return withNote(text, event.notes.join(u' '));
}

QString text(const EngineStopped &event)
{
    return (event.failed ? QStringLiteral("engine halted: ") : QStringLiteral("engine stopped: ")) + event.reason;
}

QString text(const ConfigMade &event)
{
    return withNote(QStringLiteral("config made by %1 of %2").arg(event.start, shortName(event.revision)),
                    event.notes.join(u' '));
}

QString text(const BuildStarted &event)
{
    return withNote(QStringLiteral("build %1 of %2 started").arg(event.build.value).arg(shortName(event.revision)),
                    event.purpose);
}

QString text(const BuildEnded &event)
{
    QString text = QStringLiteral("build %1 %2").arg(event.build.value).arg(word(event.outcome));
    if (event.outcome == BuildOutcome::Built) {
        text +=
            event.cached ? QStringLiteral(", from the cache") : QStringLiteral(" in ") + seconds(event.milliseconds);
    }
    text += event.cause.isEmpty() ? QString() : QStringLiteral(": ") + event.cause;
    return withNote(text, event.applied.join(QStringLiteral("; ")));
}

QString text(const RunStarted &event)
{
    return QStringLiteral("run %1 of %2 started in VM %3")
        .arg(event.run.value)
        .arg(shortName(event.revision))
        .arg(event.machine);
}

QString text(const RunEnded &event)
{
    const QString text = QStringLiteral("run %1 %2").arg(event.run.value).arg(word(event.outcome));
    const QString &what = event.title.isEmpty() ? event.reason : event.title;
    return what.isEmpty() ? text : text + QStringLiteral(": ") + what;
}

QString text(const GoodEndFound &event)
{
    return QStringLiteral("good end found: ") + event.release.tag;
}

QString text(const RevertMade &event)
{
    return event.obstacle.isEmpty()
               ? QStringLiteral("%1 reverted on %2: commit %3")
                     .arg(shortName(event.culprit), shortName(event.tip), shortName(event.commit))
               : QStringLiteral("%1 not reverted on %2: ").arg(shortName(event.culprit), shortName(event.tip)) +
                     event.obstacle;
}

QString text(const CommitsWeighed &event)
{
    return event.groups.isEmpty()
               ? QStringLiteral("commits weighed by what they change: none stands out")
               : QStringLiteral("commits weighed by what they change, for %1 reasons").arg(event.groups.size());
}

QString text(const ReportRead &event)
{
    const QString text = QStringLiteral("report of run %1 read").arg(event.run.value);
    return withNote(event.guilty.isEmpty() ? text : text + QStringLiteral(": it crashed in ") + event.guilty,
                    event.note);
}

QString text(const RecipientsFound &event)
{
    return withNote(QStringLiteral("%1 should hear of %2")
                        .arg(event.recipients.size() == 1 ? QStringLiteral("1 address")
                                                          : QStringLiteral("%1 addresses").arg(event.recipients.size()),
                             shortName(event.culprit)),
                    event.note);
}

QString text(const LogImported &event)
{
    const QString what = event.format == u"git" ? QStringLiteral("a git bisect log") : QStringLiteral("a syzbot log");
    QString text = QStringLiteral("imported from %1").arg(what);
    if (!event.name.isEmpty()) {
        text += QStringLiteral(", ") + event.name;
    }
    return event.answer.isEmpty() ? text : text + QStringLiteral(": ") + event.answer;
}

QString text(const VerdictJudged &event)
{
    QString text = event.verdict ? QStringLiteral("%1 judged %2").arg(shortName(event.revision), word(*event.verdict))
                                 : QStringLiteral("%1 judged by its runs again").arg(shortName(event.revision));
    if (event.verdict && event.odds > 0) {
        text += QStringLiteral(", %1 to 1").arg(event.odds);
    }
    return withNote(text, event.note);
}

QString text(const OutcomeJudged &event)
{
    const QString text = event.outcome
                             ? QStringLiteral("run %1 judged %2").arg(event.run.value).arg(word(*event.outcome))
                             : QStringLiteral("run %1 judged by the machine again").arg(event.run.value);
    return withNote(text, event.note);
}

QString text(const TitleJudged &event)
{
    const QString text = event.relevance ? QStringLiteral("title judged %1: ").arg(word(*event.relevance))
                                         : QStringLiteral("title judged by the rules again: ");
    return withNote(text + event.title, event.note);
}

QString text(const RetestAsked &event)
{
    return withNote(QStringLiteral("%1 more runs of %2 asked for").arg(event.runs).arg(shortName(event.revision)),
                    event.note);
}

QString text(const RangeSkipped &event)
{
    return withNote(QStringLiteral("%1 commits of %2 skipped").arg(event.revisions.size()).arg(event.range),
                    event.note);
}

QString text(const Undone &event)
{
    return QStringLiteral("judgement %1 taken back").arg(event.target.value);
}

/// Of foreign text, what a list of lines can show: one line, bounded, without control characters.
QString plainLine(QString text)
{
    constexpr qsizetype longest = 500;
    if (text.size() > longest) {
        text.truncate(longest);
        text += u'…';
    }
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator) {
            c = u' ';
        }
    }
    return text;
}

} // namespace

QString kindOf(const Payload &payload)
{
    return kinds.at(payload.index()).toString();
}

bool isJudgement(const Payload &payload)
{
    return std::holds_alternative<VerdictJudged>(payload) || std::holds_alternative<OutcomeJudged>(payload) ||
           std::holds_alternative<TitleJudged>(payload) || std::holds_alternative<RetestAsked>(payload) ||
           std::holds_alternative<RangeSkipped>(payload) || std::holds_alternative<Undone>(payload);
}

QString describe(const Payload &payload)
{
    return plainLine(std::visit([](const auto &event) { return text(event); }, payload));
}

} // namespace culprit::session
