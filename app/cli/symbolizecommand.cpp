// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/crash/extractor.h"
#include "engine/crash/guilty.h"
#include "engine/crash/symbolizer.h"

#include <CLI/CLI.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

using Outcome = crash::Symbolized::Outcome;

constexpr qint64 largestReport = qint64{64} << 20;

struct Options {
    std::string vmlinux;
    std::string report;
    std::vector<std::string> modules;
    std::string source;
    bool json = false;
};

Result<QByteArray> readReport(const std::string &name)
{
    const bool standardInput = name.empty() || name == "-";
    const std::string what = standardInput ? "The report on standard input" : name;
    QFile file(QString::fromLocal8Bit(name.c_str()));
    if (!standardInput && QFileInfo(file.fileName()).isDir()) {
        return failedOutside(name + " is a folder, not a report.");
    }
    if (standardInput ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly)) {
        return failedOutside(what + " cannot be read: " + file.errorString().toStdString() + ".");
    }
    QByteArray bytes = file.read(largestReport + 1);
    if (bytes.size() > largestReport) {
        return failedOutside(what + " is larger than 64 MB: cut out the crash.");
    }
    return bytes;
}

/// Around a vmlinux that lies where it was built lie its modules.
bool isBuildFolder(const QDir &folder)
{
    return folder.exists(u"modules.order"_s) || folder.exists(u"Module.symvers"_s) || folder.exists(u".config"_s);
}

crash::DebugFiles filesFrom(const Options &options)
{
    crash::DebugFiles files{.vmlinux = options.vmlinux, .sourceFolder = options.source};
    files.moduleFolders.assign(options.modules.begin(), options.modules.end());
    if (const QDir folder = QFileInfo(pathFrom(options.vmlinux)).dir();
        files.moduleFolders.empty() && isBuildFolder(folder)) {
        files.moduleFolders.emplace_back(QFile::encodeName(folder.path()).toStdString());
    }
    return files;
}

QString word(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return u"done"_s;
    case Outcome::NothingToDo:
        return u"nothing-to-do"_s;
    case Outcome::NoKernel:
        return u"no-kernel"_s;
    case Outcome::NoDebugInformation:
        return u"no-debug-information"_s;
    case Outcome::OtherBuild:
        return u"other-build"_s;
    }
    return {};
}

QJsonObject jsonOf(const crash::Symbolized &symbolized)
{
    QJsonArray notes;
    for (const std::string &note : symbolized.notes) {
        notes.append(QString::fromStdString(note));
    }
    return {{u"outcome"_s, word(symbolized.outcome)},
            {u"report"_s, QString::fromStdString(symbolized.text)},
            {u"code"_s, QString::fromStdString(symbolized.code)},
            {u"places"_s, qint64(symbolized.places)},
            {u"resolved"_s, qint64(symbolized.resolved)},
            {u"guilty"_s, QString::fromStdString(crash::guiltyFile(symbolized.text, symbolized.prefix))},
            {u"notes"_s, notes}};
}

int symbolize(Arguments arguments, const Options &options)
{
    const CoreProgram program(arguments);
    const auto bytes = readReport(options.report);
    if (!bytes) {
        return printError(bytes.error());
    }
    const std::string_view report(bytes->constData(), std::size_t(bytes->size()));
    const auto found = crash::extract(report);
    const crash::Symbolized symbolized =
        crash::Symbolizer(filesFrom(options)).symbolize(report, found ? found->beginOffset : 0);
    if (options.json) {
        printJson(jsonOf(symbolized));
    } else if (symbolized.outcome != Outcome::NoKernel) {
        std::fwrite(symbolized.text.data(), 1, symbolized.text.size(), stdout);
        if (!symbolized.code.empty()) {
            std::fprintf(stdout, "\nCode, as disassembled:\n%s", symbolized.code.c_str());
        }
    }
    for (const std::string &note : symbolized.notes) {
        (void)printError(Error{Error::Kind::Outside, note});
    }
    if (std::fflush(stdout) != 0 || symbolized.outcome == Outcome::NoKernel) {
        return FailedOutside;
    }
    return symbolized.outcome == Outcome::Done && symbolized.resolved > 0 ? Done : Inconclusive;
}

} // namespace

void addSymbolizeCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("symbolize", "Print a report with source lines and inlined functions");
    command->add_option("VMLINUX", options->vmlinux, "ELF file of the kernel, with debug information")
        ->required()
        ->type_name("");
    command->add_option("REPORT", options->report, "Crash report or console (default: standard input)")->type_name("");
    command->add_option("--modules", options->modules, "Folder with the modules of the build")
        ->type_name("DIR")
        ->allow_extra_args(false);
    command->add_option("--source", options->source, "The kernel tree as it was named at build time")->type_name("DIR");
    command->add_flag("--json", options->json, "Print outcome, report and guilty file as one JSON object");
    command->callback([=, &action] { action = [=] { return symbolize(arguments, *options); }; });
}

} // namespace culprit::app
