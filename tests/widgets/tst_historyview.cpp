// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/contrast.h"
#include "tests/widgets/sample.h"
#include "widgets/historyview.h"
#include "widgets/rangeprofile.h"
#include "widgets/rangeribbon.h"
#include "widgets/revisionkeys.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::contrast;
using history::ObjectId;
using session::Verdict;

namespace
{

sample::Session halfWay()
{
    sample::Session session(sample::kernelRange(60, 2));
    session.runs(59, 20, 20, Verdict::Bad)
        .runs(60, 0, 20, Verdict::Good)
        .runs(40, 6, 10, Verdict::Bad)
        .runs(10, 0, 10, Verdict::Good)
        .testing(25, 2, 10)
        .candidates(11, 40);
    return session;
}

} // namespace

class TestHistoryView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theNextRevisionsChipIsReadableWhereTheRowIsSelected()
    {
        auto snapshot = std::make_shared<conductor::Snapshot>(*halfWay().snapshot());
        auto plan = std::make_shared<conductor::Plan>(*snapshot->plan);
        plan->revision = sample::idOf(30);
        snapshot->plan = plan;
        snapshot->activity = {};
        HistoryModel model;
        model.setSnapshot(snapshot);
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(*qApp, theme);
            HistoryView view;
            view.setHistory(&model);
            view.resize(900, 500);
            view.show();
            QVERIFY(view.selectCommit(sample::idOf(30)));
            QCoreApplication::processEvents();
            const QRect cell = view.visualRect(view.currentIndex().siblingAtColumn(HistoryModel::Subject));
            const QImage image = view.viewport()->grab(cell).toImage();
            // Between the chip's frame and its word.
            const int inChip = image.width() - view.fontMetrics().height() / 2;
            const QColor ground = image.pixelColor(inChip, image.height() / 2);
            const QColor word = VerdictStyle::color(Mark::Running, view.palette());
            QVERIFY2(contrast(word, ground) >= 4, qPrintable(ground.name()));
        }
        applyTheme(*qApp, Theme::Light);
    }

    void goesToCurrentAndFromTestedToTested()
    {
        HistoryModel model;
        model.setSnapshot(halfWay().snapshot());
        HistoryView view;
        view.setHistory(&model);
        view.resize(900, 300);
        view.show();
        QSignalSpy selected(&view, &HistoryView::commitSelected);
        QTest::keyClick(&view, Qt::Key_Period);
        QCOMPARE(view.selectedCommit(), sample::idOf(25));
        QCOMPARE(selected.count(), 1);
        QVERIFY(view.viewport()->rect().intersects(view.visualRect(view.currentIndex())));
        QTest::keyClick(&view, Qt::Key_BracketLeft);
        QCOMPARE(view.selectedCommit(), sample::idOf(10));
        QTest::keyClick(&view, Qt::Key_BracketRight);
        QTest::keyClick(&view, Qt::Key_BracketRight);
        QCOMPARE(view.selectedCommit(), sample::idOf(40));
    }

    void lettersAskForTheSelectedCommitOnly()
    {
        HistoryModel model;
        model.setSnapshot(halfWay().snapshot());
        HistoryView view;
        view.setHistory(&model);
        QSignalSpy verdicts(view.keys(), &RevisionKeys::verdictWanted);
        view.setCurrentIndex({});
        QTest::keyClick(&view, Qt::Key_G);
        QCOMPARE(verdicts.count(), 0);
        QVERIFY(view.selectCommit(sample::idOf(30)));
        QTest::keyClick(&view, Qt::Key_G);
        QTest::keyClick(&view, Qt::Key_B);
        QTest::keyClick(&view, Qt::Key_S);
        QTest::keyClick(&view, Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(verdicts.count(), 3);
        QCOMPARE(verdicts.at(1).at(0).value<ObjectId>(), sample::idOf(30));
        QCOMPARE(verdicts.at(1).at(1).value<Verdict>(), Verdict::Bad);
        view.keys()->setLetters(false);
        QTest::keyClick(&view, Qt::Key_B);
        QCOMPARE(verdicts.count(), 3);
    }

    void selectionOutlivesTheFilter()
    {
        HistoryModel model;
        model.setSnapshot(halfWay().snapshot());
        HistoryView view;
        view.setHistory(&model);
        view.selectCommit(sample::idOf(20));
        model.setLevel(HistoryModel::Level::Candidates);
        QCOMPARE(view.selectedCommit(), sample::idOf(20));
        QVERIFY(!view.selectCommit(sample::idOf(50)));
        model.setLevel(HistoryModel::Level::Whole);
        QCOMPARE(view.selectedCommit(), sample::idOf(20));
    }

    void paintsInBothThemesWithoutWarnings()
    {
        HistoryModel model;
        HistoryView view;
        view.setHistory(&model);
        view.resize(900, 400);
        QImage images[2];
        int round = 0;
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(*qApp, theme);
            QCoreApplication::processEvents();
            model.setSnapshot(nullptr);
            view.grab();
            model.setSnapshot(halfWay().snapshot());
            view.goToCurrent();
            images[round++] = view.grab().toImage();
        }
        QVERIFY(images[0] != images[1]);
        applyTheme(*qApp, Theme::Light);
        QCoreApplication::processEvents();
    }

    void theRibbonPicksMarksBeforeTheirNeighbours()
    {
        RangeRibbon ribbon;
        sample::Session session(sample::kernelRange(5000, 2));
        session.runs(4999, 20, 20, Verdict::Bad)
            .runs(2500, 10, 10, Verdict::Bad)
            .testing(1250, 2, 10)
            .candidates(0, 2500);
        ribbon.setMarks(RangeMarks(session.snapshot()));
        ribbon.resize(600, ribbon.sizeHint().height());
        QSignalSpy selected(&ribbon, &RangeRibbon::commitSelected);
        const QPoint point = ribbon.pointOf(sample::idOf(2500));
        QTest::mouseClick(&ribbon, Qt::LeftButton, {}, point + QPoint(3, 0));
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.front().front().value<ObjectId>(), sample::idOf(2500));
        QVERIFY(ribbon.accessibleDescription().contains(shortHash(sample::idOf(2500))));
        QTest::mouseClick(&ribbon, Qt::LeftButton, {}, QPoint(ribbon.width() / 2, 0));
        QCOMPARE(selected.count(), 1);

        const ObjectId between = ribbon.commitAt(QPoint(ribbon.width() * 3 / 4, point.y()));
        QVERIFY(!between.isNull());
        QCOMPARE_LT(std::abs(ribbon.pointOf(between).x() - ribbon.width() * 3 / 4), 2);
        QTest::keyClick(&ribbon, Qt::Key_Left);
        QCOMPARE(ribbon.selectedCommit(), sample::idOf(1250));
        QTest::keyClick(&ribbon, Qt::Key_Up);
        QCOMPARE(ribbon.selectedCommit(), sample::idOf(1251));
        QTest::keyClick(&ribbon, Qt::Key_End);
        QCOMPARE(ribbon.selectedCommit(), sample::idOf(4999));
        QTest::keyClick(&ribbon, Qt::Key_Home);
        QCOMPARE(ribbon.selectedCommit(), sample::idOf(0));
    }

    void theRibbonStandsAProfileOnTheRange()
    {
        RangeRibbon ribbon;
        sample::Session session(sample::kernelRange(5000, 2));
        session.candidates(0, 2500);
        ribbon.setMarks(RangeMarks(session.snapshot()));
        const int plain = ribbon.sizeHint().height();
        std::vector<double> chances(5000, 0.00001);
        chances[1000] = 0.4;
        ribbon.setMarks(RangeMarks(session.doubt(chances).snapshot()));
        QCOMPARE_GT(ribbon.sizeHint().height(), plain);
        ribbon.resize(600, ribbon.sizeHint().height());
        QVERIFY2(ribbon.accessibleDescription().contains(QStringLiteral("likeliest with 40 %")),
                 qPrintable(ribbon.accessibleDescription()));

        // It stands high over the commit and low beside it, and is no part of the bar.
        const QImage image = ribbon.grab().toImage();
        const qreal ratio = image.devicePixelRatio();
        const QPoint peak = ribbon.pointOf(sample::idOf(1000));
        const auto columnsOfInk = [&](int x) {
            int ink = 0;
            for (int y = ribbon.fontMetrics().height() * 3 / 2; y < peak.y() - ribbon.fontMetrics().height() / 2; ++y) {
                ink += image.pixelColor((QPointF(x, y) * ratio).toPoint()) != ribbon.palette().color(QPalette::Window);
            }
            return ink;
        };
        QCOMPARE_GT(columnsOfInk(peak.x()), ribbon.fontMetrics().height());
        QCOMPARE_LT(columnsOfInk(peak.x() + 100), ribbon.fontMetrics().height() / 2);

        // A click into the skyline selects as one on the bar does.
        const ObjectId above = ribbon.commitAt(peak - QPoint(0, ribbon.fontMetrics().height()));
        QCOMPARE(above, ribbon.commitAt(peak));
        session = sample::Session(sample::kernelRange(5000, 2));
        ribbon.setMarks(RangeMarks(session.candidates(0, 2500).snapshot()));
        QCOMPARE(ribbon.sizeHint().height(), plain);
    }

    void theRibbonIsTheSameInEveryLanguage()
    {
        sample::Session session(sample::kernelRange(5000, 2));
        session.runs(4999, 20, 20, Verdict::Bad).candidates(0, 2500);
        const auto picture = [&session](Qt::LayoutDirection direction) {
            QApplication::setLayoutDirection(direction);
            RangeRibbon ribbon;
            ribbon.setMarks(RangeMarks(session.snapshot()));
            ribbon.resize(600, ribbon.sizeHint().height());
            return ribbon.grab().toImage();
        };
        const QImage usual = picture(Qt::LeftToRight);
        const QImage mirrored = picture(Qt::RightToLeft);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(mirrored, usual);
    }

    void theRibbonSaysHowLikelyAStretchIs()
    {
        RangeRibbon ribbon;
        sample::Session session(sample::kernelRange(5000, 2));
        std::vector<double> chances(5000, 0.0001);
        ribbon.setMarks(RangeMarks(session.candidates(0, 4999).doubt(chances).snapshot()));
        ribbon.resize(600, ribbon.sizeHint().height());
        const QString text = ribbon.toolTipAt(ribbon.pointOf(sample::idOf(2500)));
        QVERIFY2(text.contains(QStringLiteral("the culprit with under 0.1 %")), qPrintable(text));
        QVERIFY2(text.contains(QRegularExpression(
                     QStringLiteral("The culprit is one of the (19|20) commits around here with 0\\.2 %"))),
                 qPrintable(text));
        QCOMPARE(ribbon.toolTipAt(QPoint(0, 0)), QString());
    }

    void profilesKeepTheWholeMass_data()
    {
        QTest::addColumn<int>("commits");
        for (const int commits : {0, 1, 2, 255, 256, 257, 1000, 20'000}) {
            QTest::addRow("%d", commits) << commits;
        }
    }

    void profilesKeepTheWholeMass()
    {
        QFETCH(int, commits);
        const auto count = static_cast<std::size_t>(commits);
        std::vector<double> chances(count);
        for (std::size_t place = 0; place < count; ++place) {
            chances[place] = static_cast<double>(place * 7919 % 101);
        }
        const RangeProfile profile(chances);
        QCOMPARE(profile.isEmpty(), commits == 0);
        QCOMPARE(profile.size(), std::min(count, RangeProfile::mostBuckets));
        double sum = 0;
        double highest = 0;
        for (std::size_t bucket = 0; bucket < profile.size(); ++bucket) {
            const CommitIndex first = profile.firstOf(bucket);
            const CommitIndex end = profile.firstOf(bucket + 1);
            QCOMPARE_LT(first, end);
            QCOMPARE(profile.bucketOf(first), bucket);
            QCOMPARE(profile.bucketOf(end - 1), bucket);
            const double expected = std::accumulate(chances.begin() + first, chances.begin() + end, 0.0);
            QCOMPARE(profile.chance(bucket), expected);
            sum += expected;
            highest = std::max(highest, profile.height(bucket));
        }
        QCOMPARE(sum, std::accumulate(chances.begin(), chances.end(), 0.0));
        QCOMPARE(highest, sum > 0 ? 1.0 : 0.0);
        QVERIFY(RangeProfile(chances) == profile);
    }

    void theRibbonPaintsAnyNumberOfCommits()
    {
        RangeRibbon ribbon;
        ribbon.resize(300, ribbon.sizeHint().height());
        ribbon.setMarks(RangeMarks(nullptr));
        ribbon.grab();
        for (const std::uint32_t commits : {3U, 4U, 299U, 300U, 301U, 9000U}) {
            ribbon.setMarks(RangeMarks(sample::Session(sample::kernelRange(commits, 1)).snapshot()));
            ribbon.grab();
        }
        QVERIFY(ribbon.accessibleDescription().contains(QStringLiteral("9,000")));
    }
};

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
