// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/sessionarchive.h"
#include "engine/session/integrity.h"
#include "tests/support/largesession.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <archive.h>
#include <archive_entry.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::exchange;
using namespace culprit::session;

namespace
{

/// A file to be put into an archive by hand.
struct Member {
    QByteArray path;
    QByteArray content;
    mode_t type = AE_IFREG;
    QByteArray link = {};
};

/// A tar with zstd of any members.
void writeArchive(const QString &path, const QList<Member> &members)
{
    archive *tar = archive_write_new();
    archive_write_set_format_pax_restricted(tar);
    archive_write_add_filter_zstd(tar);
    QCOMPARE(archive_write_open_filename(tar, QFile::encodeName(path).constData()), ARCHIVE_OK);
    for (const Member &member : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.path.constData());
        archive_entry_set_filetype(entry, member.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, member.content.size());
        if (member.type == AE_IFLNK) {
            archive_entry_set_symlink(entry, member.link.constData());
        } else if (!member.link.isEmpty()) {
            archive_entry_set_hardlink(entry, member.link.constData());
        }
        QCOMPARE(archive_write_header(tar, entry), ARCHIVE_OK);
        archive_write_data(tar, member.content.constData(), size_t(member.content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(tar);
    archive_write_free(tar);
}

QList<Member> membersOf(const QString &path)
{
    QList<Member> members;
    archive *tar = archive_read_new();
    archive_read_support_filter_zstd(tar);
    archive_read_support_format_tar(tar);
    archive_read_open_filename(tar, QFile::encodeName(path).constData(), 65536);
    archive_entry *entry = nullptr;
    while (archive_read_next_header(tar, &entry) == ARCHIVE_OK) {
        Member member{archive_entry_pathname(entry), QByteArray(archive_entry_size(entry), '\0')};
        archive_read_data(tar, member.content.data(), size_t(member.content.size()));
        members += member;
    }
    archive_read_free(tar);
    return members;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Lets no file grow beyond `size` bytes, as a full disk would.
class FullDisk final
{
public:
    explicit FullDisk(rlim_t size)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{size, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class ArchiveTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(QDir(m_folder.filePath(u"out"_s)).removeRecursively() && m_folder.isValid()); }

    void roundTrip();
    void tarListsIt();
    void aSalvagedSessionKeepsItsHoles();
    void hostileArchives_data();
    void hostileArchives();
    void cutArchives();
    void aBombIsRefused();
    void fullDiskLeavesNothing();
    void nothingIsOverwritten();

private:
    QString path(const QString &name) const
    {
        QDir(m_folder.path()).mkpath(u"out"_s);
        return m_folder.filePath(u"out/"_s + name);
    }
    QStringList left() const
    {
        return QDir(m_folder.filePath(u"out"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    Result<void> pack(const QString &session, const QString &archive) const;
    /// The one sentence of the refusal; empty if there is none. Whatever happens, no file comes to be.
    QString refusal(const QString &archive);

    QTemporaryDir m_folder;
    QString m_session;
    QString m_archive;
};

void ArchiveTest::initTestCase()
{
    m_session = m_folder.filePath(u"s.culprit"_s);
    tests::LargeSession shape{5, 40, 30, 90'000};
    const auto written = tests::writeLargeSession(m_session, shape);
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    {
        const auto journal = Journal::open(m_session, Journal::Access::Write);
        const LogId nobodys = (*journal)->createLog().value();
        QVERIFY((*journal)->appendLog(nobodys, QByteArray(128 << 10, '\x01')).has_value());
        ConfigMade made;
        made.config = (*journal)->createLog().value();
        QVERIFY((*journal)->appendLog(made.config, "CONFIG_A=y\n").has_value());
        QVERIFY((*journal)->append(made).has_value());
        BuildEnded sameConfig;
        sameConfig.build = BuildId{77};
        sameConfig.config = made.config;
        QVERIFY((*journal)->append(sameConfig).has_value());
    }
    m_archive = m_folder.filePath(u"a session.tar.zst"_s);
    const Result<void> packed = pack(m_session, m_archive);
    QVERIFY2(packed, packed ? "" : packed.error().message.c_str());
}

Result<void> ArchiveTest::pack(const QString &session, const QString &archive) const
{
    const auto journal = Journal::open(session, Journal::Access::Read);
    const std::vector<Event> events = (*journal)->events().value();
    const SessionState state = fold(events, (*journal)->ranges().value());
    const Conclusion conclusion;
    return packSession(**journal,
                       {{state, events, conclusion},
                        u"The report\n"_s,
                        [](RunId run) { return run.value == 1 ? QByteArray("qemu by hand\n") : QByteArray(); }},
                       archive);
}

QString ArchiveTest::refusal(const QString &archive)
{
    const QStringList before = left();
    const Result<void> done = unpackSession(archive, path(u"new.culprit"_s));
    if (done) {
        return {};
    }
    const QString message = QString::fromStdString(done.error().message);
    const bool isSentence = message.endsWith(u'.') && !message.contains(u'\n') && message.contains(archive);
    return isSentence && left() == before ? message : QString();
}

void ArchiveTest::roundTrip()
{
    QVERIFY(mayBeSessionArchive(m_archive));
    QVERIFY(!mayBeSessionArchive(m_session));
    const Result<void> done = unpackSession(m_archive, path(u"new.culprit"_s));
    QVERIFY2(done, done ? "" : done.error().message.c_str());
    QCOMPARE(left(), QStringList(u"new.culprit"_s));
    QCOMPARE(checkSession(path(u"new.culprit"_s))->faults, QStringList());

    const auto before = Journal::open(m_session, Journal::Access::Read).value();
    const auto after = Journal::open(path(u"new.culprit"_s), Journal::Access::Read).value();
    QVERIFY(after->events().value() == before->events().value());
    QVERIFY(*after->ranges()->first == *before->ranges()->first);
    const std::vector<LogId> logs = before->logs().value();
    QVERIFY(logs.size() > 50 && after->logs().value() == logs);
    for (const LogId log : logs) {
        QCOMPARE(after->logSize(log), before->logSize(log));
        QVERIFY(after->readLog(log, 0, 1 << 20).value() == before->readLog(log, 0, 1 << 20).value());
    }
    const std::vector<ObjectId> commits = before->keptCommits().value();
    QVERIFY(!commits.empty() && after->keptCommits().value() == commits);
    for (const ObjectId &id : commits) {
        QVERIFY(before->commitText(id) && after->commitText(id) == before->commitText(id));
    }
}

void ArchiveTest::tarListsIt()
{
    QProcess tar;
    tar.start(u"tar"_s, {u"--zstd"_s, u"-tf"_s, m_archive});
    QVERIFY(tar.waitForFinished());
    QCOMPARE(tar.exitCode(), 0);
    const QStringList names = QString::fromUtf8(tar.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &name :
         {u"README.txt"_s, u"events.jsonl"_s, u"ranges/range"_s, u"session.json"_s, u"report.txt"_s,
          u"runs/1.console.txt"_s, u"runs/1.command.txt"_s, u"runs/2.command.txt"_s, u"builds/1.log.txt"_s,
          u"builds/1.config"_s, u"builds/77.config"_s, u"builds/1.command.txt"_s, u"start.config"_s}) {
        QVERIFY2(names.contains(u"a-session/"_s + name), qPrintable(name));
    }
    const auto extracted = [this](const QString &name) {
        QProcess cat;
        cat.start(u"tar"_s, {u"--zstd"_s, u"-xOf"_s, m_archive, u"a-session/"_s + name});
        cat.waitForFinished();
        return cat.readAllStandardOutput();
    };
    const auto journal = Journal::open(m_session, Journal::Access::Read).value();
    QByteArray lines = extracted(u"events.jsonl"_s);
    QCOMPARE(lines.count('\n'), std::ssize(journal->events().value()));
    QCOMPARE(extracted(u"runs/1.command.txt"_s), QByteArray("qemu by hand\n"));
    QVERIFY(extracted(u"runs/2.command.txt"_s).startsWith("qemu-system"));
    QVERIFY(extracted(u"runs/1.console.txt"_s) == tests::kernelConsole(1, 90'001));
    QVERIFY(extracted(u"session.json"_s).contains("culprit-session/1"));
}

void ArchiveTest::aSalvagedSessionKeepsItsHoles()
{
    QList<Member> members = membersOf(m_archive);
    for (Member &member : members) {
        if (member.path.endsWith("events.jsonl")) {
            const qsizetype from = member.content.indexOf("{\"seq\":95,");
            member.content.remove(from, member.content.indexOf("{\"seq\":98,") - from);
        }
    }
    writeArchive(path(u"holes.tar.zst"_s), members);
    QVERIFY(unpackSession(path(u"holes.tar.zst"_s), path(u"new.culprit"_s)));
    const auto integrity = checkSession(path(u"new.culprit"_s));
    QVERIFY(integrity->isSound());
    QVERIFY(integrity->lost == std::vector<EventSpan>({{95, 97}}));
}

void ArchiveTest::hostileArchives_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *tag, const QByteArray &name, int type, const QByteArray &link, const QString &word,
                        const QByteArray &content = "x") {
        QTest::newRow(tag) << name << content << type << link << word;
    };
    const int file = AE_IFREG;
    row("up", "../evil", file, {}, u"evil"_s);
    row("up from inside", "a-session/../../evil", file, {}, u"no session has"_s);
    row("absolute", "/tmp/evil", file, {}, u"not in the folder"_s);
    row("another folder", "b/README.txt", file, {}, u"not in the folder"_s);
    row("no folder", "README.txt", file, {}, u"not in the folder"_s);
    row("unknown name", "a-session/setup.sh", file, {}, u"no session has"_s);
    row("symbolic link", "a-session/report2", AE_IFLNK, "/etc/passwd", u"no plain file"_s);
    row("hard link", "a-session/report2", file, "/etc/passwd", u"no plain file"_s);
    row("device", "a-session/null", AE_IFCHR, {}, u"no plain file"_s);
    row("pipe", "a-session/pipe", AE_IFIFO, {}, u"no plain file"_s);
    row("twice", "a-session/README.txt", file, {}, u"twice"_s);
    row("wild log", "a-session/logs/99999999999999999999.txt", file, {}, u"no session has"_s);
    row("log 0", "a-session/logs/0.txt", file, {}, u"no session has"_s);
    row("commit of no text", "a-session/commits/0123456789012345678901234567890123456789.patch", file, {},
        u"no commit's text"_s);
    row("commit of no name", "a-session/commits/../evil.patch", file, {}, u"no session has"_s);
}

void ArchiveTest::hostileArchives()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    QFETCH(int, type);
    QFETCH(QByteArray, link);
    QFETCH(QString, word);
    QList<Member> members = membersOf(m_archive);
    members.insert(members.size() / 2,
                   {name, type == AE_IFREG && link.isEmpty() ? content : QByteArray(), mode_t(type), link});
    writeArchive(path(u"hostile.tar.zst"_s), members);
    const QString message = refusal(path(u"hostile.tar.zst"_s));
    QVERIFY2(message.contains(word), qPrintable(message));
}

void ArchiveTest::cutArchives()
{
    const QByteArray whole = bytesOf(m_archive);
    const auto write = [&](const QByteArray &bytes) {
        QFile file(path(u"cut.tar.zst"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    for (const qsizetype size : {whole.size() - 1, whole.size() / 2, whole.size() / 10, qsizetype{100}, qsizetype{4}}) {
        write(whole.first(size));
        QVERIFY2(!refusal(path(u"cut.tar.zst"_s)).isEmpty(), qPrintable(QString::number(size)));
    }
    for (qsizetype at = 50; at < whole.size(); at += whole.size() / 20) {
        QByteArray bytes = whole;
        bytes[at] = static_cast<char>(bytes.at(at) ^ 0x10);
        write(bytes);
        // A changed byte of a text that still is one cannot be told; what comes of it is sound all the same.
        if (refusal(path(u"cut.tar.zst"_s)).isEmpty()) {
            QVERIFY(checkSession(path(u"new.culprit"_s))->isSound());
            QFile::remove(path(u"new.culprit"_s));
        }
    }
    // Whole as a tar, but without its last files.
    QList<Member> members = membersOf(m_archive);
    members.removeLast();
    writeArchive(path(u"cut.tar.zst"_s), members);
    QVERIFY(refusal(path(u"cut.tar.zst"_s)).contains(u"cut off"_s));
    writeArchive(path(u"cut.tar.zst"_s), {});
    QVERIFY(!refusal(path(u"cut.tar.zst"_s)).isEmpty());
}

void ArchiveTest::aBombIsRefused()
{
    QList<Member> members = membersOf(m_archive);
    QVERIFY(members.at(1).path.endsWith("events.jsonl"));
    members[1].content = QByteArray(40 << 20, 'x');
    writeArchive(path(u"bomb.tar.zst"_s), members);
    QVERIFY(refusal(path(u"bomb.tar.zst"_s)).contains(u"too long"_s));

    members = membersOf(m_archive).first(3);
    const QByteArray zeros(100 << 20, '\0');
    for (int i = 0; i < 4; ++i) {
        members += {"a-session/logs/" + QByteArray::number(900 + i) + ".txt", zeros};
    }
    writeArchive(path(u"bomb.tar.zst"_s), members);
    QVERIFY(QFileInfo(path(u"bomb.tar.zst"_s)).size() < 1 << 20);
    QVERIFY(refusal(path(u"bomb.tar.zst"_s)).contains(u"far more than its size"_s));
}

void ArchiveTest::fullDiskLeavesNothing()
{
    const FullDisk full(20'000);
    const Result<void> packed = pack(m_session, path(u"new.tar.zst"_s));
    QVERIFY(!packed);
    QVERIFY2(packed.error().message.contains("make room"), packed.error().message.c_str());
    const Result<void> unpacked = unpackSession(m_archive, path(u"new.culprit"_s));
    QVERIFY(!unpacked);
    QVERIFY2(unpacked.error().message.contains("make room"), unpacked.error().message.c_str());
    QCOMPARE(left(), QStringList());
}

void ArchiveTest::nothingIsOverwritten()
{
    QVERIFY(!pack(m_session, m_session));
    QVERIFY(!unpackSession(m_archive, m_session));
    QVERIFY(checkSession(m_session)->isSound());
    QVERIFY(!unpackSession(path(u"missing.tar.zst"_s), path(u"new.culprit"_s)));
    QVERIFY(!unpackSession(m_session, path(u"new.culprit"_s)));
    QCOMPARE(left(), QStringList());
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archivetest.moc"
