// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "engine/kernel/signature.h"

#include <CLI/CLI.hpp>

namespace culprit::app
{

void addSignatureCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto path = std::make_shared<std::string>();
    CLI::App *command = program.add_subcommand("signature", "Print the kernel signature: equal for equal kernels");
    command->add_option("VMLINUX", *path, "ELF file of the kernel")->required()->type_name("");
    command->callback([=, &action] {
        action = [=]() -> int {
            const CoreProgram core(arguments);
            const auto signature = kernel::kernelSignature(pathFrom(*path));
            if (!signature) {
                return printError(signature.error());
            }
            printLine(QString::fromLatin1(*signature));
            return Done;
        };
    });
}

} // namespace culprit::app
