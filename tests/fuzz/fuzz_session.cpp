// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any text as an event's payload or as SETUP.toml: what is accepted is bounded and survives being written and read
// again. Any bytes as a session file: checked, salvaged, and what is saved is sound.

#include "engine/session/event.h"
#include "engine/session/integrity.h"
#include "engine/session/salvage.h"
#include "engine/session/setup.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace culprit::session;

namespace
{

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

void readPayload(const QString &kind, const QByteArray &json)
{
    const auto payload = payloadFromJson(kind, json);
    if (!payload) {
        require(!payload.error().message.empty());
        return;
    }
    require(kindOf(*payload) == kind);
    require(payloadFromJson(kind, toJson(*payload)) == payload);
    require(!describe(*payload).contains(QLatin1Char('\n')));
}

void readSetup(const QByteArray &toml)
{
    const auto setup = parseSetup(toml, QStringLiteral("/folder"));
    if (!setup) {
        require(!setup.error().message.empty());
        return;
    }
    const auto again = parseSetup(formatSetup(*setup), QStringLiteral("/elsewhere"));
    require(again && *again == *setup);
}

void readSessionFile(const QByteArray &bytes)
{
    static const QTemporaryDir folder;
    const QString damaged = folder.filePath(QStringLiteral("damaged"));
    const QString saved = folder.filePath(QStringLiteral("saved"));
    QFile::remove(saved);
    QFile file(damaged);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto checked = checkSession(damaged);
    require(checked || !checked.error().message.empty());
    if (const auto salvaged = salvageSession(damaged, saved)) {
        const auto integrity = checkSession(saved);
        require(integrity && integrity->isSound());
    } else {
        require(!salvaged.error().message.empty() && !QFile::exists(saved));
    }
}

} // namespace

// SQLite is a plugin of Qt's, which wants an application; destroyed at exit it would find no SQL any more.
extern "C" int LLVMFuzzerInitialize(int *count, char ***values)
{
    static const auto *application = new QCoreApplication(*count, *values);
    return application != nullptr ? 0 : 1;
}

// The first byte says what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array kinds{
        QStringLiteral("session-created"), QStringLiteral("engine-started"), QStringLiteral("engine-stopped"),
        QStringLiteral("build-started"),   QStringLiteral("build-ended"),    QStringLiteral("run-started"),
        QStringLiteral("run-ended"),       QStringLiteral("log-imported"),   QStringLiteral("verdict-judged"),
        QStringLiteral("outcome-judged"),  QStringLiteral("title-judged"),   QStringLiteral("retest-asked"),
        QStringLiteral("undone")};
    if (size == 0) {
        return 0;
    }
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const std::size_t what = data[0] % (kinds.size() + 2);
    if (what == kinds.size()) {
        readSetup(text);
    } else if (what > kinds.size()) {
        readSessionFile(text);
    } else {
        readPayload(kinds[what], text);
    }
    return 0;
}
