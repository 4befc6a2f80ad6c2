// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as the archive of a session (packed or, as libarchive takes that too, a plain tar): refused with a sentence
// and nothing left, or a session that is sound.

#include "engine/exchange/sessionarchive.h"
#include "engine/session/integrity.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace culprit;

namespace
{

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

} // namespace

// SQLite is a plugin of Qt's, which wants an application; destroyed at exit it would find no SQL any more.
extern "C" int LLVMFuzzerInitialize(int *count, char ***values)
{
    static const auto *application = new QCoreApplication(*count, *values);
    return application != nullptr ? 0 : 1;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder;
    const QString archive = folder.filePath(QStringLiteral("session.tar.zst"));
    const QString target = folder.filePath(QStringLiteral("session.culprit"));
    QFile::remove(target);
    QFile file(archive);
    const auto length = static_cast<qint64>(size);
    require(file.open(QIODevice::WriteOnly) && file.write(reinterpret_cast<const char *>(data), length) == length);
    file.close();
    if (const auto unpacked = exchange::unpackSession(archive, target)) {
        const auto integrity = session::checkSession(target);
        require(integrity && integrity->isSound());
    } else {
        require(!unpacked.error().message.empty() && !QFile::exists(target));
    }
    return 0;
}
