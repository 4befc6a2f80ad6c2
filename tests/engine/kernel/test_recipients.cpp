// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/recipients.h"

#include <QTest>

#include <algorithm>
#include <array>

using culprit::history::CommitDetails;
using culprit::kernel::mergeRecipients;
using culprit::kernel::parseMaintainers;
using culprit::kernel::Recipient;
using culprit::kernel::recipientsOf;
using Field = Recipient::Field;
using List = std::vector<Recipient>;

namespace
{

CommitDetails commitOf(std::string message)
{
    CommitDetails commit;
    commit.author = {"Ann Author", "Ann@Example.org", 0, 0};
    commit.message = std::move(message);
    return commit;
}

} // namespace

class TestRecipients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAuthorAndTrailers();
    void namesEachAddressOnceWithAllReasons();
    void readsAddressesAsPeopleWriteThem();
    void boundsHostileMessages();
    void readsWhatTheScriptPrints();
    void copiesTheKernelListWhenThereIsOneOfTheSubsystem();
};

void TestRecipients::takesAuthorAndTrailers()
{
    const List list = recipientsOf(commitOf("mm: free it once\n\nSigned-off-by: this line has no address\n"
                                            "Reviewed-by: Rita <rita@example.org>\n"
                                            "acked-by: Al <al@example.org>\n"
                                            "Tested-by: Tom <tom@example.org>\n"
                                            "Reported-by: syzbot+1@syzkaller.example.com\n"
                                            "Reported-and-tested-by: Bo <bo@example.org>\n"
                                            "Co-developed-by: Cy <cy@example.org>\n"
                                            "Cc: linux-mm@kvack.example\n"
                                            "Link: https://lore.example.org/a@b\n"
                                            "Suggested: Zoe <zoe@example.org>\n"));
    const List expected{{"Ann@Example.org", "Ann Author", "author", Field::To},
                        {"rita@example.org", "Rita", "reviewed", Field::To},
                        {"al@example.org", "Al", "acked", Field::To},
                        {"tom@example.org", "Tom", "tested", Field::To},
                        {"syzbot+1@syzkaller.example.com", "", "reported", Field::Cc},
                        {"bo@example.org", "Bo", "reported, tested", Field::To},
                        {"cy@example.org", "Cy", "co-developed", Field::To},
                        {"linux-mm@kvack.example", "", "copied in the commit", Field::Cc}};
    QVERIFY(list == expected);
}

void TestRecipients::namesEachAddressOnceWithAllReasons()
{
    const List commit = recipientsOf(commitOf("x\n\nSigned-off-by: Ann <ann@example.org>\nCc: ANN@EXAMPLE.ORG\n"
                                              "Reported-by: rob@example.org\n"));
    QCOMPARE(commit.size(), 2);
    QVERIFY(commit[0] ==
            (Recipient{"Ann@Example.org", "Ann Author", "author, signed off, copied in the commit", Field::To}));
    const List script = parseMaintainers("Rob Roe <ROB@example.org> (maintainer:MEMORY)\n"
                                         "\"Ann A.\" <ann@example.org> (reviewer:MEMORY)\n");
    const List merged = mergeRecipients(std::array{commit, script, script});
    QCOMPARE(merged.size(), 2);
    QVERIFY(merged[0] == (Recipient{"Ann@Example.org", "Ann Author",
                                    "author, signed off, copied in the commit, reviewer: MEMORY", Field::To}));
    QVERIFY(merged[1] == (Recipient{"rob@example.org", "Rob Roe", "reported, maintainer: MEMORY", Field::To}));
}

void TestRecipients::readsAddressesAsPeopleWriteThem()
{
    const List list = recipientsOf(commitOf("x\n\nCc: <stable@vger.kernel.org> # 5.4+\nCC: Stable@kernel.org\n"
                                            "Cc: A <a@x.org>, \"B, C\" <b@x.org>\nCc: c@x.org, d@x.org # why\n"
                                            "Signed-off-by: Jos\xc3\xa9 \"Pepe\" <jose@x.org> [fixed it]\n"
                                            "  Acked-by: e@x.org\n"));
    QStringList texts;
    for (const Recipient &one : list) {
        texts << QString::fromStdString(one.name + '|' + one.address);
    }
    QCOMPARE(texts.join(u' '), QStringLiteral("Ann Author|Ann@Example.org A|a@x.org B, C|b@x.org |c@x.org |d@x.org "
                                              "José Pepe|jose@x.org |e@x.org"));
}

