// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/kernel/maskedsignature.h"
#include "engine/kernel/signature.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

struct Options {
    std::string path;
    bool json = false;
};

int printSignature(const Options &options)
{
    const QString path = pathFrom(options.path);
    const auto signature = kernel::kernelSignature(path);
    if (!signature) {
        return printError(signature.error());
    }
    if (!options.json) {
        printLine(QString::fromLatin1(*signature));
        return Done;
    }
    const auto masked = kernel::maskedSignature(path);
    printJson({{u"path"_s, path},
               {u"signature"_s, QString::fromLatin1(*signature)},
               {u"masked"_s, masked ? QJsonValue(QString::fromLatin1(*masked)) : QJsonValue()}});
    return Done;
}

} // namespace

void addSignatureCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *command = program.add_subcommand("signature", "Print the kernel signature: equal for equal kernels");
    command->add_option("VMLINUX", options->path, "ELF file of the kernel")->required()->type_name("");
    command->add_flag("--json", options->json, "Print an object, with the signature that no line number changes");
    command->callback([=, &action] {
        action = [=] {
            const CoreProgram core(arguments);
            return printSignature(*options);
        };
    });
}

} // namespace culprit::app
