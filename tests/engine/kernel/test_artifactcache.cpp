// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/artifactcache.h"
#include "minitree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace culprit;
using namespace culprit::kernel;

class TestArtifactCache final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatWasPut();
    void staysWholeWhenTheSourceGoes();
    void damagedEntryIsForgotten();
    void longestUnusedGoesFirst();
    void newFolderReplacesTheOldOne();
    void keysDoNotRunTogether();
    void imagesAreFoundByTheirHash();

private:
    Artifacts make(const QByteArray &image);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArtifactCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Artifacts TestArtifactCache::make(const QByteArray &image)
{
    writeFile(m_folder->filePath(text("bzImage")), image);
    writeFile(m_folder->filePath(text("vmlinux.elf")), "elf");
    Artifacts artifacts;
    artifacts.image = m_folder->filePath(text("bzImage"));
    artifacts.vmlinux = m_folder->filePath(text("vmlinux.elf"));
    artifacts.signature = QByteArray(64, 'a');
    artifacts.maskedSignature = QByteArray(64, 'b');
    artifacts.compiler = text("gcc 14");
    artifacts.command = text("make -j2");
    artifacts.milliseconds = 1234;
    return artifacts;
}

void TestArtifactCache::givesBackWhatWasPut()
{
    const ArtifactCache cache(m_folder->filePath(text("cache")));
    QVERIFY(!cache.take("k1", m_folder->filePath(text("out"))));
    QVERIFY(cache.put("k1", make("one")));
    const auto taken = cache.take("k1", m_folder->filePath(text("out")));
    QVERIFY(taken);
    QCOMPARE(taken->image, m_folder->filePath(text("out/image")));
    QCOMPARE(readFile(taken->image), "one");
    QCOMPARE(readFile(taken->vmlinux), "elf");
    QVERIFY(taken->config.isEmpty());
    QCOMPARE(taken->signature, QByteArray(64, 'a'));
    QCOMPARE(taken->maskedSignature, QByteArray(64, 'b'));
    QCOMPARE(taken->compiler, text("gcc 14"));
    QCOMPARE(taken->command, text("make -j2"));
    QCOMPARE(taken->milliseconds, 1234);
    QVERIFY(!cache.take("k2", m_folder->filePath(text("out2"))));
}

void TestArtifactCache::staysWholeWhenTheSourceGoes()
{
    const ArtifactCache cache(m_folder->filePath(text("cache")));
    const auto collected = collectArtifacts(make("one"), m_folder->filePath(text("build")));
    QVERIFY(collected);
    // make writes into its image: what was collected must not change with it
    QFile image(m_folder->filePath(text("bzImage")));
    QVERIFY(image.open(QIODevice::ReadWrite));
    image.write("two");
    image.close();
    QCOMPARE(readFile(collected->image), "one");
    QVERIFY(cache.put("k", *collected));
    QVERIFY(QDir(m_folder->filePath(text("build"))).removeRecursively());
    const auto taken = cache.take("k", m_folder->filePath(text("out")));
    QVERIFY(taken);
    QCOMPARE(readFile(taken->image), "one");
}

void TestArtifactCache::damagedEntryIsForgotten()
{
    const ArtifactCache cache(m_folder->filePath(text("cache")));
    QVERIFY(cache.put("k", make("one")));
    const QString entry = m_folder->filePath(text("cache/k"));
    QVERIFY(QFile::remove(entry + text("/image")));
    writeFile(entry + text("/image"), "eno");
    QVERIFY(!cache.take("k", m_folder->filePath(text("out"))));
    QVERIFY(!QDir(entry).exists());
    QVERIFY(!QDir(m_folder->filePath(text("out"))).exists());
}

void TestArtifactCache::longestUnusedGoesFirst()
{
    const QString folder = m_folder->filePath(text("cache"));
    const ArtifactCache generous(folder);
    const QByteArray large(100'000, 'x');
    for (const char *key : {"old", "used", "new"}) {
        QVERIFY(generous.put(key, make(large)));
    }
    const auto setAge = [&folder](const char *key, int days) {
        QFile entry(folder + u'/' + text(key) + text("/entry.json"));
        return entry.open(QIODevice::ReadWrite) &&
               entry.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime);
    };
    QVERIFY(setAge("old", 3) && setAge("used", 4) && setAge("new", 1));
    QVERIFY(generous.take("used", m_folder->filePath(text("out"))));
    ArtifactCache(folder, {.bytes = 250'000}).trim();
    QVERIFY(!generous.take("old", m_folder->filePath(text("out1"))));
    QVERIFY(generous.take("used", m_folder->filePath(text("out2"))));
    QVERIFY(generous.take("new", m_folder->filePath(text("out3"))));
    QVERIFY(setAge("new", 90));
    ArtifactCache(folder).trim();
    QVERIFY(!generous.take("new", m_folder->filePath(text("out4"))));
    QVERIFY(generous.take("used", m_folder->filePath(text("out5"))));
}

void TestArtifactCache::newFolderReplacesTheOldOne()
{
    const QString out = m_folder->filePath(text("out"));
    QVERIFY(collectArtifacts(make("one"), out));
    writeFile(out + text("/stray"), "x");
    const auto second = collectArtifacts(make("two"), out);
    QVERIFY(second);
    QCOMPARE(readFile(second->image), "two");
    QCOMPARE(QDir(out).entryList(QDir::Files), QStringList({text("image"), text("vmlinux")}));
    QCOMPARE(QDir(m_folder->path()).entryList({text("new-*")}, QDir::Dirs).size(), 0);
}

void TestArtifactCache::keysDoNotRunTogether()
{
    QVERIFY(ArtifactCache::key({"ab", "c"}) != ArtifactCache::key({"a", "bc"}));
    QCOMPARE(ArtifactCache::key({"ab", "c"}).size(), 64);
}

void TestArtifactCache::imagesAreFoundByTheirHash()
{
    const ArtifactCache cache(m_folder->filePath(text("cache")));
    const auto hashOf = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    };
    QCOMPARE(cache.imageWith(hashOf("one")), QString());
    QVERIFY(cache.put("k1", make("one")));
    QVERIFY(QFile::remove(m_folder->filePath(text("bzImage")))); // the cache links what it is given
    QVERIFY(cache.put("k2", make("two")));
    writeFile(m_folder->filePath(text("cache/stray/entry.json")), "{\"files\":[");
    QCOMPARE(cache.imageWith(hashOf("two")), m_folder->filePath(text("cache/k2/image")));
    QCOMPARE(readFile(cache.imageWith(hashOf("one"))), "one");
    QCOMPARE(cache.imageWith(hashOf("three")), QString());
    QCOMPARE(cache.imageWith({}), QString());
    QVERIFY(QFile::remove(m_folder->filePath(text("cache/k2/image"))));
    QCOMPARE(cache.imageWith(hashOf("two")), QString());
}

QTEST_GUILESS_MAIN(TestArtifactCache)
#include "test_artifactcache.moc"
