// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/qmpparser.h"

#include <QJsonDocument>

namespace culprit::machine
{

QList<QJsonObject> QmpParser::feed(QByteArrayView bytes)
{
    QList<QJsonObject> objects;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        m_tooLong = m_tooLong || m_line.size() + part.size() > LongestLine;
        if (!m_tooLong) {
            m_line += part;
        }
        if (end < 0) {
            break;
        }
        takeLine(m_line, objects);
        m_line.clear();
        m_tooLong = false;
        bytes = bytes.sliced(end + 1);
    }
    if (m_tooLong) {
        m_line.clear();
    }
    return objects;
}

void QmpParser::takeLine(QByteArrayView line, QList<QJsonObject> &objects)
{
    if (!m_tooLong && line.trimmed().isEmpty()) {
        return;
    }
    const QJsonDocument document = m_tooLong ? QJsonDocument() : QJsonDocument::fromJson(line.toByteArray());
    if (document.isObject()) {
        objects += document.object();
    } else {
        ++m_rejected;
    }
}

} // namespace culprit::machine
