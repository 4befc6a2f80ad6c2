// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds 200,000 kernel-like lines in 10 s to a shown console and prints the longest time in which the event loop did
// not turn, how late the last line was, and how many lines arrived. With a number: as many lines, all at once. With
// --list as the last argument the list of the lines that match is open.
#include "tests/widgets/pulse.h"
#include "widgets/consolebar.h"
#include "widgets/consoleview.h"

#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace culprit;
using culprit::tests::Pulse;

namespace
{

constexpr int lineTotal = 200'000;
constexpr int seconds = 10;
constexpr int batchMilliseconds = 10;

QByteArray lineText(int number)
{
    const QByteArray n = QByteArray::number(number);
    return '[' + n.rightJustified(12, ' ') + ".271828][ T4711] usb 1-1: new high-speed USB device number " + n +
           " using dummy_hcd, address " + n + '\n';
}

qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.sliced(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const bool listed = argc > 1 && std::string_view(argv[argc - 1]) == "--list";
    const bool atOnce = argc - (listed ? 1 : 0) > 1;
    const int total = atOnce ? std::max(1, std::atoi(argv[1])) : lineTotal;
    widgets::ConsoleView view;
    view.resize(1000, 600);
    view.show();
    view.setSource(QStringLiteral("bench"), LogId{1});
    if (listed) {
        view.listed()->setChecked(true);
        view.find(QStringLiteral("device number"));
    }
    view.repaint(); // the first paint loads fonts
    QCoreApplication::processEvents();
    const qint64 memoryBefore = residentKiB();

    int sent = 0;
    qint64 offset = 0;
    QElapsedTimer clock;
    QElapsedTimer late;
    Pulse pulse;
    QTimer feeder;
    feeder.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feeder, &QTimer::timeout, &view, [&] {
        const qint64 due = atOnce ? total : std::min<qint64>(total, clock.elapsed() * total / (seconds * 1000));
        QByteArray bytes;
        for (; sent < due && (!atOnce || bytes.size() < 1 << 20); ++sent) {
            bytes += lineText(sent);
        }
        if (!bytes.isEmpty()) {
            view.append(offset, bytes);
            offset += bytes.size();
        }
        if (sent == total) {
            feeder.stop();
            late.start();
        }
    });
    QObject::connect(&view.feed(), &widgets::ConsoleFeed::drained, &application, [&] {
        if (sent == total) {
            QCoreApplication::quit();
        }
    });
    clock.start();
    feeder.start(batchMilliseconds);
    QApplication::exec();

    const int lines = view.edit()->lineCount() - 1;
    std::printf("lines sent %d, in the console %d; %.1f s; last line %lld ms after it came\n", total, lines,
                static_cast<double>(clock.elapsed()) / 1000, static_cast<long long>(late.elapsed()));
    std::printf(
        "longest event-loop stall %.1f ms, of own work %.1f ms; turns with over 16 ms of work: %d; memory +%lld MB\n",
        pulse.longestMilliseconds(), pulse.longestWorkMilliseconds(), pulse.overFrame(),
        static_cast<long long>((residentKiB() - memoryBefore) / 1024));
    return lines == total && view.edit()->size() == offset ? 0 : 1;
}
