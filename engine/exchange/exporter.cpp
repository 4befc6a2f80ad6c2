// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/exporter.h"

namespace culprit::exchange
{

namespace
{

/// The session says what the log said, no less and no more.
bool isUntouchedSyzLog(const Source &source)
{
    return source.state.imported && source.state.imported->format == u"syz" && !source.importedLog.isEmpty() &&
           source.state.judgements.empty() && !source.state.engine;
}

} // namespace

QStringList exportFormats()
{
    return {QStringLiteral("text"), QStringLiteral("syz"), QStringLiteral("git"), QStringLiteral("json")};
}

Result<QByteArray> exportSession(const QString &format, const Source &source)
{
    if (format == u"text") {
        return textReport(source.state, source.conclusion).toUtf8();
    }
    if (format == u"syz" && isUntouchedSyzLog(source)) {
        return source.importedLog;
    }
    if (format == u"syz") {
        return syzLog(source.state, source.conclusion).toUtf8();
    }
    if (format == u"git") {
        return gitLog(source.state, source.conclusion).toUtf8();
    }
    if (format == u"json") {
        return jsonExport(source);
    }
    return wrongUse(QStringLiteral("There is no export format \"%1\": use one of %2.")
                        .arg(format.left(40), exportFormats().join(QStringLiteral(", ")))
                        .toStdString());
}

} // namespace culprit::exchange
