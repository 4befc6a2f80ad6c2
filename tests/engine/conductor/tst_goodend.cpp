// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demosetup.h"
#include "engine/conductor/engine.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::conductor;
using namespace std::chrono_literals;

/// The demo's history without a named good revision, with real builds and machines: v1.4 and v1.3 have the bug, v1.2
/// has not.
class GoodEndTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void releasesAreTriedUntilOneIsGood()
    {
        const QTemporaryDir folder(QDir::tempPath() + u"/culprit-end-XXXXXX"_s);
        const auto demo = demo::demoSetup(folder.path(), 100, 7);
        QVERIFY2(demo, demo ? "" : demo.error().message.c_str());
        session::Setup setup = session::readSetup(demo->setupFile).value();
        setup.kernel.good.clear();
        // On a busy host a guest may be slow; only a hung one comes near these.
        setup.test.timeout = 60s;
        setup.test.noOutput = 60s;
        setup.test.bootTimeout = 120s;
        Places places;
        places.cache = folder.filePath(u"cache"_s);
        places.images = places.cache + u"/images-XXXXXX"_s;
        places.runs = folder.filePath(u"r-XXXXXX"_s);
        {
            Engine engine(places);
            QSignalSpy opened(&engine, &Engine::opened);
            QSignalSpy stopped(&engine, &Engine::stopped);
            QSignalSpy events(&engine, &Engine::eventAppended);
            engine.create(setup, folder.filePath(u"s.culprit"_s));
            QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, longest);
            QVERIFY(engine.snapshot()->state->seeksGoodEnd());
            QCOMPARE(engine.snapshot()->state->range->commits.size(), std::size_t(1));
            engine.start();
            QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, longest);

            const SnapshotPtr end = engine.snapshot();
            QVERIFY2(end->plan->action == Plan::Action::Finished && end->plan->culprit, qPrintable(end->plan->reason));
            QCOMPARE(QString::fromStdString(end->plan->culprit->hex()), demo->history.culprit);
            QCOMPARE(end->state->nameOf(end->state->created.goods.first()), u"v1.2"_s);
            QVERIFY(end->state->range->commits.size() > 10);
            const QList<session::Release> &releases = end->state->created.releases;
            QCOMPARE(releases.first().tag, u"v1.3"_s);
            QVERIFY(end->state->revision(releases.first().commit)->tally.target > 0);
            QVERIFY(!end->state->revision(releases.last().commit)); // v1.0 was not even built
            const auto found = std::ranges::count_if(events, [](const QVariantList &arguments) {
                return std::holds_alternative<session::GoodEndFound>(arguments.first().value<session::Event>().payload);
            });
            QCOMPARE(found, 1);
        }
        QThreadPool::globalInstance()->waitForDone();
    }

private:
    static constexpr int longest = 15 * 60'000; // ms
};

QTEST_GUILESS_MAIN(GoodEndTest)
#include "tst_goodend.moc"
