// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/artifactcache.h"

#include "engine/kernel/files.h"
#include "engine/kernel/signature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <array>
#include <utility>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 LongestEntry = 1024 * 1024;
constexpr auto EntryName = "entry.json"_L1;

/// Staging folders of programs that were killed are removed when they are this old.
constexpr auto StagingAge = std::chrono::days(1);

constexpr std::array Files{std::pair{"image", &Artifacts::image}, std::pair{"vmlinux", &Artifacts::vmlinux},
                           std::pair{"config", &Artifacts::config}, std::pair{"sources", &Artifacts::sources}};

Result<Artifacts> copyInto(const Artifacts &from, const QString &folder, Sharing sharing)
{
    Artifacts result = from;
    for (const auto &[name, member] : Files) {
        if ((from.*member).isEmpty()) {
            continue;
        }
        const QString to = folder + u'/' + QLatin1StringView(name);
        if (const auto copied = copyFile(from.*member, to, sharing); !copied) {
            return std::unexpected(copied.error());
        }
        result.*member = to;
    }
    return result;
}

Artifacts movedTo(Artifacts artifacts, const QString &folder)
{
    for (const auto &[name, member] : Files) {
        if (!(artifacts.*member).isEmpty()) {
            artifacts.*member = folder + u'/' + QLatin1StringView(name);
        }
    }
    return artifacts;
}

/// A folder beside `place`, so that it can be moved there.
Result<QString> makeStaging(const QString &place)
{
    const QString parent = QFileInfo(place).absolutePath();
    QDir().mkpath(parent);
    QTemporaryDir staging(parent + "/new-XXXXXX"_L1);
    if (!staging.isValid()) {
        return failedOutside(parent.toStdString() + " cannot be written (" + staging.errorString().toStdString() +
                             "): make room or choose another folder.");
    }
    staging.setAutoRemove(false);
    return staging.path();
}

Result<Artifacts> assemble(const Artifacts &from, const QString &folder, Sharing sharing, const QByteArray &entry)
{
    const auto staging = makeStaging(folder);
    if (!staging) {
        return std::unexpected(staging.error());
    }
    auto result = copyInto(from, *staging, sharing);
    if (result && !entry.isEmpty()) {
        QFile file(*staging + u'/' + EntryName);
        if (!file.open(QIODevice::WriteOnly) || file.write(entry) != entry.size() || !file.flush()) {
            result = failedOutside(file.fileName().toStdString() + " cannot be written (" +
                                   file.errorString().toStdString() + "): make room.");
        }
    }
    if (result) {
        if (const auto moved = moveIntoPlace(*staging, folder); !moved) {
            result = std::unexpected(moved.error());
        }
    }
    if (!result) {
        QDir(*staging).removeRecursively();
        return result;
    }
    return movedTo(*result, folder);
}

Result<QByteArray> describe(const Artifacts &artifacts)
{
    QJsonObject hashes;
    for (const auto &[name, member] : Files) {
        if ((artifacts.*member).isEmpty()) {
            continue;
        }
        const auto hash = fileHash(artifacts.*member);
        if (!hash) {
            return hash;
        }
        hashes.insert(QLatin1StringView(name), QString::fromLatin1(*hash));
    }
    return QJsonDocument(QJsonObject{{u"files"_s, hashes},
                                     {u"signature"_s, QString::fromLatin1(artifacts.signature)},
                                     {u"maskedSignature"_s, QString::fromLatin1(artifacts.maskedSignature)},
                                     {u"compiler"_s, artifacts.compiler},
                                     {u"command"_s, artifacts.command},
                                     {u"milliseconds"_s, artifacts.milliseconds}})
        .toJson(QJsonDocument::Compact);
}

QJsonObject readDescription(const QString &folder)
{
    QFile file(folder + u'/' + EntryName);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(LongestEntry)).object() : QJsonObject();
}

