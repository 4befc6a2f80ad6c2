// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/codeedit.h"
#include "widgets/elidedlabel.h"
#include "widgets/titlesview.h"

#include <QAbstractItemModelTester>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;
using session::Outcome;
using session::Relevance;

namespace
{

QModelIndex heading(const TitlesView &view, Relevance relevance)
{
    const auto row = std::ranges::find(TitlesModel::headings, relevance) - TitlesModel::headings.begin();
    return view.tree()->model()->index(int(row), 0);
}

/// What a mouse would do with what is selected: onto a row, or below all of them, and let go there if it may. Whether
/// it might.
bool drag(const TitlesView &view, const QModelIndex &onto, bool letGo)
{
    QTreeView &tree = *view.tree();
    const std::unique_ptr<QMimeData> data(tree.model()->mimeData(tree.selectionModel()->selectedRows()));
    const QPoint place =
        onto.isValid() ? tree.visualRect(onto).center() : tree.viewport()->rect().bottomRight() - QPoint(3, 3);
    QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(tree.viewport(), &enter);
    QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(tree.viewport(), &move);
    if (letGo && move.isAccepted()) {
        QDropEvent drop(place, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(tree.viewport(), &drop);
    } else {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(tree.viewport(), &leave);
    }
    return move.isAccepted();
}

} // namespace

class TitlesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titlesComeAndGo();
    void titlesAreJudged();
    void titlesAreJudgedByLetters();
    void titlesShowACrash();
    void titlesPreviewTheirJudgement();
    void aDropOnAHeadingJudges();
    void aRefusedDropSaysWhy();
    void severalAreJudgedAtOnce();
    void whatIsSelectedStaysSoUnderItsNewHeading();
};

void TitlesTest::titlesComeAndGo()
{
    TitlesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    sample::Session s;
    model.setSnapshot(s.snapshot());
    s.run(1, Outcome::Crashed, sample::target);
    model.setSnapshot(s.snapshot());
    s.run(1, Outcome::Crashed, sample::undecided);
    s.run(2, Outcome::Crashed, sample::target);
    model.setSnapshot(s.snapshot());
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex undecided = model.indexOf(sample::undecided);
    QVERIFY(undecided.parent().data().toString().startsWith(u"Undecided: "_s));
    QCOMPARE(undecided.siblingAtColumn(TitlesModel::Relevance).data().toString(), u"undecided"_s);
    const QPersistentModelIndex target = model.indexOf(sample::target);
    QVERIFY(target.parent().data().toString().startsWith(u"Target: "_s));
    QCOMPARE(target.sibling(0, TitlesModel::Runs).data().toInt(), 2);
    QCOMPARE(target.sibling(0, TitlesModel::Revisions).data().toInt(), 2);
    s.state.titles[sample::target].judged = session::Relevance::Undecided;
    model.setSnapshot(s.snapshot());
    QCOMPARE(target.parent(), model.indexOf(sample::undecided).parent());
    QCOMPARE(target.row(), 1); // by the alphabet
    QCOMPARE(target.data().toString(), sample::target);
    s.state.titles.erase(sample::undecided);
    model.setSnapshot(s.snapshot());
    QCOMPARE(target.row(), 0);
    QVERIFY(!model.indexOf(sample::undecided).isValid());
    s.state.titles.clear();
    model.setSnapshot(s.snapshot());
    QCOMPARE(model.rowCount(), 0);
}

void TitlesTest::titlesAreJudged()
{
    TitlesView view;
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QVERIFY(!view.target()->isEnabled());
    QVERIFY(view.target()->toolTip().contains(u"No crash title is selected"_s));
    view.selectTitle(sample::undecided);
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    QVERIFY(!view.automatic()->isEnabled());
    QVERIFY(view.automatic()->toolTip().contains(u"The rules decide"_s));
    view.target()->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), sample::undecided);
    QCOMPARE(chosen[0][1].value<std::optional<session::Relevance>>(), std::optional(session::Relevance::Target));
    s.state.titles[sample::undecided].judged = session::Relevance::Target;
    view.setSnapshot(s.snapshot());
    QVERIFY(!view.target()->isEnabled());
    QVERIFY(view.target()->toolTip().contains(u"You said so already"_s));
    view.automatic()->click();
    QCOMPARE(chosen[1][1].value<std::optional<session::Relevance>>(), std::optional<session::Relevance>());
}

