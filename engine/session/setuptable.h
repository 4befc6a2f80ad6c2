// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/setupcheck.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

#include <toml++/toml.hpp>

namespace culprit::session
{

/// Reads one table of SETUP.toml, key by key, and keeps the first error: a sentence with the key and its line.
class SetupTable final
{
public:
    /// `name` as it stands in brackets; `known` are all keys that the table may have.
    SetupTable(const toml::table &table, QString name, QStringList known);

    [[nodiscard]] bool has(const char *key) const;
    [[nodiscard]] const toml::node *node(const char *key) const;

    void text(const char *key, QString &value);
    void texts(const char *key, QStringList &value); ///< a string alone stands for a list of one
    void flag(const char *key, bool &value);
    void number(const char *key, qint64 &value, qint64 least, qint64 most);
    void number(const char *key, int &value, int least, int most);
    /// A number between 0 and 1, kept in thousandths.
    void fraction(const char *key, int &permille, int least, int most);
    void duration(const char *key, std::chrono::seconds &value);
    void memory(const char *key, int &value);
    void oneOf(const char *key, QString &value, const QStringList &words);

    /// Keys that are not known are an error that names the nearest one, of this table or of another one.
    void refuseUnknown(const QStringList &keysElsewhere);
    void fail(const char *key, const QString &what);
    /// What is wrong in a table below this one is wrong here.
    void adopt(const SetupTable &below);

    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QList<SetupMistake> mistakes() const { return m_mistakes; } ///< by fail(), one for each key
    static QString lineOf(const toml::source_region &region);

private:
    const toml::table &m_table;
    QString m_name;
    QStringList m_known;
    QString m_error;
    QList<SetupMistake> m_mistakes;
};

/// The word that takes the fewest letters changed, put in, left out or swapped to become `word`.
[[nodiscard]] QString nearestWord(const QString &word, const QStringList &words);

} // namespace culprit::session
