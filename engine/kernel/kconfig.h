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

    /// Those of `required` (with or without CONFIG_) that are not "y".
    [[nodiscard]] QStringList lost(const QStringList &required) const;

    [[nodiscard]] QByteArray text() const;

private:
    QList<QByteArray> m_order;
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace culprit::kernel