void TitlesTest::titlesAreJudgedByLetters()
{
    TitlesView view;
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    QTest::keyClick(view.tree(), Qt::Key_T); // none is selected
    QVERIFY(chosen.isEmpty());
    view.selectTitle(sample::undecided);
    QTest::keyClick(view.tree(), Qt::Key_U);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), sample::undecided);
    QCOMPARE(chosen[0][1].value<std::optional<session::Relevance>>(), std::optional(session::Relevance::Unrelated));
    s.state.titles[sample::undecided].judged = session::Relevance::Unrelated;
    view.setSnapshot(s.snapshot());
    QTest::keyClick(view.tree(), Qt::Key_T);
    QCOMPARE(chosen[1][1].value<std::optional<session::Relevance>>(), std::optional(session::Relevance::Target));
    QTest::keyClick(view.tree(), Qt::Key_A);
    QCOMPARE(chosen[2][1].value<std::optional<session::Relevance>>(), std::optional<session::Relevance>());
    view.setLetters(false);
    QTest::keyClick(view.tree(), Qt::Key_T);
    QCOMPARE(chosen.size(), 3);
}

void TitlesTest::titlesShowACrash()
{
    sample::Session s = sample::running();
    const auto first = [&s](const QString &title) {
        const auto found = std::ranges::find_if(s.state.runs, [&title](const auto &item) {
            return item.second.ended && item.second.ended->title == title;
        });
        return &found->second;
    };
    first(sample::target)->ended->report = u"RIP: 0010:frob_put+0x1/0x2\n"_s;
    first(sample::undecided)->ended->report = u"WARNING: stray\n"_s;
    TitlesView view;
    view.setSnapshot(s.snapshot());
    const auto shows = [&view](const char *text) { return view.crash()->utf8().contains(text); };
    QVERIFY(shows("RIP: 0010:frob_put+0x1/0x2")); // the bug's, while none is chosen
    QVERIFY(shows("without source lines"));
    view.selectTitle(sample::undecided);
    QVERIFY(shows("WARNING: stray"));
    first(sample::target)->read =
        session::ReportRead{RunId{}, u"RIP: 0010:frob_put+0x1/0x2 drivers/frob.c:7\n"_s, {}, u"drivers/frob.c"_s, {}};
    view.setSnapshot(s.snapshot());
    view.selectTitle(sample::target);
    QVERIFY(shows("drivers/frob.c:7"));
    QVERIFY(shows("in drivers/frob.c"));
    QVERIFY(!shows("without source lines"));
}

void TitlesTest::titlesPreviewTheirJudgement()
{
    TitlesView view;
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    view.selectTitle(sample::undecided);
    QSignalSpy wanted(&view, &TitlesView::previewWanted);
    QEnterEvent enter({}, {}, {});
    QCoreApplication::sendEvent(view.unrelated(), &enter);
    QCOMPARE(wanted.size(), 1);
    const auto payload = wanted[0][0].value<session::Payload>();
    QCOMPARE(std::get<session::TitleJudged>(payload).title, sample::undecided);
    QCOMPARE(std::get<session::TitleJudged>(payload).relevance, std::optional(session::Relevance::Unrelated));
    view.setPreview(u"15 suspects become 20"_s);
    QCOMPARE(view.preview()->text(), u"15 suspects become 20"_s);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(view.unrelated(), &leave);
    QVERIFY(view.preview()->text().isEmpty());
}

