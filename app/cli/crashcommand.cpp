// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/crash/extractor.h"

#include <CLI/CLI.hpp>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QtConcurrentMap>

#include <iostream>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::vector<std::string> logs;
    std::string list;
    bool json = false;
};

struct Answer {
    QString path;
    std::optional<crash::Report> report;
    QString error;
};

Answer read(const QString &path)
{
    Answer answer{path, {}, {}};
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        answer.error = u"%1 is a folder, not a console log."_s.arg(path);
    } else if (!file.open(QIODevice::ReadOnly)) {
        answer.error = u"%1 cannot be read: %2."_s.arg(path, file.errorString());
    } else if (file.size() > 0) {
        // Mapped: a log may be larger than what we would want to copy.
        if (const uchar *bytes = file.map(0, file.size())) {
            answer.report = crash::extract({reinterpret_cast<const char *>(bytes), std::size_t(file.size())});
        } else {
            const QByteArray all = file.readAll();
            answer.report = crash::extract({all.constData(), std::size_t(all.size())});
        }
    }
    return answer;
}

QJsonObject jsonOf(const Answer &answer)
{
    const crash::Report report = answer.report.value_or(crash::Report{});
    QJsonArray alternatives;
    for (const std::string &title : report.alternatives) {
        alternatives.append(QString::fromStdString(title));
    }
    QJsonObject object{{u"path"_s, answer.path},
                       {u"title"_s, QString::fromStdString(report.title)},
                       {u"alt"_s, alternatives},
                       {u"type"_s, QString::fromStdString(report.type)},
                       {u"corrupted"_s, report.corrupted}};
    if (!answer.error.isEmpty()) {
        object[u"error"_s] = answer.error;
    }
    return object;
}

Result<QStringList> pathsFrom(const Options &options)
{
    QStringList paths;
    for (const std::string &log : options.logs) {
        paths << QString::fromLocal8Bit(log.c_str());
    }
    if (!options.list.empty()) {
        QFile list(QString::fromLocal8Bit(options.list.c_str()));
        if (options.list == "-" ? !list.open(stdin, QIODevice::ReadOnly) : !list.open(QIODevice::ReadOnly)) {
            return failedOutside("The list " + options.list + " cannot be read: " + list.errorString().toStdString() +
                                 ".");
        }
        while (!list.atEnd()) {
            const QByteArray line = list.readLine().trimmed();
            if (!line.isEmpty()) {
                paths << QString::fromLocal8Bit(line);
            }
        }
    }
    if (paths.isEmpty()) {
        return wrongUse("No console log is named: give files, or a list of them with --from.");
    }
    return paths;
}

int crashes(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const auto paths = pathsFrom(options);
    if (!paths) {
        return printError(paths.error());
    }
    bool all = true;
    bool readable = true;
    // Some at a time, so that thousands of logs are answered in order with bounded memory and all cores busy.
    constexpr qsizetype batch = 64;
    for (qsizetype first = 0; first < paths->size(); first += batch) {
        const QList<Answer> answers = QtConcurrent::blockingMapped<QList<Answer>>(paths->mid(first, batch), read);
        for (const Answer &answer : answers) {
            all = all && answer.report;
            if (options.json) {
                printJson(jsonOf(answer));
            } else if (answer.error.isEmpty()) {
                printLine(answer.path + u": "_s +
                          (answer.report ? QString::fromStdString(answer.report->title) : u"no crash"_s));
            }
            if (!answer.error.isEmpty()) {
                readable = false;
                (void)printError(Error{Error::Kind::Outside, answer.error.toStdString()});
            }
        }
    }
    return !readable ? FailedOutside : all ? Done : Inconclusive;
}

} // namespace

void addCrashCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("crash", "Print the crash title of each console log");
    command->add_option("LOG", options->logs, "Console logs")->type_name("");
    command->add_option("--from", options->list, "File with one path a line, - for standard input")->type_name("LIST");
    command->add_flag("--json", options->json,
                      "Print path, title, alternatives, type and corrupted flag as JSON, one object a line");
    command->callback([=, &action] { action = [=] { return crashes(arguments, *options); }; });
}

} // namespace culprit::app
