// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Feeds 200,000 kernel-like lines in 10 s to a shown console and prints the longest time in which the event loop did
// not turn, how late the last line was, and how many lines arrived. With a number: a finished log of as many lines,
// which comes as the window reads it from a session, and when its first and last line and its crash marks were there.
// With --list as the last argument a text that every line has is searched and the list of the lines that match is open.
#include "tests/widgets/pulse.h"
#include "widgets/consolebar.h"
#include "widgets/consolemap.h"
#include "widgets/consoleview.h"

#include <KSyntaxHighlighting/Repository>

#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace culprit;
using namespace culprit::tests;

namespace
{

constexpr int lineTotal = 200'000;
constexpr int seconds = 10;
constexpr int batchMilliseconds = 10;
constexpr int crashEvery = 1000;           // lines
constexpr qsizetype readSize = 512 * 1024; // bytes that the window reads at a time

QByteArray lineText(int number)
{
    const QByteArray n = QByteArray::number(number);
    return '[' + n.rightJustified(12, ' ') + ".271828][ T4711] " +
           (number % crashEvery == 0 ? "BUG: KASAN: slab-use-after-free in " : "usb 1-1: new high-speed USB ") +
           "device number " + n + " using dummy_hcd, address " + n + '\n';
}

struct Moments {
    Moments() { clock.start(); }
    QElapsedTimer clock;
    qint64 firstText = -1; ///< ms
    qint64 lastLine = -1;
    qint64 lastMatch = -1;
};

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

void stream(widgets::ConsoleView &view, qint64 &size)
{
    int sent = 0;
    QElapsedTimer clock;
    QElapsedTimer late;
    QEventLoop loop;
    QTimer feeder;
    feeder.setTimerType(Qt::PreciseTimer);
    QObject::connect(&feeder, &QTimer::timeout, &view, [&] {
        const qint64 due = std::min<qint64>(lineTotal, clock.elapsed() * lineTotal / (seconds * 1000));
        QByteArray bytes;
        for (; sent < due; ++sent) {
            bytes += lineText(sent);
        }
        view.append(size, bytes);
        size += bytes.size();
        if (sent == lineTotal) {
            feeder.stop();
            late.start();
        }
    });
    QObject::connect(&view.feed(), &widgets::ConsoleFeed::drained, &loop, [&] {
        if (sent == lineTotal) {
            loop.quit();
        }
    });
    clock.start();
    feeder.start(batchMilliseconds);
    loop.exec();
    std::printf("%.1f s; last line %lld ms after it came\n", double(clock.elapsed()) / 1000,
                static_cast<long long>(late.elapsed()));
}

QByteArray logOf(int lines)
{
    QByteArray log;
    log.reserve(qsizetype{lines} * 120);
    for (int line = 0; line < lines; ++line) {
        log += lineText(line);
    }
    return log;
}

/// The journal's thread, which unpacks what is read, is left out.
void open(widgets::ConsoleView &view, const QByteArray &log, bool searched)
{
    QEventLoop loop;
    Moments moments;
    const auto done = [&] { return moments.lastLine >= 0 && (!searched || moments.lastMatch >= 0); };
    QObject::connect(&view, &widgets::ConsoleView::bytesWanted, &loop, [&](LogId, qint64 offset) {
        QMetaObject::invokeMethod(
            &loop,
            [&view, &log, offset] {
                view.append(offset, log.sliced(offset, std::min(readSize, log.size() - offset)), log.size());
            },
            Qt::QueuedConnection);
    });
    QObject::connect(view.edit(), &QsciScintillaBase::SCN_PAINTED, &loop, [&] {
        if (moments.firstText < 0 && view.edit()->lineCount() > 1) {
            moments.firstText = moments.clock.elapsed();
        }
    });
    QObject::connect(&view.feed(), &widgets::ConsoleFeed::drained, &loop, [&] {
        if (view.feed().next() == log.size()) {
            moments.lastLine = moments.clock.elapsed();
        }
    });
    QTimer ends;
    QObject::connect(&ends, &QTimer::timeout, &loop, [&] {
        const std::size_t matches = view.map()->lines().matches.size();
        const auto all =
            std::min<std::size_t>(std::size_t(view.edit()->lineCount()) - 1, widgets::ConsoleSearch::matchLimit);
        if (moments.lastMatch < 0 && moments.lastLine >= 0 && matches == all) {
            moments.lastMatch = moments.clock.elapsed();
        }
        if (done()) {
            loop.quit();
        }
    });
    ends.start(1);
    moments.clock.restart();
    view.setSource(QStringLiteral("a finished log"), LogId{2});
    loop.exec();
    std::printf("first text after %lld ms, last line with all %zu crash marks after %lld ms\n",
                static_cast<long long>(moments.firstText), view.map()->lines().crashes.size(),
                static_cast<long long>(moments.lastLine));
    if (searched) {
        std::printf("all %zu matches after %lld ms\n", view.map()->lines().matches.size(),
                    static_cast<long long>(moments.lastMatch));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const bool listed = argc > 1 && std::string_view(argv[argc - 1]) == "--list";
    const bool finished = argc - (listed ? 1 : 0) > 1;
    const int total = finished ? std::max(1, std::atoi(argv[1])) : lineTotal;
    const QByteArray log = finished ? logOf(total) : QByteArray();
    const KSyntaxHighlighting::Repository syntax;
    widgets::ConsoleView view;
    view.setSyntax(syntax);
    view.resize(1000, 600);
    view.show();
    view.setSource(QStringLiteral("bench"), LogId{1});
    view.append(0, logOf(200)); // the first paint loads fonts, the first line with a colour its expressions
    QEventLoop warm;
    QObject::connect(&view.feed(), &widgets::ConsoleFeed::drained, &warm, &QEventLoop::quit);
    warm.exec();
    view.repaint();
    if (listed) {
        view.listed()->setChecked(true);
        view.find(QStringLiteral("device number"));
    }
    QCoreApplication::processEvents();
    const qint64 memoryBefore = residentKiB();

    qint64 size = log.size();
    const qint64 workBefore = threadNanoseconds();
    const Pulse pulse;
    if (finished) {
        open(view, log, listed);
    } else {
        view.setSource(QStringLiteral("a run"), LogId{2});
        stream(view, size);
    }
    const int lines = view.edit()->lineCount() - 1;
    std::printf("lines sent %d, in the console %d; own work %.0f ms\n", total, lines,
                double(threadNanoseconds() - workBefore) / 1e6);
    std::printf(
        "longest event-loop stall %.1f ms, of own work %.1f ms; turns with over 16 ms of work: %d; memory +%lld MB\n",
        pulse.longestMilliseconds(), pulse.longestWorkMilliseconds(), pulse.overFrame(),
        static_cast<long long>((residentKiB() - memoryBefore) / 1024));
    const bool complete = lines == total && view.edit()->size() == size;
    const qint64 before = threadNanoseconds();
    view.setSource(QStringLiteral("another run"), LogId{3});
    std::printf("to leave it for another log: %.1f ms of own work\n", double(threadNanoseconds() - before) / 1e6);
    return complete ? 0 : 1;
}
