// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace culprit::kernel
{

/// A symbol that two configs do not set alike.
struct ConfigChange {
    QByteArray symbol; ///< with CONFIG_
    QByteArray before; ///< as Kconfig::value(); empty: absent
    QByteArray after;

    /// What is not named is off: no kernel tells "n" and absent apart.
    [[nodiscard]] bool matters() const;
    bool operator==(const ConfigChange &) const = default;
};

/// "CONFIG_X: y -> n", "CONFIG_Y: absent -> 7"
[[nodiscard]] QString toText(const ConfigChange &change);

/// What is not alike in two texts, by symbol. An error tells which is no config. Takes milliseconds for the
/// configs of distributions: for worker threads.
[[nodiscard]] Result<QList<ConfigChange>> configChanges(const QByteArray &before, const QByteArray &after);

/// The settings of a kernel config file, in its order. A symbol that is set twice has the last value, as in Kconfig.
class Kconfig final
{
public:
    /// `name` is the file's, for the error: a file that is not a config is refused with the line that shows it.
    [[nodiscard]] static Result<Kconfig> parse(const QByteArray &text, const QString &name);
    /// Reads `path` and merges the fragments over it in order.
    [[nodiscard]] static Result<Kconfig> read(const QString &path, const QStringList &fragments = {});

    /// "y", "m", "n" (also for "is not set"), a number or a quoted string; empty where the symbol is not named.
    [[nodiscard]] QByteArray value(const QByteArray &symbol) const;
    /// Symbols with CONFIG_; a value of "n" writes the "is not set" line.
    void set(const QByteArray &symbol, const QByteArray &value);
    void merge(const Kconfig &other);

    /// In the config's order.
    [[nodiscard]] QStringList symbolsWith(QByteArrayView value) const;

    /// Those of `required` (with or without CONFIG_) that are not "y".
    [[nodiscard]] QStringList lost(const QStringList &required) const;

    /// By symbol.
    [[nodiscard]] QList<ConfigChange> changesTo(const Kconfig &after) const;

    [[nodiscard]] QByteArray text() const;

private:
    QList<QByteArray> m_order;
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace culprit::kernel
