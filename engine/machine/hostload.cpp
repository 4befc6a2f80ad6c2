// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/hostload.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qint64 LongestFile = 64 * 1024;
constexpr qint64 ShortestTime = 1000;              // ms between two readings that tell anything
constexpr qint64 FewestTicks = 100;                // 1 s of one processor at the usual 100 a second
constexpr qint64 StarvedBySteal = 50;              // percent of the processor time that was wanted
constexpr qint64 StarvedByStalls = 20;             // percent of the time
constexpr qint64 StarvedBySwap = 2000;             // pages a second
constexpr qint64 LargestCounter = qint64{1} << 50; // more is nonsense; sums and percentages of less stay in bounds

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(LongestFile).split('\n') : QList<QByteArray>();
}

std::optional<qint64> counter(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber && value >= 0 && value <= LargestCounter ? std::optional(value) : std::nullopt;
}

/// The words after `first` on the line that begins with it.
QList<QByteArray> wordsAfter(const QByteArray &first, const QString &path)
{
    for (const QByteArray &line : linesOf(path)) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.first() == first) {
            return words.sliced(1);
        }
    }
    return {};
}

void readProcessors(const QString &path, HostCounters &counters)
{
    enum : qsizetype { Idle = 3, Waiting = 4, Stolen = 7, Needed };
    const QList<QByteArray> words = wordsAfter("cpu", path);
    if (words.size() < Needed) {
        return;
    }
    qint64 wanted = 0;
    qint64 idle = 0;
    for (qsizetype i = 0; i < Needed; ++i) {
        const std::optional<qint64> ticks = counter(words[i]);
        if (!ticks) {
            return;
        }
        (i == Idle || i == Waiting ? idle : wanted) += *ticks;
    }
    counters.wantedTicks = wanted;
    counters.idleTicks = idle;
    counters.stolenTicks = counter(words[Stolen]);
}

std::optional<qint64> memoryStall(const QString &path)
{
    for (const QByteArray &word : wordsAfter("full", path)) {
        if (word.startsWith("total=")) {
            return counter(word.sliced(6));
        }
    }
    return {};
}

/// How far a counter went; nothing if it is not known or went back.
std::optional<qint64> gone(std::optional<qint64> before, std::optional<qint64> after)
{
    return before && after && *after >= *before ? std::optional(*after - *before) : std::nullopt;
}

} // namespace

HostCounters readHostCounters(const HostFiles &files, qint64 ms)
{
    HostCounters counters;
    counters.ms = ms;
    readProcessors(files.stat, counters);
    counters.memoryStallUs = memoryStall(files.memoryPressure);
    if (const QList<QByteArray> words = wordsAfter("pswpin", files.vmstat); !words.isEmpty()) {
        counters.swappedInPages = counter(words.first());
    }
    return counters;
}

QString starvation(const HostCounters &before, const HostCounters &after)
{
    const qint64 ms = after.ms - before.ms;
    if (ms < ShortestTime) {
        return {};
    }
    QStringList signs;
    const auto wanted = gone(before.wantedTicks, after.wantedTicks);
    const auto stolen = gone(before.stolenTicks, after.stolenTicks);
    if (wanted && stolen && *wanted >= FewestTicks && *stolen <= *wanted && *stolen * 100 >= *wanted * StarvedBySteal) {
        signs += u"%1 % of the processor time that it wanted went to other machines"_s.arg(*stolen * 100 / *wanted);
    }
    const auto stalled = gone(before.memoryStallUs, after.memoryStallUs);
    const qint64 stalledMs = std::min(stalled.value_or(0) / 1000, ms);
    if (stalledMs * 100 >= ms * StarvedByStalls) {
        signs += u"everything waited for memory in %1 % of the time"_s.arg(stalledMs * 100 / ms);
    }
    const auto pages = gone(before.swappedInPages, after.swappedInPages);
    if (const qint64 rate = pages.value_or(0) * 1000 / ms; !stalled && rate >= StarvedBySwap) {
        signs += u"%1 pages a second came back from swap"_s.arg(rate);
    }
    return signs.join(u", "_s);
}

std::optional<double> idleProcessors(const HostCounters &before, const HostCounters &after)
{
    const qint64 ms = after.ms - before.ms;
    const auto idle = gone(before.idleTicks, after.idleTicks);
    const auto wanted = gone(before.wantedTicks, after.wantedTicks);
    if (ms < ShortestTime || !idle || !wanted || *idle + *wanted <= 0) {
        return std::nullopt;
    }
    const double share = static_cast<double>(*idle) / static_cast<double>(*idle + *wanted);
    return share * std::max(1, QThread::idealThreadCount());
}

int loadPercent()
{
    double load = 0;
    if (::getloadavg(&load, 1) != 1 || !(load >= 0) || load > std::numeric_limits<int>::max() / 100.0) {
        return -1;
    }
    return static_cast<int>(std::lround(load * 100));
}

} // namespace culprit::machine
