// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/exporter.h"

#include <algorithm>
#include <array>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;

namespace
{

/// The session says what the log said, no less and no more.
bool isUntouchedSyzLog(const Source &source)
{
    return source.state.imported && source.state.imported->format == u"syz" && !source.importedLog.isEmpty() &&
           source.state.judgements.empty() && !source.state.engine;
}

Result<QByteArray> syzExport(const Source &source)
{
    return isUntouchedSyzLog(source) ? source.importedLog : syzLog(source.state, source.conclusion).toUtf8();
}

struct Format {
    QLatin1StringView name;
    Result<QByteArray> (*write)(const Source &source);
};

constexpr std::array formats{
    Format{
        "text"_L1,
        [](const Source &source) { return Result<QByteArray>(textReport(source.state, source.conclusion).toUtf8()); }},
    Format{"syz"_L1, syzExport},
    Format{"git"_L1,
           [](const Source &source) { return Result<QByteArray>(gitLog(source.state, source.conclusion).toUtf8()); }},
    Format{"mail"_L1, mailExport},
    Format{"fixes"_L1, fixesExport},
    Format{"table"_L1, bootsTable},
    Format{"html"_L1, [](const Source &source) { return Result<QByteArray>(htmlExport(source)); }},
    Format{"json"_L1, [](const Source &source) { return Result<QByteArray>(jsonExport(source)); }},
};

} // namespace

QStringList exportFormats()
{
    QStringList names;
    std::ranges::transform(formats, std::back_inserter(names), &Format::name);
    return names;
}

Result<QByteArray> exportSession(const QString &format, const Source &source)
{
    const auto found = std::ranges::find(formats, format, &Format::name);
    if (found == formats.end()) {
        return wrongUse(QStringLiteral("There is no export format \"%1\": use one of %2.")
                            .arg(format.left(40), exportFormats().join(QStringLiteral(", ")))
                            .toStdString());
    }
    return found->write(source);
}

} // namespace culprit::exchange