void TestRecipients::boundsHostileMessages()
{
    std::string many = "x\n\n";
    for (int i = 0; i < 5000; ++i) {
        many += "Cc: p" + std::to_string(i) + "@x.org\n";
    }
    QCOMPARE(recipientsOf(commitOf(many)).size(), culprit::kernel::mostRecipients);

    const List odd = recipientsOf(commitOf(
        "x\n\nCc: a@b@c\nCc: @x.org\nCc: a@\nCc: <a@x.org\nCc: a b@x.org>\nCc: <a\r\nBcc: b@x.org>\nCc: ,,,\nCc:\n"
        "Cc: <a\x01@x.org>\nCc: Name\x1b[31m\xe2\x80\xae <ok@x.org>\nCc: " +
        std::string(500, 'n') + " <long@x.org>\nCc: <" + std::string(300, 'a') +
        "@x.org>\nCc: " + std::string(200'000, 'x') + "\nSigned-off-by: \xff\xfe <bytes@x.org>\n"));
    QCOMPARE(odd.size(), 4);
    QCOMPARE(odd[1].address, std::string("ok@x.org"));
    QCOMPARE(QString::fromStdString(odd[1].name), QStringLiteral("Name [31m"));
    QCOMPARE(odd[2].name.size(), 100);
    QCOMPARE(odd[3].address, std::string("bytes@x.org"));
    for (const Recipient &one : odd) {
        QVERIFY(std::ranges::none_of(one.name + one.address + one.reason,
                                     [](char c) { return static_cast<unsigned char>(c) < ' '; }));
    }
    CommitDetails nobody = commitOf("");
    nobody.author.mail = "not an address";
    QVERIFY(recipientsOf(nobody).empty());
}

void TestRecipients::readsWhatTheScriptPrints()
{
    const List list =
        parseMaintainers("\"Ted T.\" <tt@x.org> (maintainer:EXT4 FILE SYSTEM (old),commit_signer:3/5=60%)\n"
                         "Sue <sue@x.org> (supporter:EXT4)\n"
                         "Rev <rev@x.org> (reviewer:EXT4)\n"
                         "Com <com@x.org> (commit_signer:1/5=20%,authored:1/5=20%)\n"
                         "plain@x.org\n"
                         "linux-ext4@x.org (open list:EXT4 FILE SYSTEM)\n"
                         "EXT4 FILE SYSTEM status: Maintained\n"
                         "Bad divisor in main::vcs_assign: 0\n");
    const List expected{{"tt@x.org", "Ted T.", "maintainer: EXT4 FILE SYSTEM (old), commit_signer: 3/5=60%", Field::To},
                        {"sue@x.org", "Sue", "supporter: EXT4", Field::To},
                        {"rev@x.org", "Rev", "reviewer: EXT4", Field::Cc},
                        {"com@x.org", "Com", "commit_signer: 1/5=20%, authored: 1/5=20%", Field::Cc},
                        {"plain@x.org", "", "get_maintainer.pl", Field::Cc},
                        {"linux-ext4@x.org", "", "open list: EXT4 FILE SYSTEM", Field::To}};
    QVERIFY(list == expected);
    QVERIFY(parseMaintainers("").empty());
}

void TestRecipients::copiesTheKernelListWhenThereIsOneOfTheSubsystem()
{
    const std::string kernel = "linux-kernel@vger.kernel.org (open list)\n";
    QCOMPARE(parseMaintainers(kernel).at(0).field, Field::To);
    const List both = parseMaintainers(kernel + "linux-mm@x.org (open list:MEMORY)\n");
    QCOMPARE(both.at(0).field, Field::Cc);
    QCOMPARE(both.at(1).field, Field::To);
}

QTEST_GUILESS_MAIN(TestRecipients)
#include "test_recipients.moc"
