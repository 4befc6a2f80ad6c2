// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/eventfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <concepts>
#include <limits>
#include <utility>

namespace culprit::session
{

namespace
{

constexpr qsizetype maxPayloadBytes = 16 << 20;
constexpr qsizetype maxTextLength = 4 << 20;
constexpr qsizetype maxListLength = 10'000;

QString findWord(Find find)
{
    return find == Find::Fix ? QStringLiteral("fix") : QStringLiteral("cause");
}

QString strategyWord(Strategy strategy)
{
    return strategy == Strategy::Bayes ? QStringLiteral("bayes") : QStringLiteral("halving");
}

template <class E>
std::optional<E> fromWord(const QString &text)
{
    if constexpr (std::same_as<E, Verdict>) {
        return verdictFromWord(text);
    } else if constexpr (std::same_as<E, Outcome>) {
        return outcomeFromWord(text);
    } else if constexpr (std::same_as<E, Relevance>) {
        return relevanceFromWord(text);
    } else if constexpr (std::same_as<E, BuildOutcome>) {
        return buildOutcomeFromWord(text);
    } else if constexpr (std::same_as<E, Strategy>) {
        return text == u"bayes"     ? std::optional(Strategy::Bayes)
               : text == u"halving" ? std::optional(Strategy::Halving)
                                    : std::nullopt;
    } else {
        static_assert(std::same_as<E, Find>);
        return text == u"cause" ? std::optional(Find::Cause) : text == u"fix" ? std::optional(Find::Fix) : std::nullopt;
    }
}

class Writer final
{
public:
    template <class T>
    void operator()(const char *name, T &member)
    {
        m_object.insert(QLatin1StringView(name), json(member));
    }

    template <class E>
    void operator()(const char *name, std::optional<E> &member)
    {
        if (member) {
            m_object.insert(QLatin1StringView(name), word(*member));
        }
    }

    [[nodiscard]] QJsonObject object() const { return m_object; }

private:
    static QJsonValue json(const QString &text) { return text; }
    static QJsonValue json(bool value) { return value; }
    static QJsonValue json(int value) { return value; }
    static QJsonValue json(qint64 value) { return value; }
    static QJsonValue json(std::chrono::seconds value) { return qint64{value.count()}; }
    static QJsonValue json(const QStringList &texts) { return QJsonArray::fromStringList(texts); }
    static QJsonValue json(Find find) { return findWord(find); }
    static QJsonValue json(Strategy strategy) { return strategyWord(strategy); }
    static QJsonValue json(Outcome outcome) { return word(outcome); }
    static QJsonValue json(BuildOutcome outcome) { return word(outcome); }
    static QJsonValue json(Verdict verdict) { return word(verdict); }
    static QJsonValue json(const ObjectId &id) { return QString::fromStdString(id.hex()); }

    template <class Tag>
    static QJsonValue json(const Id<Tag> &id)
    {
        return qint64{id.value};
    }

    static QJsonValue json(const QList<ObjectId> &ids)
    {
        QJsonArray array;
        for (const ObjectId &id : ids) {
            array.append(json(id));
        }
        return array;
    }

    template <class Struct>
        requires requires(Struct &value, Writer &writer) { eachField(writer, value); }
    static QJsonValue json(QList<Struct> &values)
    {
        QJsonArray array;
        for (Struct &value : values) {
            array.append(json(value));
        }
        return array;
    }

    template <class Struct>
        requires requires(Struct &value, Writer &writer) { eachField(writer, value); }
    static QJsonValue json(Struct &value)
    {
        Writer writer;
        eachField(writer, value);
        return writer.object();
    }

    QJsonObject m_object;
};

class Reader final
{
public:
    explicit Reader(QJsonObject object, QString path = {}) : m_object(std::move(object)), m_path(std::move(path)) {}

    template <class T>
    void operator()(const char *name, T &member)
    {
        const auto found = m_object.constFind(QLatin1StringView(name));
        if (found == m_object.constEnd() || !m_error.isEmpty()) {
            return;
        }
        const QString path = m_path + QLatin1StringView(name);
        if (!read(*found, member, path) && m_error.isEmpty()) {
            m_error = QStringLiteral("\"%1\" is of the wrong type or out of bounds").arg(path);
        }
    }

    [[nodiscard]] QString error() const { return m_error; }

private:
    static bool read(const QJsonValue &json, QString &text, const QString &)
    {
        text = json.toString();
        return json.isString() && text.size() <= maxTextLength;
    }

    static bool read(const QJsonValue &json, bool &value, const QString &)
    {
        value = json.toBool();
        return json.isBool();
    }