/// What entry.json and the files say, if they agree.
std::optional<Artifacts> readEntry(const QString &folder)
{
    const QJsonObject entry = readDescription(folder);
    const QJsonObject hashes = entry.value("files"_L1).toObject();
    Artifacts result{.image = {},
                     .vmlinux = {},
                     .config = {},
                     .sources = {},
                     .signature = entry.value("signature"_L1).toString().toLatin1(),
                     .maskedSignature = entry.value("maskedSignature"_L1).toString().toLatin1(),
                     .compiler = entry.value("compiler"_L1).toString(),
                     .command = entry.value("command"_L1).toString(),
                     .milliseconds = entry.value("milliseconds"_L1).toInteger()};
    for (const auto &[name, member] : Files) {
        const QByteArray expected = hashes.value(QLatin1StringView(name)).toString().toLatin1();
        if (expected.isEmpty()) {
            continue;
        }
        result.*member = folder + u'/' + QLatin1StringView(name);
        if (fileHash(result.*member) != expected) {
            return {};
        }
    }
    return result.image.isEmpty() ? std::nullopt : std::optional(result);
}

QList<CacheEntry> listEntries(const QString &folder)
{
    QList<CacheEntry> entries;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        CacheEntry entry{.path = info.absoluteFilePath(), .used = info.lastModified(), .bytes = 0};
        QDirIterator files(entry.path, QDir::Files);
        while (files.hasNext()) {
            entry.bytes += files.nextFileInfo().size();
        }
        if (const QFileInfo description(entry.path + u'/' + EntryName); description.exists()) {
            entry.used = description.lastModified();
        } else if (entry.used.addDuration(StagingAge) > QDateTime::currentDateTime()) {
            continue; // another program is at work on it
        }
        entries += entry;
    }
    return entries;
}

} // namespace

Result<Artifacts> collectArtifacts(const Artifacts &from, const QString &folder)
{
    return assemble(from, QDir::cleanPath(QDir(folder).absolutePath()), Sharing::Copy, {});
}

QByteArray ArtifactCache::key(const QList<QByteArray> &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts) {
        hash.addData(QByteArray::number(part.size()) + ':' + part);
    }
    return hash.result().toHex();
}

QString ArtifactCache::entryFolder(const QByteArray &key) const
{
    return QDir(m_folder).absoluteFilePath(QString::fromLatin1(key));
}

Result<void> ArtifactCache::put(const QByteArray &key, const Artifacts &artifacts) const
{
    const auto description = describe(artifacts);
    if (!description) {
        return std::unexpected(description.error());
    }
    const auto entry = assemble(artifacts, entryFolder(key), Sharing::Link, *description);
    if (!entry) {
        return std::unexpected(entry.error());
    }
    trim();
    return {};
}

std::optional<Artifacts> ArtifactCache::take(const QByteArray &key, const QString &folder) const
{
    const QString entry = entryFolder(key);
    if (!QFileInfo::exists(entry)) {
        return {};
    }
    const auto artifacts = readEntry(entry);
    if (!artifacts) {
        QDir(entry).removeRecursively();
        return {};
    }
    auto result = assemble(*artifacts, QDir::cleanPath(QDir(folder).absolutePath()), Sharing::Link, {});
    if (!result) {
        return {};
    }
    QFile description(entry + u'/' + EntryName);
    if (description.open(QIODevice::ReadWrite)) {
        description.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    }
    return *result;
}

QString ArtifactCache::imageWith(const QByteArray &hash) const
{
    const QString wanted = QString::fromLatin1(hash);
    for (const QFileInfo &entry : QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString image = entry.absoluteFilePath() + "/image"_L1;
        if (readDescription(entry.absoluteFilePath()).value("files"_L1).toObject().value("image"_L1) == wanted &&
            QFileInfo::exists(image)) {
            return image;
        }
    }
    return {};
}

void ArtifactCache::trim() const
{
    trimCache(listEntries(m_folder), m_limits);
}

} // namespace culprit::kernel
