// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/doctor.h"

#include <CLI/CLI.hpp>

#include <QEventLoop>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

void print(const Check &check, bool json)
{
    if (json) {
        printJson({{u"name"_s, check.name},
                   {u"ok"_s, check.fine},
                   {u"needed"_s, check.needed},
                   {u"finding"_s, check.finding},
                   {u"fix"_s, check.fix}});
        return;
    }
    const QString mark = check.fine ? u"ok  "_s : check.needed ? u"MISS"_s : u"note"_s;
    printLine(u"%1  %2  %3"_s.arg(mark, check.name.leftJustified(22), check.finding));
    if (!check.fix.isEmpty()) {
        printLine(u"      %1  → %2"_s.arg(QString(22, u' '), check.fix));
    }
}

int examine(Arguments arguments, bool json)
{
    const CoreProgram program(arguments);
    Doctor doctor(conductor::Places::standard());
    QEventLoop loop;
    QList<Check> checks;
    QObject::connect(&doctor, &Doctor::finished, &loop, [&](const QList<Check> &found) {
        checks = found;
        loop.quit();
    });
    doctor.start();
    loop.exec();
    for (const Check &check : std::as_const(checks)) {
        print(check, json);
    }
    return std::ranges::any_of(checks, [](const Check &check) { return check.needed && !check.fine; }) ? Inconclusive
                                                                                                       : Done;
}

} // namespace

void addDoctorCommand(CLI::App &program, Arguments arguments, Action &action)
{
    auto json = std::make_shared<bool>(false);
    CLI::App *command =
        program.add_subcommand("doctor", "Say what on this machine would stop a bisection, and the fix");
    command->add_flag("--json", *json, "Print each check as JSON, one object a line");
    command->callback([=, &action] { action = [=] { return examine(arguments, *json); }; });
}

} // namespace culprit::app