    /// A JSON number that is a whole one of 64 bits: 1.5 and 1e300 are not.
    static std::optional<qint64> whole(const QJsonValue &json)
    {
        constexpr qint64 low = std::numeric_limits<qint64>::min();
        const qint64 one = json.toInteger(low);
        const qint64 other = json.toInteger(low + 1);
        return json.isDouble() && one == other ? std::optional(one) : std::nullopt;
    }

    static bool read(const QJsonValue &json, qint64 &value, const QString &)
    {
        const std::optional<qint64> number = whole(json);
        value = number.value_or(0);
        return number.has_value();
    }

    static bool read(const QJsonValue &json, int &value, const QString &)
    {
        const std::optional<qint64> number = whole(json);
        if (!number || !std::in_range<int>(*number)) {
            return false;
        }
        value = static_cast<int>(*number);
        return true;
    }

    static bool read(const QJsonValue &json, std::chrono::seconds &value, const QString &)
    {
        constexpr qint64 century = 100LL * 366 * 24 * 3600;
        const qint64 number = whole(json).value_or(-1);
        value = std::chrono::seconds(number);
        return number >= 0 && number <= century;
    }

    template <class Tag>
    static bool read(const QJsonValue &json, Id<Tag> &id, const QString &)
    {
        id.value = whole(json).value_or(-1);
        return id.value >= 0;
    }

    static bool read(const QJsonValue &json, ObjectId &id, const QString &)
    {
        const std::optional<ObjectId> read = ObjectId::fromHex(json.toString().toStdString());
        id = read.value_or(ObjectId{});
        return read.has_value();
    }

    template <class E>
        requires std::is_enum_v<E>
    static bool read(const QJsonValue &json, E &value, const QString &)
    {
        const std::optional<E> read = json.isString() ? fromWord<E>(json.toString()) : std::nullopt;
        value = read.value_or(E{});
        return read.has_value();
    }

    template <class E>
    bool read(const QJsonValue &json, std::optional<E> &value, const QString &path)
    {
        if (json.isNull()) {
            value.reset();
            return true;
        }
        return read(json, value.emplace(), path);
    }

    template <class Item>
    bool read(const QJsonValue &json, QList<Item> &list, const QString &path)
    {
        const QJsonArray array = json.toArray();
        if (!json.isArray() || array.size() > maxListLength) {
            return false;
        }
        list.clear();
        list.reserve(array.size());
        for (const QJsonValue &item : array) {
            if (!read(item, list.emplaceBack(), path)) {
                return false;
            }
        }
        return true;
    }

    template <class Struct>
        requires requires(Struct &value, Reader &reader) { eachField(reader, value); }
    bool read(const QJsonValue &json, Struct &value, const QString &path)
    {
        if (!json.isObject()) {
            return false;
        }
        Reader reader(json.toObject(), path + u'.');
        eachField(reader, value);
        m_error = reader.error();
        return m_error.isEmpty();
    }

    QJsonObject m_object;
    QString m_path;
    QString m_error;
};

Result<Payload> damaged(const QString &kind, const QString &what)
{
    QString name = kind.left(40);
    name.removeIf([](QChar c) { return !c.isPrint(); });
    return failedOutside(QStringLiteral("The event \"%1\" cannot be read: %2.").arg(name, what).toStdString());
}

template <std::size_t index = 0>
Result<Payload> parseAs(const QString &kind, const QJsonObject &object)
{
    if constexpr (index == std::variant_size_v<Payload>) {
        return damaged(kind, QStringLiteral("this version knows no such kind"));
    } else {
        Payload payload(std::in_place_index<index>);
        if (kindOf(payload) != kind) {
            return parseAs<index + 1>(kind, object);
        }
        Reader reader(object);
        eachField(reader, std::get<index>(payload));
        if (!reader.error().isEmpty()) {
            return damaged(kind, reader.error());
        }
        return payload;
    }
}

} // namespace

QByteArray toJson(const Payload &payload)
{
    Writer writer;
    Payload copy = payload;
    std::visit([&writer](auto &event) { eachField(writer, event); }, copy);
    return QJsonDocument(writer.object()).toJson(QJsonDocument::Compact);
}

Result<Payload> payloadFromJson(const QString &kind, const QByteArray &json)
{
    if (json.size() > maxPayloadBytes) {
        return damaged(kind, QStringLiteral("it is longer than %1 MiB").arg(maxPayloadBytes >> 20));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return damaged(kind, error.error == QJsonParseError::NoError
                                 ? QStringLiteral("it is not a JSON object")
                                 : QStringLiteral("it is not JSON (%1)").arg(error.errorString()));
    }
    return parseAs(kind, document.object());
}

} // namespace culprit::session