void TitlesTest::aDropOnAHeadingJudges()
{
    TitlesView view;
    view.resize(900, 600);
    view.show();
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    QSignalSpy previews(&view, &TitlesView::previewWanted);
    view.selectTitle(sample::undecided);
    QVERIFY(drag(view, heading(view, Relevance::Target), false));
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(previews.size(), 1);
    const auto payload = previews[0][0].value<session::Payload>();
    QCOMPARE(std::get<session::TitleJudged>(payload).relevance, std::optional(Relevance::Target));
    QVERIFY(drag(view, heading(view, Relevance::Target), true));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), sample::undecided);
    QCOMPARE(chosen[0][1].value<std::optional<Relevance>>(), std::optional(Relevance::Target));

    // A title stands for its heading; back where the rules have it takes the judgement back, as A does.
    s.state.titles[sample::undecided].judged = Relevance::Target;
    view.setSnapshot(s.snapshot());
    const QAbstractItemModel &model = *view.tree()->model();
    QVERIFY(drag(view, model.index(0, 0, heading(view, Relevance::Unrelated)), true));
    QCOMPARE(chosen[1][1].value<std::optional<Relevance>>(), std::optional(Relevance::Unrelated));
    QVERIFY(drag(view, heading(view, Relevance::Undecided), true));
    QCOMPARE(chosen[2][1].value<std::optional<Relevance>>(), std::optional<Relevance>());
}

void TitlesTest::aRefusedDropSaysWhy()
{
    TitlesView view;
    view.resize(900, 600);
    view.tree()->setMinimumHeight(300); // room below the rows
    view.show();
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    view.selectTitle(sample::target);
    QVERIFY(!drag(view, heading(view, Relevance::Target), true));
    QCOMPARE(view.preview()->text(), u"It is below this heading already."_s);
    QVERIFY(!drag(view, heading(view, Relevance::Undecided), true));
    QVERIFY(view.preview()->text().contains(u"By the rules it is target"_s));
    QVERIFY(!drag(view, {}, true));
    QVERIFY(view.preview()->text().contains(u"Drop it on a heading"_s));
    view.selectTitle(sample::undecided);
    QVERIFY(view.preview()->text().isEmpty());
    auto past = std::make_shared<conductor::Snapshot>(*s.snapshot());
    past->readOnly = true;
    past->readOnlyReason = u"This is how it was."_s;
    view.setSnapshot(past);
    QVERIFY(!drag(view, heading(view, Relevance::Target), true));
    QCOMPARE(view.preview()->text(), u"This is how it was."_s);
    QCOMPARE(chosen.size(), 0);
}

void TitlesTest::severalAreJudgedAtOnce()
{
    TitlesView view;
    view.resize(900, 600);
    view.show();
    view.setSnapshot(sample::running().snapshot());
    QSignalSpy chosen(&view, &TitlesView::relevanceChosen);
    view.tree()->selectAll();
    QTest::keyClick(view.tree(), Qt::Key_U);
    QCOMPARE(chosen.size(), 3);
    chosen.clear();
    QVERIFY(drag(view, heading(view, Relevance::Unrelated), true)); // one is there already
    QCOMPARE(chosen.size(), 2);
}

void TitlesTest::whatIsSelectedStaysSoUnderItsNewHeading()
{
    TitlesView view;
    view.resize(900, 600);
    view.show();
    sample::Session s = sample::running();
    view.setSnapshot(s.snapshot());
    view.selectTitle(sample::undecided);
    s.state.titles[sample::undecided].judged = Relevance::Target;
    view.setSnapshot(s.snapshot());
    const QModelIndex current = view.tree()->currentIndex();
    QCOMPARE(current.data().toString(), sample::undecided);
    QCOMPARE(current.parent(), heading(view, Relevance::Target));
    QVERIFY(view.tree()->selectionModel()->isRowSelected(current.row(), current.parent()));
    QVERIFY(view.automatic()->isEnabled());
    QVERIFY(view.tree()->isExpanded(heading(view, Relevance::Unrelated)));
}

QTEST_MAIN(TitlesTest)
#include "tst_titles.moc"
