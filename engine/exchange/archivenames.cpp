// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/archivenames.h"

#include "engine/exchange/facts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace culprit::exchange
{

using namespace session;

namespace
{

const QString rangeFolder = QStringLiteral("ranges/");

QByteArray commitHead(const ObjectId &id, qsizetype messageSize)
{
    return "commit " + QByteArray::fromStdString(id.hex()) + "\nmessage of " + QByteArray::number(messageSize) +
           " bytes\n\n";
}

constexpr QByteArrayView messageEnd("\n---\n");

} // namespace

QString rangeNameOf(const QString &key)
{
    return rangeFolder + QString(key).replace(u'/', u'-');
}

QString rangeKeyOf(const QString &name)
{
    return name.startsWith(rangeFolder) ? name.sliced(rangeFolder.size()).replace(u'-', u'/') : QString();
}

QString commitName(const ObjectId &id)
{
    return commitFolder + hexOf(id) + QStringLiteral(".patch");
}

QString logName(LogId log)
{
    return QStringLiteral("logs/%1.txt").arg(log.value);
}

std::optional<LogId> logFromName(QStringView name)
{
    const qsizetype folder = QStringLiteral("logs/").size();
    const LogId log{name.size() > folder + 4 ? name.sliced(folder).chopped(4).toLongLong() : 0};
    return log.value > 0 && name == logName(log) ? std::optional(log) : std::nullopt;
}

QString logNameBy(const Payload &payload)
{
    if (std::holds_alternative<ConfigMade>(payload)) {
        return QStringLiteral("start.config");
    }
    if (std::holds_alternative<LogImported>(payload)) {
        return QStringLiteral("imported.log");
    }
    if (const auto *build = std::get_if<BuildStarted>(&payload)) {
        return QStringLiteral("builds/%1.log.txt").arg(build->build.value);
    }
    if (const auto *built = std::get_if<BuildEnded>(&payload)) {
        return QStringLiteral("builds/%1.config").arg(built->build.value);
    }
    if (const auto *run = std::get_if<RunStarted>(&payload)) {
        return QStringLiteral("runs/%1.console.txt").arg(run->run.value);
    }
    return {};
}

QByteArray commitFile(const ObjectId &id, const CommitText &text)
{
    const QByteArray message = text.message.toUtf8();
    return commitHead(id, message.size()) + message + messageEnd.toByteArray() + text.patch.toUtf8();
}

Result<CommitText> commitFromFile(const ObjectId &id, const QByteArray &bytes)
{
    const qsizetype numberAt = commitHead(id, 0).indexOf("0 bytes\n");
    const qsizetype numberEnd = bytes.indexOf(' ', numberAt);
    const qint64 size = numberEnd < 0 ? -1 : bytes.sliced(numberAt, numberEnd - numberAt).toLongLong();
    const QByteArray head = commitHead(id, size);
    if (size < 0 || size > bytes.size() - head.size() - messageEnd.size() || !bytes.startsWith(head) ||
        bytes.sliced(head.size() + size, messageEnd.size()) != messageEnd) {
        return failedOutside("it does not begin with its commit and the length of the message");
    }
    return CommitText{QString::fromUtf8(bytes.sliced(head.size(), size)),
                      QString::fromUtf8(bytes.sliced(head.size() + size + messageEnd.size()))};
}

QByteArray eventLine(const Event &event)
{
    return QByteArrayLiteral("{\"seq\":") + QByteArray::number(event.seq.value) +
           ",\"time\":" + QByteArray::number(event.time) + ",\"kind\":\"" + kindOf(event.payload).toUtf8() +
           "\",\"payload\":" + toJson(event.payload) + "}\n";
}

Result<Event> eventFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const EventSeq seq{object[QStringLiteral("seq")].toInteger()};
    const QJsonDocument payload(object[QStringLiteral("payload")].toObject());
    return payloadFromJson(object[QStringLiteral("kind")].toString(), payload.toJson(QJsonDocument::Compact))
        .transform(
            [&](Payload &&read) { return Event{seq, object[QStringLiteral("time")].toInteger(), std::move(read)}; });
}

} // namespace culprit::exchange
