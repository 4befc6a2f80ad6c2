// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/sessionmemory.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr std::size_t mostMarks = 10'000; // of a log
const QString orderKey = u"sessions/order"_s;
const QString group = u"sessions/"_s;

} // namespace

void SessionMemory::setSession(const session::SessionState &state)
{
    m_session = u"%1-%2"_s.arg(QString::fromStdString(state.created.bad.shortHex())).arg(state.createdAt);
    QStringList order = m_settings.value(orderKey).toStringList();
    order.removeAll(m_session);
    order.prepend(m_session);
    while (order.size() > mostSessions) {
        m_settings.remove(group + order.takeLast());
    }
    m_settings.setValue(orderKey, order);
}

QString SessionMemory::key(const QString &name) const
{
    return group + m_session + u'/' + name;
}

std::vector<int> SessionMemory::marks(LogId log) const
{
    std::vector<int> lines;
    for (const QString &line : m_settings.value(key(u"marks-%1"_s.arg(log.value))).toStringList()) {
        bool isNumber = false;
        const int number = line.toInt(&isNumber);
        if (isNumber && number >= 0 && lines.size() < mostMarks) {
            lines.push_back(number);
        }
    }
    std::ranges::sort(lines);
    return lines;
}

void SessionMemory::setMarks(LogId log, const std::vector<int> &lines)
{
    if (m_session.isEmpty()) {
        return;
    }
    const QString marksKey = key(u"marks-%1"_s.arg(log.value));
    QStringList texts;
    for (const int line : lines) {
        texts << QString::number(line);
    }
    texts.isEmpty() ? m_settings.remove(marksKey) : m_settings.setValue(marksKey, texts);
}

QByteArray SessionMemory::layout() const
{
    return m_settings.value(key(u"layout"_s)).toByteArray();
}

void SessionMemory::setLayout(const QByteArray &layout)
{
    if (!m_session.isEmpty()) {
        m_settings.setValue(key(u"layout"_s), layout);
    }
}

std::optional<history::ObjectId> SessionMemory::selection() const
{
    return history::ObjectId::fromHex(m_settings.value(key(u"selection"_s)).toString().toStdString());
}

void SessionMemory::setSelection(const std::optional<history::ObjectId> &commit)
{
    set(u"selection"_s, commit ? QString::fromStdString(commit->hex()) : QString());
}

LogId SessionMemory::readLog() const
{
    return LogId{m_settings.value(key(u"read-log"_s)).toLongLong()};
}

void SessionMemory::setReadLog(LogId log)
{
    set(u"read-log"_s, log ? QString::number(log.value) : QString());
}

QString SessionMemory::grouping() const
{
    return m_settings.value(key(u"grouping"_s)).toString();
}

void SessionMemory::setGrouping(const QString &grouping)
{
    set(u"grouping"_s, grouping);
}

/// An empty value is none.
void SessionMemory::set(const QString &name, const QString &value)
{
    if (!m_session.isEmpty()) {
        value.isEmpty() ? m_settings.remove(key(name)) : m_settings.setValue(key(name), value);
    }
}

} // namespace culprit::app
