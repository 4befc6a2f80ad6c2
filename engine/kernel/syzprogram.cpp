// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/syzprogram.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MostProcesses = 64;

/// How the program crashed, by its first lines.
class Options final
{
public:
    /// Empty if no line says it.
    explicit Options(const QByteArray &program)
    {
        for (const QByteArray &line : program.split('\n')) {
            const QByteArray text = line.trimmed();
            if (text.isEmpty() || !text.startsWith('#')) {
                if (!text.isEmpty()) {
                    return;
                }
                continue;
            }
            const QByteArray braced = text.sliced(1).trimmed();
            if (braced.startsWith('{') && braced.endsWith('}')) {
                m_json = QJsonDocument::fromJson(braced).object();
                m_words = m_json.isEmpty() ? braced.sliced(1, braced.size() - 2).split(' ') : QByteArrayList();
                return;
            }
        }
    }

    [[nodiscard]] QString word(const char *key, const QString &otherwise) const
    {
        const QJsonValue value = m_json.value(QLatin1StringView(key));
        if (value.isString()) {
            return value.toString();
        }
        return QString::fromLatin1(old(key).value_or(otherwise.toLatin1()));
    }

    [[nodiscard]] bool flag(const char *key) const
    {
        return m_json.value(QLatin1StringView(key)).toBool(old(key) == "true");
    }

    [[nodiscard]] int number(const char *key, int otherwise) const
    {
        const QJsonValue value = m_json.value(QLatin1StringView(key));
        if (value.isDouble()) {
            return value.toInt(otherwise);
        }
        const auto text = old(key);
        return text ? text->toInt() : otherwise;
    }

private:
    /// "{Threaded:true FaultCall:-1 Sandbox:namespace}": "fault_call" is FaultCall there.
    [[nodiscard]] std::optional<QByteArray> old(const QByteArray &key) const
    {
        const QByteArray name = QByteArray(key).replace("_", "").toLower() + ':';
        const auto found =
            std::ranges::find_if(m_words, [&name](const QByteArray &word) { return word.toLower().startsWith(name); });
        return found == m_words.end() ? std::nullopt : std::optional(found->sliced(name.size()));
    }

    QJsonObject m_json;
    QByteArrayList m_words;
};

bool isPlainWord(const QString &word)
{
    return std::ranges::all_of(word, [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
}

} // namespace

Result<SyzTools> findSyzTools(const QString &folder, int bits)
{
    const QString target = bits == 32 ? u"/bin/linux_386"_s : u"/bin/linux_amd64"_s;
    const auto firstOf = [&folder](const QString &name, const QStringList &places) {
        for (const QString &place : places) {
            const QFileInfo file(folder + place + u'/' + name);
            if (file.isFile() && file.isReadable()) {
                return file.absoluteFilePath();
            }
        }
        return QString();
    };
    const SyzTools tools{firstOf(u"syz-execprog"_s, {u"/bin/linux_amd64"_s, QString()}),
                         firstOf(u"syz-executor"_s, {target, QString()})};
    if (tools.execprog.isEmpty() || tools.executor.isEmpty()) {
        const QString missing = tools.execprog.isEmpty() ? u"syz-execprog"_s : u"syz-executor"_s;
        return wrongUse(u"%1 is neither in %2%3 nor in %2: make it there (make TARGETARCH=%4 execprog executor), or "
                        "name a folder that holds syz-execprog and syz-executor."_s
                            .arg(missing, folder, tools.execprog.isEmpty() ? u"/bin/linux_amd64"_s : target,
                                 bits == 32 ? u"386"_s : u"amd64"_s)
                            .toStdString());
    }
    return tools;
}

Result<QStringList> execprogArguments(const QByteArray &program, bool repeat, int bits)
{
    const Options options(program);
    const QString told = options.word("sandbox", {});
    const QString sandbox = told.isEmpty() ? u"none"_s : told;
    const int processes = options.number("procs", 1);
    if (!isPlainWord(sandbox)) {
        return wrongUse("its first line names a sandbox that is none: correct it");
    }
    if (processes < 1 || processes > MostProcesses) {
        return wrongUse("its first line asks for " + std::to_string(processes) + " processes: give 1 to " +
                        std::to_string(MostProcesses));
    }
    const QString yes = u"true"_s;
    QStringList arguments{u"-arch="_s + (bits == 32 ? u"386"_s : u"amd64"_s),
                          u"-sandbox="_s + sandbox,
                          u"-procs=%1"_s.arg(processes),
                          u"-repeat=%1"_s.arg(repeat ? 0 : 1),
                          u"-threaded="_s + yes,
                          u"-collide="_s + (options.flag("collide") ? yes : u"false"_s),
                          u"-cover=0"_s};
    if (options.flag("fault") && options.number("fault_call", -1) >= 0) {
        arguments += {u"-fault_call=%1"_s.arg(options.number("fault_call", -1)),
                      u"-fault_nth=%1"_s.arg(options.number("fault_nth", 0))};
    }
    return arguments;
}

} // namespace culprit::kernel
