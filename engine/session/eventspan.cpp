// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/eventspan.h"

#include <QStringList>

namespace culprit::session
{

QString spansText(const std::vector<EventSpan> &spans)
{
    QStringList parts;
    for (const EventSpan &span : spans) {
        const QString first = QString::number(span.first);
        parts += span.first == span.last ? first : first + u'-' + QString::number(span.last);
    }
    return parts.join(u',');
}

std::vector<EventSpan> spansFromText(QStringView text)
{
    std::vector<EventSpan> spans;
    for (const QStringView part : text.tokenize(u',')) {
        const qsizetype dash = part.indexOf(u'-');
        const qint64 first = (dash < 0 ? part : part.first(dash)).toLongLong();
        const qint64 last = (dash < 0 ? part : part.sliced(dash + 1)).toLongLong();
        if (first > 0 && last >= first) {
            spans.push_back({first, last});
        }
    }
    return spans;
}

} // namespace culprit::session
