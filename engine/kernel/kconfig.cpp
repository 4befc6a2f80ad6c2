// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/kconfig.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView Prefix = "CONFIG_";
constexpr QByteArrayView NotSet = " is not set";
constexpr qint64 LargestFile = 8 * 1024 * 1024;

bool isSymbol(QByteArrayView word)
{
    if (!word.startsWith(Prefix) || word.size() == Prefix.size()) {
        return false;
    }
    for (const char c : word) {
        if ((c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
            return false;
        }
    }
    return true;
}

std::optional<std::pair<QByteArray, QByteArray>> setting(QByteArrayView line)
{
    if (line.startsWith("# ") && line.endsWith(NotSet)) {
        const QByteArrayView symbol = line.sliced(2, line.size() - 2 - NotSet.size());
        if (isSymbol(symbol)) {
            return std::pair(symbol.toByteArray(), QByteArray("n"));
        }
        return {};
    }
    const qsizetype equals = line.indexOf('=');
    if (equals < 0 || !isSymbol(line.first(equals))) {
        return {};
    }
    return std::pair(line.first(equals).toByteArray(), line.sliced(equals + 1).toByteArray());
}

std::unexpected<Error> notAConfig(const QString &name, qsizetype line)
{
    return wrongUse(name.toStdString() + " is not a kernel config (line " + std::to_string(line) +
                    " is neither a comment nor CONFIG_NAME=value): give the .config of a kernel tree.");
}

Result<Kconfig> readOne(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return wrongUse("The config " + path.toStdString() + " cannot be read (" + file.errorString().toStdString() +
                        "): check the path.");
    }
    if (file.size() > LargestFile) {
        return wrongUse("The config " + path.toStdString() + " is too large to be one: give a kernel's .config.");
    }
    return Kconfig::parse(file.read(LargestFile), path);
}

} // namespace

bool ConfigChange::matters() const
{
    const auto isOff = [](const QByteArray &value) { return value.isEmpty() || value == "n"; };
    return !isOff(before) || !isOff(after);
}

QString toText(const ConfigChange &change)
{
    const auto word = [](const QByteArray &value) { return value.isEmpty() ? u"absent"_s : QString::fromUtf8(value); };
    return u"%1: %2 -> %3"_s.arg(QString::fromUtf8(change.symbol), word(change.before), word(change.after));
}

Result<QList<ConfigChange>> configChanges(const QByteArray &before, const QByteArray &after)
{
    return Kconfig::parse(before, u"The first config"_s).and_then([&after](const Kconfig &first) {
        return Kconfig::parse(after, u"The second config"_s).transform([&first](const Kconfig &second) {
            return first.changesTo(second);
        });
    });
}

Result<Kconfig> Kconfig::parse(const QByteArray &text, const QString &name)
{
    Kconfig config;
    qsizetype number = 0;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = text.indexOf('\n', start);
        end = end < 0 ? text.size() : end;
        const QByteArrayView line = QByteArrayView(text).sliced(start, end - start).trimmed();
        start = end + 1;
        ++number;
        if (const auto found = setting(line)) {
            config.set(found->first, found->second);
        } else if (!line.isEmpty() && !line.startsWith('#')) {
            return notAConfig(name, number);
        }
    }
    if (config.m_order.isEmpty()) {
        return wrongUse(name.toStdString() + " sets no option: give the .config of a kernel tree.");
    }
    return config;
}

Result<Kconfig> Kconfig::read(const QString &path, const QStringList &fragments)
{
    auto config = readOne(path);
    for (const QString &fragment : fragments) {
        if (!config) {
            break;
        }
        auto other = readOne(fragment);
        if (!other) {
            return other;
        }
        config->merge(*other);
    }
    return config;
}

QByteArray Kconfig::value(const QByteArray &symbol) const
{
    return m_values.value(symbol);
}

void Kconfig::set(const QByteArray &symbol, const QByteArray &value)
{
    if (!m_values.contains(symbol)) {
        m_order.append(symbol);
    }
    m_values.insert(symbol, value);
}

void Kconfig::merge(const Kconfig &other)
{
    for (const QByteArray &symbol : other.m_order) {
        set(symbol, other.value(symbol));
    }
}

QStringList Kconfig::symbolsWith(QByteArrayView value) const
{
    QStringList result;
    for (const QByteArray &symbol : m_order) {
        if (m_values.value(symbol) == value) {
            result += QString::fromUtf8(symbol);
        }
    }
    return result;
}

QStringList Kconfig::lost(const QStringList &required) const
{
    QStringList result;
    for (const QString &name : required) {
        const QString symbol = name.startsWith("CONFIG_"_L1) ? name : "CONFIG_"_L1 + name;
        if (value(symbol.toUtf8()) != "y") {
            result += symbol;
        }
    }
    return result;
}

QList<ConfigChange> Kconfig::changesTo(const Kconfig &after) const
{
    QSet<QByteArray> symbols(m_order.begin(), m_order.end());
    symbols.unite(QSet<QByteArray>(after.m_order.begin(), after.m_order.end()));
    QList<ConfigChange> changes;
    for (const QByteArray &symbol : std::as_const(symbols)) {
        ConfigChange change{.symbol = symbol, .before = value(symbol), .after = after.value(symbol)};
        if (change.before != change.after) {
            changes += std::move(change);
        }
    }
    std::ranges::sort(changes, {}, &ConfigChange::symbol);
    return changes;
}

QByteArray Kconfig::text() const
{
    QByteArray result;
    for (const QByteArray &symbol : m_order) {
        const QByteArray value = m_values.value(symbol);
        result += value == "n" ? "# " + symbol + NotSet.toByteArray() : symbol + '=' + value;
        result += '\n';
    }
    return result;
}

} // namespace culprit::kernel
