// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/answer.h"
#include "engine/session/quantities.h"

#include <QRegularExpression>

#include <algorithm>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;
using session::Outcome;

namespace
{

/// As lkp-tests writes what a kernel said, so that it is the same from boot to boot: numbers are "#", blanks "_", and
/// there are none beside what is no letter or digit.
QString rowName(const QString &title)
{
    static const QRegularExpression number(u"\\b(?:0x[0-9a-fA-F]+|[0-9][0-9.]*)"_s);
    static const QRegularExpression looseBlank(u"(?<=[^A-Za-z0-9]) | (?=[^A-Za-z])"_s);
    constexpr qsizetype longest = 100;
    QString name = plainLine(title).simplified();
    return name.replace(number, u"#"_s).remove(looseBlank).replace(u' ', u'_').left(longest);
}

/// How the boots of one revision ended.
struct Column {
    QString commit;
    int successes = 0;
    int failures = 0;
    std::map<QString, int> titles;
};

Column columnOf(const SessionState &state, const ObjectId &id)
{
    Column column;
    constexpr qsizetype digits = 10;
    column.commit = hexOf(id).left(digits);
    const RevisionState *revision = state.revision(id);
    if (revision != nullptr && revision->twin) {
        revision = state.revision(*revision->twin);
    }
    for (const RunState *run : revision == nullptr ? std::vector<const RunState *>() : endedRuns(state, *revision)) {
        const Outcome outcome = run->outcome();
        if (outcome == Outcome::InfraFailed) {
            continue;
        }
        ++(outcome == Outcome::BootFailed ? column.failures : column.successes);
        if (outcome != Outcome::Ok && !run->ended->title.isEmpty()) {
            ++column.titles[rowName(run->ended->title)];
        }
    }
    return column;
}

/// The parents in the range; where there are none, the end without (of a fix: with) the bug, behind which they lie.
std::vector<ObjectId> columnsOf(const SessionState &state, const Answer &answer)
{
    std::vector<ObjectId> commits = answer.parents.known;
    if (commits.empty() && state.range && !state.range->goods.empty()) {
        commits.push_back(state.range->goods.front().id);
    }
    commits.push_back(answer.culprit);
    return commits;
}

QString tableOf(const std::vector<Column> &columns)
{
    std::map<QString, int> titles;
    for (const Column &column : columns) {
        for (const auto &[title, count] : column.titles) {
            titles[title] += count;
        }
    }
    std::vector<std::pair<QString, int>> rows(titles.begin(), titles.end());
    std::ranges::stable_sort(rows, std::ranges::greater{}, &std::pair<QString, int>::second);

    qsizetype first = QStringView(u"boot_successes").size();
    for (const auto &[title, count] : rows) {
        first = std::max(first, title.size());
    }
    constexpr qsizetype others = 10;
    QString rule = u'+' + QString(first + 2, u'-') + u'+';
    for (std::size_t i = 0; i < columns.size(); ++i) {
        rule += QString(others + 2, u'-') + u'+';
    }
    rule += u'\n';
    const auto row = [&](const QString &name, const auto &cellOf) {
        QString text = u"| "_s + name.leftJustified(first) + u" |"_s;
        for (const Column &column : columns) {
            text += u' ' + cellOf(column).leftJustified(others) + u" |"_s;
        }
        return text + u'\n';
    };
    QString table = rule + row({}, [](const Column &column) { return column.commit; }) + rule;
    table += row(u"boot_successes"_s, [](const Column &column) { return QString::number(column.successes); });
    table += row(u"boot_failures"_s, [](const Column &column) { return QString::number(column.failures); });
    for (const auto &[title, count] : rows) {
        table += row(title, [&](const Column &column) {
            const auto found = column.titles.find(title);
            return QString::number(found == column.titles.end() ? 0 : found->second);
        });
    }
    return table + rule;
}

} // namespace

Result<QByteArray> bootsTable(const Source &source)
{
    const auto answer = confirmedAnswer(source, u"A table of parent and culprit"_s);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    const SessionState &state = source.state;
    QString text =
        u"culprit noticed \"%1\"%2 on:\n\n"_s.arg(rowName(answer->title), answer->isFix ? u" no longer"_s : QString());
    text += u"commit: %1 (\"%2\")\n\n"_s.arg(hexOf(answer->culprit), subjectOf(state, answer->culprit));
    if (const QString reproducer = reproducerName(state); !reproducer.isEmpty()) {
        text += u"in testcase: %1   timeout: %2\n"_s.arg(reproducer, session::durationText(state.setup().test.timeout));
    }
    if (const QString compiler = compilerOf(state, answer->culprit); !compiler.isEmpty()) {
        text += u"compiler: %1\n"_s.arg(compiler);
    }
    if (const QString machine = machineText(state); !machine.isEmpty()) {
        text += u"test machine: %1\n"_s.arg(machine);
    }
    std::vector<Column> columns;
    for (const ObjectId &id : columnsOf(state, *answer)) {
        columns.push_back(columnOf(state, id));
    }
    return (text + u'\n' + tableOf(columns)).toUtf8();
}

} // namespace culprit::exchange
