// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/contrast.h"
#include "tests/widgets/sample.h"
#include "widgets/blameview.h"
#include "widgets/codeedit.h"
#include "widgets/commitview.h"
#include "widgets/diffview.h"
#include "widgets/theme.h"

#include <KSyntaxHighlighting/Repository>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace culprit;
using namespace culprit::widgets;
using culprit::tests::contrast;

namespace
{

QStringList labelTexts(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        texts += label->text();
    }
    return texts;
}

QByteArray caretLine(const DiffView &diff)
{
    int line = 0;
    int column = 0;
    diff.text()->getCursorPosition(&line, &column);
    return diff.text()->lineUtf8(line);
}

int lineWith(const DiffView &diff, const QByteArray &begin)
{
    int line = 0;
    while (line < diff.text()->lines() && !diff.text()->lineUtf8(line).startsWith(begin)) {
        ++line;
    }
    return line;
}

/// What the menu at a line offers to ask.
std::pair<bool, QString> blameOffer(DiffView &diff, int line)
{
    QMenu menu;
    Q_EMIT diff.text()->menuAboutToShow(&menu, line);
    const QAction *offer = menu.actions().back();
    return {offer->isEnabled(), offer->toolTip()};
}

} // namespace

class TestCommitView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )"))); }

    void linksFollowTheTheme()
    {
        const KSyntaxHighlighting::Repository repository;
        applyTheme(*qApp, Theme::Light);
        CommitView view(repository);
        CommitText text = sample::commitText();
        text.details.parents = {sample::idOf(2)};
        view.showCommit(sample::kernelRange(10, 1)->commits[3], text);
        view.show();
        const auto labels = view.findChildren<QLabel *>();
        const auto links = std::ranges::find_if(
            labels, [](const QLabel *label) { return label->text().contains(QStringLiteral("<a href")); });
        QVERIFY(links != labels.end());
        const auto linkContrast = [&] {
            const QImage image = (*links)->grab().toImage();
            const QColor ground = qApp->palette().color(QPalette::Window);
            double most = 1;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor found = image.pixelColor(x, y);
                    most = found.hslSaturation() > 80 ? std::max(most, contrast(found, ground)) : most;
                }
            }
            return most;
        };
        QCOMPARE_GE(linkContrast(), 4.0);
        applyTheme(*qApp, Theme::Dark);
        QCOMPARE_GE(linkContrast(), 4.0);
        applyTheme(*qApp, Theme::Light);
    }

    void showsACommit()
    {
        const KSyntaxHighlighting::Repository repository;
        CommitView view(repository);
        view.resize(900, 400);
        const CommitText text = sample::commitText();
        view.showCommit(sample::kernelRange(10, 1)->commits[3], text);
        QCOMPARE(view.commit(), sample::idOf(3));
        QCOMPARE(view.message()->utf8().toStdString(), text.details.message);
        QCOMPARE(view.diff()->files()->topLevelItemCount(), 2);
        QCOMPARE(view.diff()->text()->utf8().toStdString(), text.patch);
        QVERIFY(labelTexts(view).contains(QStringLiteral("Files: 2, lines: +5 -2")));
        view.grab();
        view.clear();
        QVERIFY(view.commit().isNull());
        QCOMPARE(view.message()->utf8(), QByteArray());
    }

    void aFileLeadsToItsPartOfThePatch()
    {
        const KSyntaxHighlighting::Repository repository;
        DiffView view(repository);
        view.resize(600, 220);
        view.grab(); // offscreen, show() would warn of the minimum size
        const CommitText text = sample::commitText();
        view.showPatch(text.changes, text.patch);
        view.goToFile(1);
        int line = 0;
        int column = 0;
        view.text()->getCursorPosition(&line, &column);
        QVERIFY(view.text()->lineUtf8(line).startsWith("diff --git a/net/sched/sch_api.c"));
        view.goToFile(7);
        view.showNote(QStringLiteral("nothing"));
        view.goToFile(0);
        QCOMPARE(view.files()->topLevelItemCount(), 0);
    }

    void foreignTextStaysPlain()
    {
        const KSyntaxHighlighting::Repository repository;
        CommitView view(repository);
        CommitText text = sample::commitText();
        history::CommitInfo info = sample::kernelRange(10, 1)->commits[3];
        info.subject = "<img src=x> <b>bold</b>";
        text.details.author.name = "<a href=\"http://example.org\">me</a>";
        view.showCommit(info, text);
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->textFormat() != Qt::PlainText) {
                QVERIFY(!label->text().contains(QStringLiteral("example.org")));
                QVERIFY(!label->text().contains(QStringLiteral("img")));
            }
        }
        QVERIFY(labelTexts(view).contains(QStringLiteral("<img src=x> <b>bold</b>")));
    }

    void hugePatchesAreCut()
    {
        const KSyntaxHighlighting::Repository repository;
        DiffView view(repository);
        view.resize(600, 400);
        const std::string longLine = "+" + std::string(1'000'000, 'x') + "\n";
        std::string patch = "diff --git a/x b/x\n" + longLine;
        while (patch.size() < DiffView::mostBytes * 2) {
            patch += "+some text that is added again and again\n";
        }
        std::vector<history::FileChange> files(5000);
        view.showPatch(files, patch);
        view.grab();
        QCOMPARE_LE(view.text()->lineUtf8(1).size(), qsizetype(DiffView::longestLine + 10));
        QCOMPARE_LT(std::size_t(view.text()->utf8().size()), DiffView::mostBytes);
        QCOMPARE(view.text()->lineUtf8(view.text()->lines() - 2), QByteArray("The rest of this patch is not shown."));
        QCOMPARE(view.files()->topLevelItemCount(), DiffView::mostFiles);
    }

    void aFrameLeadsToItsHunk()
    {
        const KSyntaxHighlighting::Repository repository;
        CommitView view(repository);
        view.resize(900, 400);
        const history::CommitInfo info = sample::kernelRange(10, 1)->commits[3];
        const history::ObjectId other = sample::idOf(7);
        const DiffView &diff = *view.diff();
        const auto said = [&diff] { return diff.finding()->isHidden() ? QString() : diff.finding()->text(); };
        // Asked for while the patch is read, found once it is there.
        view.showPending(info);
        view.showFrame({{"tcindex_destroy", "net/sched/cls_tcindex.c", 675}, info.id});
        QCOMPARE(said(), QString());
        view.showCommit(info, sample::commitText());
        QCOMPARE(said(), QStringLiteral("cls_tcindex.c:675 is among the changed lines here."));
        QVERIFY2(caretLine(diff).startsWith("+\tif (p->perfect)"), caretLine(diff).constData());
        // Of another kernel the line is another kernel's.
        view.showFrame({{"tcindex_destroy", "./net/sched/cls_tcindex.c", 672}, other});
        QCOMPARE(said(), QStringLiteral("cls_tcindex.c:672 is in this hunk, but not touched itself. "
                                        "Line numbers are of %1.")
                             .arg(QString::fromStdString(other.shortHex())));
        view.showFrame({{{}, "net/sched/cls_tcindex.c", 1234}, {}});
        QVERIFY2(said().startsWith(QStringLiteral("cls_tcindex.c:1234 is not touched; the nearest hunk is at line 671. "
                                                  "Line numbers are those of the kernel that crashed.")),
                 qPrintable(said()));
        QVERIFY(caretLine(diff).startsWith("@@ -671"));
        view.showFrame({{"tcp_close", "net/ipv4/tcp.c", 5}, other});
        QCOMPARE(said(), QStringLiteral("This commit does not touch tcp.c."));
        view.showFrame({{"tcindex_destroy", {}, 0}, other});
        QCOMPARE(said(), QStringLiteral("By the function's name: this hunk is headed by tcindex_destroy."));
        view.showFrame({{"tcindex", {}, 0}, other});
        QVERIFY2(said().contains(QStringLiteral("no hunk of this commit is headed by tcindex")), qPrintable(said()));
        // It is about the patch that was shown then.
        view.showPending(sample::kernelRange(10, 1)->commits[4]);
        QCOMPARE(said(), QString());
        view.showError(info, QStringLiteral("gone"));
        view.showFrame({{"tcp_close", "net/ipv4/tcp.c", 5}, other});
        QVERIFY2(said().startsWith(QStringLiteral("No patch is shown")), qPrintable(said()));
    }

    void ofAPartOfAPatchNothingIsSaidOfTheRest()
    {
        const KSyntaxHighlighting::Repository repository;
        DiffView view(repository);
        const CommitText text = sample::commitText();
        view.showPatch(text.changes, text.patch + "[cut after 900 bytes: git show shows the rest]\n");
        view.goToFrame(sample::idOf(3), {{"tcp_close", "net/ipv4/tcp.c", 5}, {}});
        QCOMPARE(view.finding()->text(), QStringLiteral("The part of the patch that is shown does not touch tcp.c."));
    }

    void aHunkAsksWhoChangedItsLines()
    {
        const KSyntaxHighlighting::Repository repository;
        CommitView view(repository);
        view.resize(900, 600);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        CommitText text = sample::commitText();
        text.patch +=
            "diff --git a/new.c b/new.c\nnew file mode 100644\n--- /dev/null\n+++ b/new.c\n@@ -0,0 +1 @@\n+x\n";
        text.changes.emplace_back().path = "new.c";
        view.showCommit(sample::kernelRange(10, 1)->commits[3], text);
        DiffView &diff = *view.diff();
        QSignalSpy wanted(&view, &CommitView::blameWanted);
        QSignalSpy unwanted(&diff, &DiffView::blameUnwanted);
        QSignalSpy chosen(&view, &CommitView::commitWanted);

        QVERIFY(!blameOffer(diff, 0).first);
        QVERIFY(blameOffer(diff, 0).second.contains(QStringLiteral("in no hunk")));
        QVERIFY(!blameOffer(diff, lineWith(diff, "+x")).first);
        QVERIFY(blameOffer(diff, lineWith(diff, "+x")).second.contains(QStringLiteral("adds this file")));
        QVERIFY(blameOffer(diff, lineWith(diff, "@@ -671")).first);
        diff.setBlameBlocked(QStringLiteral("no tree"));
        QVERIFY(!blameOffer(diff, lineWith(diff, "@@ -671")).first);
        diff.setBlameBlocked({});

        diff.text()->goToLine(lineWith(diff, "-\tkfree"));
        diff.text()->setFocus();
        QTest::keyClick(diff.text(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<history::ObjectId>(), sample::idOf(3));
        QCOMPARE(wanted[0][1].value<std::string>(), std::string("net/sched/cls_tcindex.c"));
        QCOMPARE(wanted[0][2].value<history::LineSpan>(), (history::LineSpan{671, 7}));
        QVERIFY(diff.blame()->isVisible());
        QVERIFY(diff.blame()->note()->text().contains(QStringLiteral("git reads")));
        QVERIFY(!diff.blame()->button()->text().isEmpty());

        const std::vector<history::BlamedLines> lines{
            {sample::idOf(1), 671, 4, "<i>A</i>", 1'700'000'000, "net: <b>begin</b>", true},
            {sample::idOf(2), 675, 1, "B", 1'700'000'000, "net: more", false}};
        diff.blame()->showLines(lines);
        const QTreeWidget &rows = *diff.blame()->rows();
        QCOMPARE(rows.topLevelItemCount(), 2);
        QCOMPARE(rows.topLevelItem(0)->text(0), QStringLiteral("671–674"));
        QCOMPARE(rows.topLevelItem(0)->text(4), QStringLiteral("net: <b>begin</b> (no older history here)"));
        QCOMPARE(rows.topLevelItem(1)->text(0), QStringLiteral("675"));
        QVERIFY(!rows.topLevelItem(0)->toolTip(4).contains(QStringLiteral("<b>")));
        view.grab();
        Q_EMIT rows.parent()->findChild<QTreeWidget *>()->itemActivated(rows.topLevelItem(1), 0);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<history::ObjectId>(), sample::idOf(2));

        diff.blame()->button()->click();
        QVERIFY(!diff.blame()->isVisible());
        QCOMPARE(unwanted.count(), 1);
        // An answer is not waited for once another patch is shown.
        QTest::keyClick(diff.text(), Qt::Key_B, Qt::ControlModifier);
        view.showPending(sample::kernelRange(10, 1)->commits[4]);
        QCOMPARE(unwanted.count(), 2);
        QVERIFY(!diff.blame()->isVisible());
    }

    void aParentCanBeChosen()
    {
        const KSyntaxHighlighting::Repository repository;
        CommitView view(repository);
        view.showCommit(sample::kernelRange(10, 1)->commits[3], sample::commitText());
        QSignalSpy wanted(&view, &CommitView::commitWanted);
        for (QLabel *label : view.findChildren<QLabel *>()) {
            if (label->textFormat() == Qt::RichText) {
                const QString href = label->text().section(QLatin1Char('"'), 1, 1);
                QCOMPARE(href.size(), 40);
                Q_EMIT label->linkActivated(href);
            }
        }
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<history::ObjectId>(), sample::idOf(2));
    }
};

QTEST_MAIN(TestCommitView)
#include "tst_commitview.moc"
