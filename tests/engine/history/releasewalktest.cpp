// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/history/releasewalk.h"

#include <QTest>

using namespace culprit;
using history::Tag;

class ReleaseWalkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesFewerTheFurtherBack();
    void triesSomeOfTheNewestStableReleases_data();
    void triesSomeOfTheNewestStableReleases();
    void passesOverWhatIsNoRelease();
    void testsNoCommitTwice();
};

namespace
{

/// A commit of its own for each name.
std::vector<Tag> tagsOf(const QStringList &names)
{
    std::vector<Tag> tags;
    for (const QString &name : names) {
        std::array<std::uint8_t, 20> bytes{};
        bytes[0] = static_cast<std::uint8_t>(tags.size());
        tags.push_back({.name = name.toStdString(), .commit = history::ObjectId(bytes)});
    }
    return tags;
}

QString tried(const QStringList &names)
{
    QStringList list;
    for (const Tag &tag : history::releasesToTry(tagsOf(names))) {
        list += QString::fromStdString(tag.name);
    }
    return list.join(u' ');
}

/// v<major>.<last> down to v<major>.<first>
QStringList fullReleases(int major, int first, int last)
{
    QStringList names;
    for (int minor = first; minor <= last; ++minor) {
        names += QStringLiteral("v%1.%2").arg(major).arg(minor);
    }
    return names;
}

QStringList subReleases(const QString &release, int last)
{
    QStringList names;
    for (int number = 1; number <= last; ++number) {
        names += QStringLiteral("%1.%2").arg(release).arg(number);
    }
    return names;
}

} // namespace

void ReleaseWalkTest::triesFewerTheFurtherBack()
{
    const QStringList names = fullReleases(4, 19, 20) + fullReleases(5, 0, 19) + fullReleases(6, 0, 5);
    QCOMPARE(tried(names), QStringLiteral("v6.5 v6.4 v6.3 v6.1 v5.19 v5.17 v5.15 v5.13 v5.10 v5.7 v5.4 v5.1 v4.19"));
    QCOMPARE(tried({}), QString());
}

void ReleaseWalkTest::triesSomeOfTheNewestStableReleases_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("expected");
    const QStringList old = fullReleases(5, 4, 15) + subReleases(QStringLiteral("v5.4"), 200);
    const QString stable = QStringLiteral("v5.15");
    QTest::newRow("ten") << old + subReleases(stable, 10)
                         << QStringLiteral("v5.15.10 v5.15.9 v5.15.5 v5.15 v5.14 v5.13 v5.11 v5.9 v5.7 v5.5 v5.4");
    QTest::newRow("five") << old + subReleases(stable, 5)
                          << QStringLiteral("v5.15.5 v5.15.4 v5.15 v5.14 v5.13 v5.11 v5.9 v5.7 v5.5 v5.4");
    QTest::newRow("one") << old + subReleases(stable, 1)
                         << QStringLiteral("v5.15.1 v5.15 v5.14 v5.13 v5.11 v5.9 v5.7 v5.5 v5.4");
    QTest::newRow("no full one") << subReleases(stable, 3) << QStringLiteral("v5.15.3 v5.15.2");
}

void ReleaseWalkTest::triesSomeOfTheNewestStableReleases()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, expected);
    QCOMPARE(tried(names), expected);
}

void ReleaseWalkTest::passesOverWhatIsNoRelease()
{
    QCOMPARE(tried({QStringLiteral("v6.12-uts"), QStringLiteral("v6.12-rc3"), QStringLiteral("next-20260101"),
                    QStringLiteral("v6.11"), QStringLiteral("6.10"), QStringLiteral("v6")}),
             QStringLiteral("v6.11"));
}

void ReleaseWalkTest::testsNoCommitTwice()
{
    std::vector<Tag> tags = tagsOf({QStringLiteral("v5.0"), QStringLiteral("v4.20"), QStringLiteral("v4.19")});
    tags[1].commit = tags[0].commit;
    const std::vector<Tag> list = history::releasesToTry(tags);
    QCOMPARE(list.size(), std::size_t(2));
    QCOMPARE(list.front().name, std::string("v5.0"));
    QCOMPARE(list.back().name, std::string("v4.19"));
}

QTEST_GUILESS_MAIN(ReleaseWalkTest)
#include "releasewalktest.moc"
