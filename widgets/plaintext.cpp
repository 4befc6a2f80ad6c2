// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plaintext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

constexpr qsizetype toolTipLimit = 2000;

QString twoDigits(qint64 value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

bool isVisible(QChar c)
{
    return c.isPrint() && c.category() != QChar::Other_Format && c.category() != QChar::Separator_Line &&
           c.category() != QChar::Separator_Paragraph;
}

} // namespace

QString oneLine(const QString &text, qsizetype limit)
{
    QString line = text.left(limit);
    for (QChar &c : line) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t')) {
            c = QLatin1Char(' ');
        } else if (!c.isSurrogate() && !isVisible(c)) {
            c = QChar(QChar::ReplacementCharacter);
        }
    }
    return text.size() > limit ? line + QChar(0x2026) : line;
}

QString toolTipOf(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(text.left(toolTipLimit).toHtmlEscaped());
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(milliseconds, 0) / 1000;
    if (seconds < 10) {
        return QCoreApplication::translate("Duration", "%1 s")
            .arg(QLocale().toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
    }
    if (seconds < 60) {
        return QCoreApplication::translate("Duration", "%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return QCoreApplication::translate("Duration", "%1:%2 min").arg(seconds / 60).arg(twoDigits(seconds % 60));
    }
    return QCoreApplication::translate("Duration", "%1:%2:%3 h")
        .arg(seconds / 3600)
        .arg(twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\(&\\w\\)"));
    text.remove(inBrackets).remove(u'&');
    if (text.endsWith(u'…')) {
        text.chop(1);
    }
    return text;
}

} // namespace culprit::widgets
