// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/codeedit.h"
#include "widgets/commitview.h"
#include "widgets/decisionview.h"
#include "widgets/direction.h"
#include "widgets/historymodel.h"
#include "widgets/historyview.h"
#include "widgets/stepsview.h"
#include "widgets/theme.h"
#include "widgets/titlesview.h"

#include <KSyntaxHighlighting/Repository>

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QTextLayout>
#include <QTreeView>

#include <memory>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;

namespace
{

/// What `make` makes, as it looks in a program that is laid out in that direction.
template <class Make>
QImage seen(Qt::LayoutDirection direction, const Make &make)
{
    QApplication::setLayoutDirection(direction);
    const std::unique_ptr<QWidget> view = make();
    view->setFocusPolicy(Qt::NoFocus);
    view->resize(700, 240);
    view->show();
    QCoreApplication::processEvents();
    const QImage image = view->grab().toImage();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    return image;
}

template <class Make>
void looksTheSameFromTheRight(const Make &make)
{
    QCOMPARE(seen(Qt::RightToLeft, make), seen(Qt::LeftToRight, make));
}

} // namespace

class DirectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void commandsAreInOrder()
    {
        looksTheSameFromTheRight([] {
            auto edit = std::make_unique<CodeEdit>();
            edit->showUtf8("-smp 2 -m 2048 \\\n  -append 'panic=1'\n/src/linux/ (2026-11-27)\n");
            return edit;
        });
    }

    void commitsAreInOrder()
    {
        HistoryModel model;
        model.setSnapshot(sample::running().snapshot());
        looksTheSameFromTheRight([&model] {
            auto view = std::make_unique<HistoryView>();
            view->setHistory(&model);
            return view;
        });
    }

    void rowsAreInOrder()
    {
        looksTheSameFromTheRight([] {
            auto view = std::make_unique<DecisionView>();
            view->setSnapshot(sample::running().snapshot());
            view->setRevision(sample::id(15));
            return view;
        });
        for (const auto grouping : {StepsView::Grouping::None, StepsView::Grouping::Title}) {
            const auto image = [grouping](Qt::LayoutDirection direction) {
                QApplication::setLayoutDirection(direction);
                StepsView view;
                view.resize(900, 400);
                view.setGrouping(grouping);
                view.setSnapshot(sample::running().snapshot());
                view.show();
                QCoreApplication::processEvents();
                const QImage grabbed = view.tree()->grab().toImage();
                QApplication::setLayoutDirection(Qt::LeftToRight);
                return grabbed;
            };
            QCOMPARE(image(Qt::RightToLeft), image(Qt::LeftToRight));
        }
        const auto titles = [](Qt::LayoutDirection direction) {
            QApplication::setLayoutDirection(direction);
            TitlesView view;
            view.resize(900, 400);
            view.setSnapshot(sample::running().snapshot());
            view.show();
            QCoreApplication::processEvents();
            const QImage image = view.tree()->grab().toImage();
            QApplication::setLayoutDirection(Qt::LeftToRight);
            return image;
        };
        QCOMPARE(titles(Qt::RightToLeft), titles(Qt::LeftToRight));
    }

    void peopleAndDatesAreInOrder()
    {
        const KSyntaxHighlighting::Repository repository;
        QApplication::setLayoutDirection(Qt::RightToLeft);
        CommitView view(repository);
        view.showPending(sample::range()->commits.front());
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->text().contains(hashText(sample::range()->commits.front().id))) {
                QCOMPARE(label->layoutDirection(), Qt::LeftToRight);
            }
        }
        QVERIFY(view.isRightToLeft());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aPathWithinASentenceIsInOrder()
    {
        const QString path = u"/src/linux-6.9/ -j2 (a)"_s;
        QCOMPARE(leftToRight(path), path);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const QString sentence = u"\u0627\u0628\u062a "_s + leftToRight(path) + u" \u062a\u0628\u0627"_s;
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QTextLayout layout(sentence);
        QTextOption option;
        option.setTextDirection(Qt::RightToLeft);
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        layout.endLayout();
        const auto begin = int(sentence.indexOf(path)); // where a cursor stands at either end
        for (int i = begin + 2; i < begin + path.size(); ++i) {
            QVERIFY2(line.cursorToX(i) > line.cursorToX(i - 1), qPrintable(path.mid(i - begin)));
        }
    }
};

QTEST_MAIN(DirectionTest)
#include "tst_direction.moc"
