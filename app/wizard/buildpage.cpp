// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/buildpage.h"

#include "app/wizard/equivalents.h"
#include "app/wizard/quantityfield.h"
#include "app/wizard/rowseditor.h"
#include "engine/conductor/onworker.h"
#include "engine/kernel/toolchain.h"
#include "widgets/plaintext.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString customRecipe = u"custom"_s;

/// Config options may hold blanks, but only within quotes.
QStringList optionsIn(const QString &text)
{
    QStringList options;
    QString option;
    bool isQuoted = false;
    for (const QChar c : text) {
        isQuoted = c == u'"' ? !isQuoted : isQuoted;
        if (c.isSpace() && !isQuoted) {
            options += option;
            option.clear();
        } else {
            option += c;
        }
    }
    options += option;
    options.removeAll(QString());
    return options;
}

} // namespace

BuildPage::BuildPage() : SetupPage(tr("Build"), tr("How does a revision become a kernel?"), u"build"_s)
{
    addRecipe();
    addConfig();
    m_fragments = addLine(u"kernel.fragments"_s, tr("Fra&gments"),
                          tr("Files that are merged over the config, separated by blanks"), tr("none"));
    m_required = addLine(u"kernel.required"_s, tr("Re&quired options"),
                         tr("Options that must still be =y after olddefconfig, or the revision is not tested; "
                            "separated by blanks, as CONFIG_KASAN CONFIG_IO_URING"),
                         tr("none but what guests need"));
    addCompiler();
    m_timeout = new DurationField;
    addField(u"kernel.build_timeout"_s, tr("Build ti&me limit"),
             tr("A build that takes longer has failed: 90m, 2h. The default is 2h"), m_timeout, m_timeout);
    addStretches();
    connect(m_recipe, &QComboBox::currentIndexChanged, this, &BuildPage::showRecipe);
    connect(m_config, &QLineEdit::textChanged, this, &BuildPage::showRecipe);
    showRecipe();
    watchFields();
}

void BuildPage::addRecipe()
{
    m_recipe = addChoice(u"kernel.recipe"_s, tr("R&ecipe"), tr("Linux: its own make, made reproducible. The default"));
    addWords(*m_recipe, {{tr("Linux"), u"linux"_s}, {tr("own commands"), customRecipe}});
    const QString command = tr("Shell command, run in the sources; {source}, {objects}, {jobs} and {config} stand for "
                               "what they say");
    m_configure = addLine(u"kernel.recipe.configure"_s, tr("Con&figure"), command, tr("nothing to configure"));
    m_build = addLine(u"kernel.recipe.build"_s, tr("&Build"), command, u"make -C {source} O={objects} -j{jobs}"_s);
    m_image = addLine(u"kernel.recipe.image"_s, tr("&Image"),
                      tr("What QEMU boots, as a path below the objects or the source"));
    m_vmlinux =
        addLine(u"kernel.recipe.vmlinux"_s, tr("vmlin&ux"),
                tr("ELF file with symbols, for source lines and to tell whether two kernels are the same"), tr("none"));
    m_banner = addLine(u"kernel.recipe.banner"_s, tr("Banne&r"),
                       tr("Text on the console that proves that the kernel runs"), u"Linux version"_s);
}

void BuildPage::addConfig()
{
    auto *starts = new QMenu(this);
    m_config = addPath(u"kernel.config"_s, tr("&Config"),
                       tr("Each revision gets this .config by way of olddefconfig.\ndefconfig: the one that the newest "
                          "revision's own make makes, with what guests need.\nlocalmodconfig: the one of the kernel "
                          "that runs here, with the modules that are loaded now, built in.\nBoth are made once, when "
                          "the session starts, and kept in it. For a file of such a name write ./defconfig."),
                       PathKind::File, starts);
    const std::initializer_list<std::pair<QString, QString>> words{
        {u"defconfig"_s, tr("The tree's own, for virtual machines (defconfig)")},
        {u"localmodconfig"_s, tr("This machine's, with the modules in use built in (localmodconfig)")}};
    for (const auto &[word, text] : words) {
        connect(starts->addAction(text), &QAction::triggered, m_config,
                [edit = m_config, word] { edit->setText(word); });
    }
}

void BuildPage::addCompiler()
{
    m_compiler =
        addChoice(u"kernel.compiler"_s, tr("Com&piler"),
                  tr("default: gcc.\nauto, auto-clang: for each revision the newest gcc or clang that is known "
                     "to build its age, or what the table below says.\nOr the name of a compiler, such as "
                     "gcc-13; where it is not installed, the next newer one is taken"));
    m_compiler->setEditable(true);
    m_compiler->addItems({u"default"_s, u"auto"_s, u"auto-clang"_s});
    conductor::onWorker(this, kernel::installedToolchains, [this](const QList<kernel::Toolchain> &installed) {
        for (const kernel::Toolchain &toolchain : installed) {
            m_compiler->addItem(toolchain.command);
            m_compiler->setItemData(m_compiler->count() - 1, toolchain.name, Qt::ToolTipRole);
        }
    });
}

