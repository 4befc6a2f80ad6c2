// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/setupways.h"

#include <QRegularExpression>

#include <algorithm>

namespace culprit::session
{

namespace
{

bool isCompiler(const QString &name)
{
    static const QRegularExpression compiler(QStringLiteral("^(([A-Za-z0-9_.]+-){2,})?(gcc|clang)(-[0-9]{1,3})?$"));
    return compiler.match(name).hasMatch();
}

bool isHash(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9a-fA-F]{12,40}$"));
    return digits.match(text).hasMatch();
}

bool isOption(const QString &text)
{
    static const QRegularExpression option(QStringLiteral("^CONFIG_[A-Za-z0-9_]+=[^\\s].*$"));
    return option.match(text).hasMatch();
}

/// Reads the rows of [[kernel.KEY]] up to the first that is wrong.
template <class Row>
void readRows(SetupTable &kernel, const char *key, const QStringList &keys, QList<Row> &rows,
              void (*readRow)(SetupTable &, Row &))
{
    const toml::node *node = kernel.node(key);
    if (node == nullptr) {
        return;
    }
    const QString title = QStringLiteral("[[kernel.%1]]").arg(QLatin1StringView(key));
    const toml::array *list = node->as_array();
    if (list == nullptr || !std::ranges::all_of(*list, [](const toml::node &item) { return item.is_table(); })) {
        kernel.fail(key, QStringLiteral("must be a list of tables: write ") + title + QStringLiteral(" above each."));
        return;
    }
    for (const toml::node &item : *list) {
        Row &row = rows.emplaceBack();
        SetupTable table(*item.as_table(), title, keys + QStringList{QStringLiteral("from"), QStringLiteral("until")});
        table.text("from", row.stretch.from);
        table.text("until", row.stretch.until);
        readRow(table, row);
        table.refuseUnknown({});
        if (!table.error().isEmpty()) {
            kernel.adopt(table);
            return;
        }
    }
}

void readToolchain(SetupTable &table, ToolchainSetup &toolchain)
{
    table.text("compiler", toolchain.compiler);
    if (!isCompiler(toolchain.compiler)) {
        table.fail("compiler", QStringLiteral("must be the name of a compiler such as \"gcc\", \"gcc-13\" or "
                                              "\"clang-19\"."));
    }
}

void readOverride(SetupTable &table, OverrideSetup &change)
{
    table.texts("options", change.options);
    table.text("reason", change.reason);
    if (change.options.isEmpty() || !std::ranges::all_of(change.options, isOption)) {
        table.fail("options", QStringLiteral("must list options such as \"CONFIG_KCOV=n\"."));
    }
}

void readFixup(SetupTable &table, FixupSetup &fixup)
{
    table.text("commit", fixup.commit);
    table.text("patch", fixup.patch);
    table.text("guilty", fixup.guilty);
    table.text("reason", fixup.reason);
    if (fixup.commit.isEmpty() == fixup.patch.isEmpty()) {
        table.fail("commit", QStringLiteral("or patch must be given, one of the two: what to apply to the sources."));
    }
    for (const auto &[key, hash] : {std::pair("commit", fixup.commit), std::pair("guilty", fixup.guilty)}) {
        if (!hash.isEmpty() && !isHash(hash)) {
            table.fail(key, QStringLiteral("must be the hash of a commit, 12 to 40 digits."));
        }
    }
}

void checkCompiler(SetupTable &table, const Setup::Kernel &kernel)
{
    const bool byTable = kernel.compiler == u"auto" || kernel.compiler == u"auto-clang";
    if (kernel.compiler != u"default" && !byTable && !isCompiler(kernel.compiler)) {
        table.fail("compiler", QStringLiteral("must be \"default\", \"auto\", \"auto-clang\" or the name of a compiler "
                                              "such as \"gcc-13\"."));
    }
    if (kernel.compiler != u"default" && kernel.recipe.name != u"linux") {
        table.fail("compiler", QStringLiteral("is for the recipe \"linux\": name the compiler in the commands of "
                                              "[kernel.recipe]."));
    }
    if (!kernel.toolchains.isEmpty() && !byTable) {
        table.fail("toolchain", QStringLiteral("is for compiler = \"auto\": set that, or leave the table out."));
    }
}

} // namespace

void readWays(SetupTable &table, Setup::Kernel &kernel)
{
    table.text("compiler", kernel.compiler);
    readRows(table, "toolchain", {QStringLiteral("compiler")}, kernel.toolchains, readToolchain);
    readRows(table, "override", {QStringLiteral("options"), QStringLiteral("reason")}, kernel.overrides, readOverride);
    readRows(table, "fixup",
             {QStringLiteral("commit"), QStringLiteral("patch"), QStringLiteral("guilty"), QStringLiteral("reason")},
             kernel.fixups, readFixup);
    checkCompiler(table, kernel);
    if (!kernel.overrides.isEmpty() && kernel.config.isEmpty() && kernel.fragments.isEmpty()) {
        table.fail("override", QStringLiteral("has no config to change: name one in config."));
    }
}

} // namespace culprit::session
