// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/journal.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstring>

#include <unistd.h>

using namespace culprit;
using namespace culprit::session;
using Access = Journal::Access;

/// Killing the writer at any moment loses no event that it was told is on disk.
class JournalKillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noReturnedEventIsLost();
};

void JournalKillTest::noReturnedEventIsLost()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.culprit"));
    history::CommitRange range;
    range.commits.resize(1);
    range.bad = range.commits.back();
    QVERIFY(Journal::create(path, SessionCreated{}, range).has_value());

    QRandomGenerator random(42);
    qint64 atLeast = 1;
    for (int round = 0; round < 20; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--append"), path});
        QVERIFY(writer.waitForStarted());
        const int lines = random.bounded(1, 60);
        QByteArray told;
        while (told.count('\n') < lines) {
            QVERIFY2(writer.waitForReadyRead(30'000), writer.readAllStandardError().constData());
            told += writer.readAllStandardOutput();
        }
        ::usleep(random.bounded(3000U)); // somewhere inside the next append
        ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        told += writer.readAllStandardOutput();

        const qsizetype end = told.lastIndexOf('\n');
        const qint64 lastTold = told.first(end).split('\n').last().toLongLong();
        QVERIFY(lastTold >= atLeast + lines);

        const auto journal = Journal::open(path, round % 2 == 0 ? Access::Read : Access::Write);
        QVERIFY2(journal.has_value(), journal ? "" : journal.error().message.c_str());
        const std::vector<Event> events = (*journal)->events().value();
        QVERIFY(static_cast<qint64>(events.size()) >= lastTold);
        for (std::size_t i = 0; i < events.size(); ++i) {
            QCOMPARE(events[i].seq.value, static_cast<qint64>(i) + 1);
        }
        for (std::size_t i = 1; i < events.size(); ++i) {
            const auto *ended = std::get_if<RunEnded>(&events[i].payload);
            QVERIFY(ended != nullptr);
            // The line of the log that was there before the event is there after it.
            const LogId log{ended->run.value};
            const QByteArray line = QByteArray::number(events[i].seq.value) + '\n';
            QVERIFY((*journal)->readLog(log, 0, 1 << 20).value().contains(line));
        }
        atLeast = static_cast<qint64>(events.size());
    }
}

namespace
{

int appendForever(const QString &path)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(path, Access::Write);
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().message.c_str());
        return 1;
    }
    const LogId log = (*journal)->createLog().value();
    qint64 seq = static_cast<qint64>((*journal)->events()->size());
    while (true) {
        if (!(*journal)->appendLog(log, QByteArray::number(++seq) + '\n')) {
            return 1;
        }
        RunEnded ended;
        ended.run = RunId{log.value};
        const Result<Event> event = (*journal)->append(ended);
        if (!event || event->seq.value != seq) {
            return 1;
        }
        std::printf("%lld\n", static_cast<long long>(seq));
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], "--append") == 0) {
        return appendForever(QString::fromLocal8Bit(argv[2]));
    }
    JournalKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "journalkilltest.moc"
