// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/openmark.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString group = u"open"_s;
const QString pathKey = u"path"_s;
const QString runningKey = u"running"_s;
const QString answersKey = u"after-crash"_s; // "resume /path/of/session"

constexpr std::array answerWords{
    std::pair(OpenMark::Answer::Resume, "resume"_L1),
    std::pair(OpenMark::Answer::OpenPaused, "open"_L1),
    std::pair(OpenMark::Answer::Leave, "leave"_L1),
};

/// "PID-TIME": another process that gets the number later started at another time. Empty: there is no such process.
QString processName(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    // proc_pid_stat(5): the second field is a name in brackets, the 22nd the start in clock ticks since the boot.
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 1).simplified().split(' ');
    constexpr int startField = 22 - 3;
    return fields.size() > startField ? u"%1-%2"_s.arg(pid).arg(QString::fromLatin1(fields.at(startField))) : QString();
}

QString ownName()
{
    return processName(QCoreApplication::applicationPid());
}

/// Names of marks whose program is gone.
QStringList goneNames(QSettings &settings)
{
    settings.beginGroup(group);
    QStringList names = settings.childGroups();
    settings.endGroup();
    names.removeIf([](const QString &name) { return processName(name.section(u'-', 0, 0).toLongLong()) == name; });
    return names;
}

} // namespace

OpenMark::OpenMark(QSettings &settings) : m_settings(settings) {}

OpenMark::~OpenMark()
{
    if (!m_marked.path.isEmpty()) {
        m_settings.remove(group + u'/' + ownName());
    }
}

void OpenMark::set(const QString &path, bool isRunning)
{
    const Left marked{path, isRunning};
    if (m_marked == marked) {
        return;
    }
    if (m_marked.path != path) {
        drop(path);
    }
    m_marked = marked;
    const QString name = group + u'/' + ownName() + u'/';
    m_settings.setValue(name + pathKey, path);
    m_settings.setValue(name + runningKey, isRunning);
}

QList<OpenMark::Left> OpenMark::left() const
{
    QList<Left> all;
    for (const QString &name : goneNames(m_settings)) {
        const QString mark = group + u'/' + name + u'/';
        all << Left{m_settings.value(mark + pathKey).toString(), m_settings.value(mark + runningKey).toBool()};
    }
    return all;
}

void OpenMark::drop(const QString &path)
{
    for (const QString &name : goneNames(m_settings)) {
        const QString mark = group + u'/' + name;
        if (m_settings.value(mark + u'/' + pathKey).toString() == path) {
            m_settings.remove(mark);
        }
    }
}

OpenMark::Answer OpenMark::answer(const QString &path) const
{
    for (const QString &line : m_settings.value(answersKey).toStringList()) {
        if (line.section(u' ', 1) == path) {
            const QString word = line.section(u' ', 0, 0);
            const auto found =
                std::ranges::find_if(answerWords, [&](const auto &known) { return known.second == word; });
            return found == answerWords.end() ? Answer::Ask : found->first;
        }
    }
    return Answer::Ask;
}

void OpenMark::setAnswer(const QString &path, Answer answer)
{
    QStringList lines = m_settings.value(answersKey).toStringList();
    lines.removeIf([&path](const QString &line) { return line.section(u' ', 1) == path; });
    const auto found = std::ranges::find_if(answerWords, [&](const auto &known) { return known.first == answer; });
    if (found != answerWords.end()) {
        lines.prepend(found->second + u' ' + path);
    }
    m_settings.setValue(answersKey, lines.mid(0, mostAnswers));
}

} // namespace culprit::app