void BuildPage::addStretches()
{
    const RowsEditor::Column from{tr("From"), tr("A tag or commit that the revision contains; empty: all do")};
    const RowsEditor::Column until{tr("Until"), tr("A tag or commit that the revision does not contain; empty: none")};
    const RowsEditor::Column reason{tr("Reason"), tr("Stands with each build; may be empty")};
    m_toolchains = new RowsEditor(
        tr("Compilers by age"), {from, until, {tr("Compiler"), tr("Such as gcc-10; the first row that fits counts")}});
    m_overrides = new RowsEditor(
        tr("Config changes"), {from, until, {tr("Options"), tr("Such as CONFIG_KCOV=n, separated by blanks")}, reason});
    m_fixups = new RowsEditor(
        tr("Patches"),
        {from,
         until,
         {tr("Commit"), tr("Hash of a commit that is applied to the sources; or name a patch")},
         {tr("Patch"), tr("Path of a unified diff that is applied; or name a commit")},
         {tr("Guilty"), tr("Hash of a commit: only revisions that contain it are changed; may be empty")},
         reason});
    auto *tabs = new QTabWidget;
    const QString stretch = tr("For the revisions of a stretch of the history; empty tables change nothing");
    const auto addTab = [&](const QString &key, const QString &title, RowsEditor *rows) {
        tabs->addTab(makeField(key, widgets::withoutMnemonic(title), stretch, rows, rows), title);
    };
    addTab(u"kernel.toolchain"_s, tr("Compiler&s by age"), m_toolchains);
    addTab(u"kernel.override"_s, tr("Config c&hanges"), m_overrides);
    addTab(u"kernel.fixup"_s, tr("Patches an&d commits"), m_fixups);
    addBelow(tabs, 1);
}

bool BuildPage::isLinux() const
{
    return m_recipe->currentData() != customRecipe;
}

void BuildPage::showRecipe()
{
    for (const QString &key : {u"configure"_s, u"build"_s, u"image"_s, u"vmlinux"_s, u"banner"_s}) {
        setShown(u"kernel.recipe."_s + key, !isLinux());
    }
    const QString why = tr("Only for the recipe Linux: name the compiler in the commands");
    setCounts(u"kernel.compiler"_s, isLinux(), why);
    setCounts(u"kernel.toolchain"_s, isLinux(), why);
    m_config->setPlaceholderText(isLinux() ? tr("the tree's defaults") : tr("none"));
    const bool isDefault = isLinux() && m_config->text().trimmed().isEmpty();
    note(u"kernel.config"_s, isDefault ? tr("The tree's defaults may lack what guests need: the menu of the button at "
                                            "the right has configs that do not.")
                                       : QString());
}

void BuildPage::read(const session::Setup &setup)
{
    const session::Setup::Kernel &kernel = setup.kernel;
    choose(*m_recipe, kernel.recipe.name == u"linux" ? u"linux"_s : customRecipe);
    m_configure->setText(kernel.recipe.configure);
    m_build->setText(kernel.recipe.build);
    m_image->setText(kernel.recipe.image);
    m_vmlinux->setText(kernel.recipe.vmlinux);
    m_banner->setText(kernel.recipe.banner);
    m_config->setText(kernel.config);
    m_fragments->setText(kernel.fragments.join(u' '));
    m_required->setText(kernel.required.join(u' '));
    m_compiler->setCurrentText(kernel.compiler);
    m_timeout->setValue(kernel.buildTimeout);
    QList<QStringList> toolchains;
    for (const session::ToolchainSetup &row : kernel.toolchains) {
        toolchains += {row.stretch.from, row.stretch.until, row.compiler};
    }
    m_toolchains->setRows(toolchains);
    QList<QStringList> overrides;
    for (const session::OverrideSetup &row : kernel.overrides) {
        overrides += {row.stretch.from, row.stretch.until, row.options.join(u' '), row.reason};
    }
    m_overrides->setRows(overrides);
    QList<QStringList> fixups;
    for (const session::FixupSetup &row : kernel.fixups) {
        fixups += {row.stretch.from, row.stretch.until, row.commit, row.patch, row.guilty, row.reason};
    }
    m_fixups->setRows(fixups);
}

void BuildPage::write(session::Setup &setup) const
{
    session::Setup::Kernel &kernel = setup.kernel;
    kernel.recipe = isLinux() ? session::RecipeSetup()
                              : session::RecipeSetup{.name = customRecipe,
                                                     .configure = m_configure->text().trimmed(),
                                                     .build = m_build->text().trimmed(),
                                                     .image = m_image->text().trimmed(),
                                                     .vmlinux = m_vmlinux->text().trimmed(),
                                                     .banner = m_banner->text().trimmed()};
    kernel.config = m_config->text().trimmed();
    kernel.fragments = wordsIn(m_fragments->text());
    kernel.required = wordsIn(m_required->text());
    const QString compiler = m_compiler->currentText().trimmed();
    kernel.compiler = isLinux() && !compiler.isEmpty() ? compiler : u"default"_s;
    kernel.buildTimeout = m_timeout->value().value_or(kernel.buildTimeout);
    kernel.toolchains.clear();
    for (const QStringList &row : isLinux() ? m_toolchains->rows() : QList<QStringList>()) {
        kernel.toolchains += {.stretch = {.from = row[0], .until = row[1]}, .compiler = row[2]};
    }
    kernel.overrides.clear();
    for (const QStringList &row : m_overrides->rows()) {
        kernel.overrides +=
            {.stretch = {.from = row[0], .until = row[1]}, .options = optionsIn(row[2]), .reason = row[3]};
    }
    kernel.fixups.clear();
    for (const QStringList &row : m_fixups->rows()) {
        kernel.fixups += {.stretch = {.from = row[0], .until = row[1]},
                          .commit = row[2],
                          .patch = row[3],
                          .guilty = row[4],
                          .reason = row[5]};
    }
}

QString BuildPage::commands(const session::Setup &setup) const
{
    return buildCommands(setup);
}

} // namespace culprit::app
