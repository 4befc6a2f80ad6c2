// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample.h"
#include "widgets/codeedit.h"
#include "widgets/commitview.h"
#include "widgets/diffview.h"

#include <KSyntaxHighlighting/Repository>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace culprit;
using namespace culprit::widgets;

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

} // namespace

class TestCommitView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

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
