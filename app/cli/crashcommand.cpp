// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/crash/scanner.h"

#include <CLI/CLI.hpp>

#include <QFile>
#include <QFileInfo>
#include <QFuture>
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
    QString error; // why it could not be read
    QString note;  // what there is to say of it besides
};

/// Reads a piece at a time: a log may be larger than memory, or a pipe.
void readConsole(QFile &file, Answer &answer)
{
    constexpr qint64 pieceBytes = qint64{1} << 20;
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    crash::Scanner scanner;
    qint64 all = 0;
    qint64 got = 0;
    while ((got = file.read(piece.data(), pieceBytes)) > 0) {
        scanner.feed({piece.constData(), std::size_t(got)});
        all += got;
    }
    if (got < 0) {
        answer.error = u"%1 cannot be read: %2."_s.arg(answer.path, file.errorString());
        return;
    }
    scanner.finish();
    answer.report = scanner.report();
    if (answer.report) {
        answer.report->text = {}; // of thousands of logs only the answers are held
    }
    if (all == 0) {
        answer.note = u"%1 is empty: there is no console to read."_s.arg(answer.path);
    } else if (scanner.firstLongLine() > 0) {
        answer.note = u"%1: only the first %2 KiB of line %3 were read, and of others as long."_s.arg(answer.path)
                          .arg(crash::maxLineBytes >> 10)
                          .arg(scanner.firstLongLine());
    }
}

Answer read(const QString &path)
{
    Answer answer{path, {}, {}, {}};
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        answer.error = u"%1 is a folder, not a console log."_s.arg(path);
    } else if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        answer.error = u"%1 cannot be read: %2."_s.arg(path, file.errorString());
    } else {
        readConsole(file, answer);
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
            QByteArray line = list.readLine();
            while (line.endsWith('\n') || line.endsWith('\r')) {
                line.chop(1);
            }
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
    // Results come in order, whichever is ready first.
    QFuture<Answer> answers = QtConcurrent::mapped(*paths, read);
    for (qsizetype i = 0; i < paths->size(); ++i) {
        const Answer answer = answers.resultAt(int(i));
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
        } else if (!answer.note.isEmpty()) {
            (void)printError(Error{Error::Kind::Outside, answer.note.toStdString()});
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
