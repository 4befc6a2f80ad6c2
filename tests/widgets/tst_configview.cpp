// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/samplesession.h"
#include "widgets/codeedit.h"
#include "widgets/configview.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace culprit;
using namespace culprit::widgets;
using namespace Qt::StringLiterals;

namespace
{

/// Built in the order 60, 0, 30 (which failed), 31, 15; the log of the config is the commit's number.
sample::Session withConfigs()
{
    sample::Session s = sample::running();
    for (auto &[id, build] : s.state.builds) {
        for (const int commit : {60, 0, 30, 31}) {
            if (build.ended && build.started.revision == sample::id(commit)) {
                build.ended->config = LogId{commit + 1000};
            }
        }
    }
    return s;
}

QString textOf(const ConfigView &view)
{
    return QString::fromUtf8(view.text()->utf8());
}

} // namespace

class ConfigViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWithTheRevisionBuiltBefore()
    {
        ConfigView view;
        QSignalSpy wanted(&view, &ConfigView::comparisonWanted);
        const sample::Session s = withConfigs();
        view.show(s.snapshot(), sample::id(31));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.last(), (QVariantList{QVariant::fromValue(LogId{1030}), QVariant::fromValue(LogId{1031})}));
        QCOMPARE(view.against()->count(), 3);
        view.showChanges(LogId{1030}, LogId{1031}, QList<kernel::ConfigChange>{{"CONFIG_NET", "y", {}}});
        QVERIFY2(textOf(view).contains(u"CONFIG_NET: y -> absent"_s), qPrintable(textOf(view)));

        // The same again asks nothing anew; another one does, and late answers are passed over.
        view.show(s.snapshot(), sample::id(31));
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(view.against(), Qt::Key_Home);
        QCOMPARE(view.against()->currentText(), u"v6.9-rc1"_s);
        QCOMPARE(wanted.last(), (QVariantList{QVariant::fromValue(LogId{1060}), QVariant::fromValue(LogId{1031})}));
        view.showChanges(LogId{1030}, LogId{1031}, QList<kernel::ConfigChange>{{"CONFIG_OLD", "y", "n"}});
        QVERIFY(!textOf(view).contains(u"CONFIG_OLD"_s));
        view.showChanges(LogId{1060}, LogId{1031}, failedOutside("The log is damaged."));
        QCOMPARE(textOf(view), u"The log is damaged."_s);
    }

    void keepsTheChoiceWhileBuildsEnd()
    {
        ConfigView view;
        sample::Session s = withConfigs();
        view.show(s.snapshot(), sample::id(31));
        QTest::keyClick(view.against(), Qt::Key_Home);
        QSignalSpy wanted(&view, &ConfigView::comparisonWanted);
        s.state.builds.at(s.state.revision(sample::id(15))->builds.front()).ended->config = LogId{1015};
        view.show(s.snapshot(), sample::id(31));
        QCOMPARE(view.against()->count(), 4);
        QCOMPARE(view.against()->currentText(), u"v6.9-rc1"_s);
        QCOMPARE(wanted.size(), 0);
    }

    void saysWhyThereIsNothing()
    {
        ConfigView view;
        QSignalSpy wanted(&view, &ConfigView::comparisonWanted);
        view.show({}, {});
        QVERIFY(textOf(view).contains(u"No commit is selected"_s));
        view.show(withConfigs().snapshot(), sample::id(5));
        QVERIFY2(textOf(view).contains(u"No config is kept"_s), qPrintable(textOf(view)));
        QVERIFY(!view.against()->isEnabled());
        sample::Session one;
        one.build(60, session::BuildOutcome::Built);
        one.state.builds.begin()->second.ended->config = LogId{1};
        view.show(one.snapshot(), sample::id(60));
        QVERIFY2(textOf(view).contains(u"only revision"_s), qPrintable(textOf(view)));
        QCOMPARE(wanted.size(), 0);
    }
};

QTEST_MAIN(ConfigViewTest)
#include "tst_configview.moc"
