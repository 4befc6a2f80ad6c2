// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/setuptable.h"

#include "engine/session/quantities.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace culprit::session
{

namespace
{

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Optimal string alignment distance.
qsizetype distance(const QString &a, const QString &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<std::vector<qsizetype>> cost(static_cast<std::size_t>(a.size()) + 1, std::vector<qsizetype>(width));
    for (std::size_t i = 0; i < cost.size(); ++i) {
        for (std::size_t j = 0; j < width; ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<qsizetype>(i + j);
                continue;
            }
            const auto at = [](const QString &text, std::size_t index) { return text[static_cast<qsizetype>(index)]; };
            const bool same = at(a, i - 1) == at(b, j - 1);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && at(a, i - 1) == at(b, j - 2) && at(a, i - 2) == at(b, j - 1)) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost.back().back();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &words)
{
    const QString bounded = word.left(64);
    const auto nearest =
        std::ranges::min_element(words, {}, [&bounded](const QString &known) { return distance(bounded, known); });
    return nearest == words.end() ? QString() : *nearest;
}

SetupTable::SetupTable(const toml::table &table, QString name, QStringList known)
    : m_table(table), m_name(std::move(name)), m_known(std::move(known))
{
}

QString SetupTable::lineOf(const toml::source_region &region)
{
    return QStringLiteral("line %1").arg(region.begin.line);
}

bool SetupTable::has(const char *key) const
{
    return node(key) != nullptr;
}

const toml::node *SetupTable::node(const char *key) const
{
    return m_table.get(key);
}

void SetupTable::fail(const char *key, const QString &what)
{
    // Without the brackets of its name, which is as it is written: [kernel].
    const QString name = m_name.sliced(1).chopped(1) + u'.' + QLatin1StringView(key);
    if (!std::ranges::contains(m_mistakes, name, &SetupMistake::key)) {
        m_mistakes.append({name, what});
    }
    if (!m_error.isEmpty()) {
        return;
    }
    const toml::node *found = node(key);
    const QString where = found != nullptr ? lineOf(found->source()) + QStringLiteral(": ") : QString();
    m_error = where + QLatin1StringView(key) + QStringLiteral(" in ") + m_name + u' ' + what;
}

void SetupTable::adopt(const SetupTable &below)
{
    const bool isRow = below.m_name.startsWith(QStringLiteral("[["));
    const QString rows = below.m_name.sliced(2).chopped(2);
    for (const SetupMistake &mistake : below.m_mistakes) {
        if (!isRow) {
            m_mistakes.append(mistake);
        } else if (!std::ranges::contains(m_mistakes, rows, &SetupMistake::key)) {
            m_mistakes.append({rows, mistake.key.section(u'.', -1) + u' ' + mistake.what});
        }
    }
    if (m_error.isEmpty()) {
        m_error = below.m_error;
    }
}

void SetupTable::text(const char *key, QString &value)
{
    if (const toml::node *found = node(key)) {
        if (const auto text = found->value_exact<std::string>()) {
            value = toQt(*text);
        } else {
            fail(key, QStringLiteral("must be a string in quotes."));
        }
    }
}

void SetupTable::texts(const char *key, QStringList &value)
{
    const toml::node *found = node(key);
    if (found == nullptr) {
        return;
    }
    value.clear();
    if (const auto text = found->value_exact<std::string>()) {
        value += toQt(*text);
        return;
    }
    if (!found->is_array()) {
        fail(key, QStringLiteral("must be a string in quotes or a list of them."));
        return;
    }
    for (const toml::node &item : *found->as_array()) {
        if (const auto text = item.value_exact<std::string>()) {
            value += toQt(*text);
        } else {
            fail(key, QStringLiteral("must list strings in quotes only."));
        }
    }
}

void SetupTable::fraction(const char *key, int &permille, int least, int most)
{
    const toml::node *found = node(key);
    if (found == nullptr) {
        return;
    }
    const std::optional<double> number = found->is_number() ? found->value<double>() : std::nullopt;
    const double thousandths = number.value_or(-1) * 1000;
    if (!(thousandths >= least - 0.5 && thousandths <= most + 0.5)) {
        fail(key, QStringLiteral("must be a number from %1 to %2.").arg(least / 1000.0).arg(most / 1000.0));
        return;
    }
    permille = static_cast<int>(std::lround(thousandths));
}

void SetupTable::flag(const char *key, bool &value)
{
    if (const toml::node *found = node(key)) {
        if (const auto flag = found->value_exact<bool>()) {
            value = *flag;
        } else {
            fail(key, QStringLiteral("must be true or false."));
        }
    }
}

void SetupTable::number(const char *key, qint64 &value, qint64 least, qint64 most)
{
    if (const toml::node *found = node(key)) {
        const auto number = found->value_exact<std::int64_t>();
        if (number && *number >= least && *number <= most) {
            value = *number;
        } else {
            fail(key, most == std::numeric_limits<qint64>::max()
                          ? QStringLiteral("must be a whole number of at least %1.").arg(least)
                          : QStringLiteral("must be a whole number from %1 to %2.").arg(least).arg(most));
        }
    }
}

void SetupTable::number(const char *key, int &value, int least, int most)
{
    qint64 wide = value;
    number(key, wide, qint64{least}, qint64{most});
    value = static_cast<int>(wide);
}

void SetupTable::duration(const char *key, std::chrono::seconds &value)
{
    if (const toml::node *found = node(key)) {
        const auto text = found->value_exact<std::string>();
        const auto number = found->value_exact<std::int64_t>();
        const QString written = text ? toQt(*text) : number ? QString::number(*number) : QString();
        const std::optional<std::chrono::seconds> read = durationFromText(written);
        if (read && read->count() > 0) {
            value = *read;
        } else {
            fail(key, QStringLiteral("must be a time such as \"90s\", \"5m\" or \"1h30m\"."));
        }
    }
}

void SetupTable::memory(const char *key, int &value)
{
    if (const toml::node *found = node(key)) {
        constexpr int least = 16;
        const auto text = found->value_exact<std::string>();
        const auto number = found->value_exact<std::int64_t>();
        const QString written = text ? toQt(*text) : number ? QString::number(*number) : QString();
        const std::optional<int> read = memoryFromText(written);
        if (read && *read >= least) {
            value = *read;
        } else {
            fail(key, QStringLiteral("must be a size such as \"512M\" or \"2G\", at least 16M."));
        }
    }
}

void SetupTable::oneOf(const char *key, QString &value, const QStringList &words)
{
    text(key, value);
    if (has(key) && !words.contains(value)) {
        fail(key, QStringLiteral("must be \"") + words.join(QStringLiteral("\", \"")) + QStringLiteral("\"."));
    }
}

void SetupTable::refuseUnknown(const QStringList &keysElsewhere)
{
    for (const auto &[key, value] : m_table) {
        const QString name = toQt(key.str());
        if (m_known.contains(name) || !m_error.isEmpty()) {
            continue;
        }
        const QString here = nearestWord(name, m_known);
        QString known = here;
        for (const QString &elsewhere : keysElsewhere) {
            if (elsewhere.section(u' ', 0, 0) == name) {
                known = elsewhere;
            }
        }
        m_error = lineOf(key.source()) + QStringLiteral(": unknown key ") + name.left(64) + QStringLiteral(" in ") +
                  m_name + QStringLiteral("; the nearest known key is ") + known + u'.';
    }
}

} // namespace culprit::session
