// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/event.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

namespace culprit::session
{

/// Payloads with anything that their types allow and a journal keeps.
class RandomPayloads final
{
public:
    explicit RandomPayloads(quint32 seed) : m_random(seed) {}

    Payload next(std::size_t kind)
    {
        switch (kind) {
        case 0:
            return SessionCreated{setup(), text(), object(), objects(), {{object(), text()}, {object(), text()}}};
        case 1:
            return EngineStarted{text(), text(), text(), text(), small(), texts()};
        case 2:
            return EngineStopped{text(), flag()};
        case 3:
            return ConfigMade{text(), object(), LogId{number()}, texts()};
        case 4:
            return BuildStarted{BuildId{number()}, object(), LogId{number()}, text()};
        case 5:
            return BuildEnded{
                BuildId{number()}, one<BuildOutcome>(5), text(), text(), text(), text(), text(), signedNumber(), flag(),
                texts(),           LogId{number()},      text()};
        case 6:
            return RunStarted{RunId{number()}, BuildId{number()}, object(), LogId{number()}, small(),
                              text(),          signedNumber(),    small()};
        case 7:
            return RunEnded{RunId{number()}, one<Outcome>(7), text(), texts(), text(),
                            text(),          text(),          text(), text(),  signedNumber(),
                            signedNumber(),  signedNumber(),  flag()};
        case 8:
            return GoodEndFound{{object(), text()}};
        case 9:
            return RevertMade{object(), object(), object(), text()};
        case 10:
            return CommitsWeighed{{{small(), text(), text()}, {small(), text(), text()}}};
        case 11:
            return ReportRead{RunId{number()}, text(), text(), text(), text()};
        case 12:
            return RecipientsFound{
                object(), texts(), {{text(), text(), text(), flag()}, {text(), text(), text(), flag()}}, text()};
        case 13:
            return LogImported{text(),
                               text(),
                               LogId{number()},
                               text(),
                               text(),
                               object(),
                               text(),
                               texts(),
                               texts(),
                               {{object(), one<Verdict>(4), text(), text(), flag()}},
                               {{small(), signedNumber()}, {small(), signedNumber()}}};
        case 14:
            return VerdictJudged{object(), maybe<Verdict>(4), text(), text(), small()};
        case 15:
            return OutcomeJudged{RunId{number()}, maybe<Outcome>(7), text(), text()};
        case 16:
            return TitleJudged{text(), maybe<Relevance>(3), text(), text()};
        case 17:
            return RetestAsked{object(), small(), text(), text()};
        case 18:
            return RangeSkipped{text(), objects(), text(), text()};
        default:
            return Undone{EventSeq{number()}, text()};
        }
    }

    QString text()
    {
        static const std::array<QString, 12> pieces{
            QStringLiteral("a"),     QStringLiteral(" "),       QStringLiteral("\""),    QStringLiteral("\\"),
            QStringLiteral("\n\t"),  QString(QChar(u'\0')),     QStringLiteral("ü€"),    QStringLiteral("𝄞"),
            QStringLiteral("%1 %2"), QStringLiteral("'; DROP"), QString(QChar(u'\x1b')), QStringLiteral("BUG: in f")};
        QString text;
        for (quint32 left = m_random.bounded(8U); left > 0; --left) {
            text += pieces.at(m_random.bounded(static_cast<quint32>(pieces.size())));
        }
        return text;
    }

    qint64 signedNumber() { return static_cast<qint64>(m_random.generate64()); }

private:
    template <class E>
    E one(int count)
    {
        return static_cast<E>(m_random.bounded(count));
    }

    template <class E>
    std::optional<E> maybe(int count)
    {
        return flag() ? std::optional(one<E>(count)) : std::nullopt;
    }

    bool flag() { return m_random.bounded(2) == 1; }
    int small() { return m_random.bounded(100'000); }
    qint64 number() { return static_cast<qint64>(m_random.generate64() >> (1 + m_random.bounded(60))); }

    ObjectId object()
    {
        std::array<std::uint8_t, 20> bytes{};
        for (std::uint8_t &byte : bytes) {
            byte = static_cast<std::uint8_t>(m_random.bounded(256));
        }
        return ObjectId(bytes);
    }

    QList<ObjectId> objects()
    {
        QList<ObjectId> list;
        for (int left = m_random.bounded(4); left > 0; --left) {
            list += object();
        }
        return list;
    }

    QStringList texts()
    {
        QStringList list;
        for (int left = m_random.bounded(4); left > 0; --left) {
            list += text();
        }
        return list;
    }

    Setup setup()
    {
        Setup setup;
        setup.kernel = {text(),
                        text(),
                        texts(),
                        flag(),
                        texts(),
                        one<Find>(2),
                        {text(), text()},
                        text(),
                        texts(),
                        texts(),
                        {text(), text(), text(), text(), text(), text()},
                        text(),
                        {{{text(), text()}, text()}},
                        {{{text(), text()}, texts(), text()}, {{}, texts(), text()}},
                        {{{text(), text()}, text(), text(), text(), text()}},
                        std::chrono::seconds(small())};
        // Bound to names, so that a field that is new and forgotten here does not compile.
        auto &[reproducer, syzkaller, title, timeout, noOutput, bootTimeout, repeat, runs, seed, bits] = setup.test;
        for (QString *word : {&reproducer, &syzkaller, &title}) {
            *word = text();
        }
        for (std::chrono::seconds *time : {&timeout, &noOutput, &bootTimeout}) {
            *time = std::chrono::seconds(small());
        }
        repeat = flag();
        runs = small();
        seed = signedNumber();
        bits = small();
        auto &[count, cpus, memoryMB, accel, append, disk, sshKey, sshUser, memoryDumps, snapshot] = setup.machine;
        for (int *number : {&count, &cpus, &memoryMB, &memoryDumps}) {
            *number = small();
        }
        for (QString *word : {&accel, &append, &disk, &sshKey, &sshUser}) {
            *word = text();
        }
        snapshot = flag();
        auto &[strategy, confidencePermille, weighed, revert, timeLimit, runLimit, buildLimit] = setup.search;
        strategy = one<Strategy>(2);
        confidencePermille = small();
        weighed = flag();
        revert = flag();
        timeLimit = std::chrono::seconds(small());
        for (int *limit : {&runLimit, &buildLimit}) {
            *limit = small();
        }
        return setup;
    }

    QRandomGenerator m_random;
};

} // namespace culprit::session
