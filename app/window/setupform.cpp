// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/setupform.h"

#include "app/window/pathfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace culprit::app
{

SetupForm::SetupForm(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    auto *left = new QWidget;
    auto *right = new QWidget;
    left->setLayout(new QVBoxLayout);
    right->setLayout(new QVBoxLayout);
    left->layout()->setContentsMargins({});
    right->layout()->setContentsMargins({});
    addRangeGroup(left);
    addKernelGroup(left);
    addTestGroup(right);
    addMachineGroup(right);
    grid->addWidget(left, 0, 0);
    grid->addWidget(right, 0, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(fontMetrics().height());

    nameFields();
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textChanged, this, &SetupForm::changed);
    }
    for (QComboBox *choice : {m_find, m_recipe, m_guest}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &SetupForm::changed);
    }
    connect(m_firstParent, &QCheckBox::toggled, this, &SetupForm::changed);
    setSetup({});
    m_revert->setChecked(true); // as in a SETUP.toml that does not say otherwise
}

/// As the keys of SETUP.toml are.
void SetupForm::nameFields()
{
    const std::initializer_list<std::pair<QWidget *, QString>> names{
        {m_repo, u"repo"_s},
        {m_bad, u"bad"_s},
        {m_good, u"good"_s},
        {m_paths, u"paths"_s},
        {m_firstParent, u"first_parent"_s},
        {m_config, u"config"_s},
        {m_fragments, u"fragments"_s},
        {m_required, u"required"_s},
        {m_configure, u"configure"_s},
        {m_build, u"build"_s},
        {m_image, u"image"_s},
        {m_vmlinux, u"vmlinux"_s},
        {m_banner, u"banner"_s},
        {m_reproducer, u"reproducer"_s},
        {m_title, u"title"_s},
        {m_syzkaller, u"syzkaller"_s},
        {m_timeout, u"timeout"_s},
        {m_noOutput, u"no_output"_s},
        {m_bootTimeout, u"boot_timeout"_s},
        {m_memory, u"memory"_s},
        {m_append, u"append"_s},
        {m_strategy, u"strategy"_s},
        {m_confidence, u"confidence"_s},
        {m_runs, u"runs"_s},
        {m_runsNote, u"runsNote"_s},
        {m_bits32, u"bits32"_s},
        {m_revert, u"revert"_s},
        {m_guest, u"guest"_s},
        {m_disk, u"disk"_s},
        {m_sshKey, u"ssh_key"_s},
        {m_sshUser, u"ssh_user"_s},
    };
    for (const auto &[field, name] : names) {
        field->setObjectName(name);
    }
}

void SetupForm::addRangeGroup(QWidget *page)
{
    auto *group = new QGroupBox(tr("Range"));
    auto *form = new QFormLayout(group);
    m_repo = addPathField(form, tr("&Repository"),
                          tr("Local kernel tree, with or without a checkout; it is never modified"), PathKind::Folder);
    m_find = new QComboBox;
    m_find->addItem(tr("the commit that introduced the bug"), u"cause"_s);
    m_find->addItem(tr("the commit that fixed the bug"), u"fix"_s);
    form->addRow(tr("&Find"), m_find);
    m_bad = new QLineEdit;
    m_bad->setToolTip(tr("Revision that shows the bug: a tag, branch, hash or git describe name"));
    m_bad->setPlaceholderText(u"v6.13-rc1"_s);
    form->addRow(tr("&Bad"), m_bad);
    m_good = new QLineEdit;
    m_good->setToolTip(tr("Revisions that do not show it, separated by blanks. Left empty: earlier releases are tried, "
                          "newest first, until one does not show it"));
    m_good->setPlaceholderText(u"v6.12"_s);
    form->addRow(tr("&Good"), m_good);
    m_paths = new QLineEdit;
    m_paths->setPlaceholderText(tr("all"));
    form->addRow(tr("Only pat&hs"), m_paths);
    m_firstParent = new QCheckBox(tr("&Merges as a whole (first parents only)"));
    form->addRow(QString(), m_firstParent);
    connect(m_find, &QComboBox::currentIndexChanged, this, &SetupForm::showNarrowing);
    showNarrowing();
    page->layout()->addWidget(group);
}

void SetupForm::showNarrowing()
{
    const bool isFix = m_find->currentData() == u"fix"_s;
    const QString why = tr("Only for the commit that introduced the bug");
    m_paths->setEnabled(!isFix);
    m_paths->setToolTip(isFix ? why
                              : tr("Files and folders from the top of the tree on, separated by blanks: only commits "
                                   "that change one of them are suspects, and the bad end"));
    m_firstParent->setEnabled(!isFix);
    m_firstParent->setToolTip(isFix ? why : tr("What came by a merge counts as done by the merge"));
}

void SetupForm::addConfigField(QFormLayout *form)
{
    auto *starts = new QMenu(this);
    m_config =
        addPathField(form, tr("&Config"),
                     tr("Each revision gets this .config by way of olddefconfig.\ndefconfig: the one that the newest "
                        "revision's own make makes, with what guests need.\nlocalmodconfig: the one of the kernel that "
                        "runs here, with the modules that are loaded now, built in.\nBoth are made once, when the "
                        "session starts, and kept in it. For a file of such a name write ./defconfig."),
                     PathKind::File, starts);
    m_config->setPlaceholderText(tr("a file, defconfig or localmodconfig"));
    const std::initializer_list<std::pair<QString, QString>> words{
        {u"defconfig"_s, tr("The tree's own, for virtual machines (defconfig)")},
        {u"localmodconfig"_s, tr("This machine's, with the modules in use built in (localmodconfig)")}};
    for (const auto &[word, text] : words) {
        connect(starts->addAction(text), &QAction::triggered, m_config,
                [edit = m_config, word] { edit->setText(word); });
    }
}

void SetupForm::addKernelGroup(QWidget *page)
{
    auto *group = new QGroupBox(tr("Kernel"));
    auto *form = new QFormLayout(group);
    m_recipe = new QComboBox;
    m_recipe->addItem(tr("Linux"), u"linux"_s);
    m_recipe->addItem(tr("own commands"), u"custom"_s);
    form->addRow(tr("R&ecipe"), m_recipe);
    addConfigField(form);
    m_fragments = new QLineEdit;
    m_fragments->setToolTip(tr("Files that are merged over the config, separated by blanks"));
    form->addRow(tr("Fra&gments"), m_fragments);
    m_required = new QLineEdit;
    m_required->setToolTip(tr("Options that must still be =y after olddefconfig, or the revision is not tested"));
    m_required->setPlaceholderText(u"CONFIG_KASAN CONFIG_IO_URING"_s);
    form->addRow(tr("Re&quired options"), m_required);

    m_commands = new QWidget;
    auto *commands = new QFormLayout(m_commands);
    commands->setContentsMargins({});
    const auto addLine = [&](QLineEdit *&edit, const QString &label, const QString &tip) {
        edit = new QLineEdit;
        edit->setToolTip(tip);
        commands->addRow(label, edit);
    };
    addLine(m_configure, tr("Confi&gure"),
            tr("Shell command; {source}, {objects}, {jobs} and {config} stand for what they say"));
    addLine(m_build, tr("B&uild"),
            tr("Shell command; {source}, {objects}, {jobs} and {config} stand for what they say"));
    addLine(m_image, tr("&Image"), tr("What QEMU boots, as a path below the objects or the source"));
    addLine(m_vmlinux, tr("&vmlinux"), tr("ELF file with symbols"));
    addLine(m_banner, tr("Ba&nner"), tr("Text on the console that proves that the kernel runs"));
    form->addRow(m_commands);
    connect(m_recipe, &QComboBox::currentIndexChanged, this,
            [this] { m_commands->setVisible(m_recipe->currentData() == u"custom"_s); });
    page->layout()->addWidget(group);
    static_cast<QVBoxLayout *>(page->layout())->addStretch();
}

void SetupForm::addTestGroup(QWidget *page)
{
    auto *group = new QGroupBox(tr("Test"));
    auto *form = new QFormLayout(group);
    m_reproducer =
        addPathField(form, tr("Re&producer"),
                     tr("A .c file (compiled static), a shell script, an executable, or a syzkaller program (.syz)"),
                     PathKind::File);
    m_syzkaller = addPathField(form, tr("Sy&zkaller"),
                               tr("Its checkout in which make execprog executor was run, or a folder with syz-execprog "
                                  "and syz-executor.\nIt should be the version that found the bug."),
                               PathKind::Folder);
    const int syzRow = form->rowCount() - 1;
    connect(m_reproducer, &QLineEdit::textChanged, form,
            [this, form, syzRow] { form->setRowVisible(syzRow, isSyzProgram()); });
    form->setRowVisible(syzRow, false);
    m_title = new QLineEdit;
    m_title->setPlaceholderText(tr("learnt at the bad end"));
    m_title->setToolTip(tr("Title of the crash that is searched for"));
    form->addRow(tr("Crash &title"), m_title);
    const auto addDuration = [&](QLineEdit *&edit, const QString &label, const QString &tip) {
        edit = new QLineEdit;
        edit->setToolTip(tip);
        form->addRow(label, edit);
    };
    addDuration(m_timeout, tr("R&un time"), tr("How long the reproducer runs: 90s, 5m, 1h30m"));
    addDuration(m_noOutput, tr("Si&lence"), tr("A guest that says nothing for so long counts as hung"));
    addDuration(m_bootTimeout, tr("B&oot time"), tr("A guest that is not up by then did not boot"));
    m_repeat = new QCheckBox(tr("Start it again &while time is left"));
    form->addRow(QString(), m_repeat);
    m_bits32 = new QCheckBox(tr("As a &32-bit program"));
    m_bits32->setToolTip(tr("Compile C with gcc -m32; each kernel must have CONFIG_IA32_EMULATION"));
    form->addRow(QString(), m_bits32);
    addSearchFields(form);
    page->layout()->addWidget(group);
}

void SetupForm::addSearchFields(QFormLayout *form)
{
    m_strategy = new QComboBox;
    m_strategy->addItem(tr("by probability"), u"bayes"_s);
    m_strategy->addItem(tr("by halving, as git bisect"), u"halving"_s);
    m_strategy->setToolTip(tr("By probability: a bug that does not show in each run misleads nobody, and runs go where "
                              "they tell most.\nBy halving: a fixed number of runs makes a verdict, and each verdict "
                              "is believed."));
    m_confidence = new QDoubleSpinBox;
    m_confidence->setRange(50, 99.9);
    m_confidence->setDecimals(1);
    m_confidence->setSingleStep(0.5);
    m_confidence->setPrefix(tr("until "));
    m_confidence->setSuffix(tr(" % sure"));
    m_confidence->setAccessibleName(tr("Confidence"));
    auto *search = new QHBoxLayout;
    search->addWidget(m_strategy, 1);
    search->addWidget(m_confidence);
    m_weighed = new QCheckBox(tr("Suspect commits aroun&d the crash first"));
    auto *caption = new QLabel(tr("Searc&h"));
    caption->setBuddy(m_strategy);
    form->addRow(caption, search);
    form->addRow(QString(), m_weighed);
    m_revert = new QCheckBox(tr("Re&vert the culprit on the newest end, once it is confirmed"));
    m_revert->setToolTip(
        tr("One more kernel: it shows whether the culprit alone makes the bug there. The repository is "
           "not touched"));
    form->addRow(QString(), m_revert);

    m_runs = new QSpinBox;
    m_runs->setRange(1, 1000);
    m_runsNote = new QLabel;
    m_runsNote->setForegroundRole(QPalette::PlaceholderText);
    auto *runs = new QHBoxLayout;
    runs->addWidget(m_runs);
    runs->addWidget(m_runsNote, 1);
    auto *runsCaption = new QLabel(tr("Runs a re&vision"));
    runsCaption->setBuddy(m_runs);
    form->addRow(runsCaption, runs);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &SetupForm::showStrategy);
    showStrategy();
}

bool SetupForm::isSyzProgram() const
{
    return m_reproducer->text().trimmed().endsWith(u".syz"_s);
}

bool SetupForm::isHalving() const
{
    return m_strategy->currentData() == u"halving"_s;
}

void SetupForm::showStrategy()
{
    m_confidence->setEnabled(!isHalving());
    m_weighed->setEnabled(!isHalving());
    m_weighed->setToolTip(isHalving()
                              ? tr("Halving holds all commits for equally suspicious")
                              : tr("Commits that touch what is on the crash's stack are more likely the culprit, those "
                                   "that touch nothing this kernel is built of hardly are.\nIf that misleads, it costs "
                                   "two builds at most."));
    m_confidence->setToolTip(isHalving() ? tr("Halving believes each verdict: it knows no doubt")
                                         : tr("How sure the culprit must be for the search to end"));
    m_runs->setEnabled(isHalving());
    m_runsNote->setText(isHalving() ? tr("twice as many at both ends") : tr("as many as tell something"));
    m_runs->setToolTip(isHalving() ? tr("For a verdict; both ends of the range get twice as many")
                                   : tr("The search by probability decides how many runs a revision is worth"));
}

void SetupForm::addMachineGroup(QWidget *page)
{
    auto *group = new QGroupBox(tr("Machine"));
    auto *form = new QFormLayout(group);
    addGuestFields(form);
    m_count = new QSpinBox;
    m_count->setRange(0, 256);
    m_count->setSpecialValueText(tr("as cores and memory allow"));
    form->addRow(tr("&Machines at once"), m_count);
    m_cpus = new QSpinBox;
    m_cpus->setRange(1, 64);
    form->addRow(tr("CP&Us each"), m_cpus);
    m_memory = new QLineEdit;
    m_memory->setToolTip(tr("Of each machine: 512M, 2G"));
    form->addRow(tr("Memor&y each"), m_memory);
    m_accel = new QComboBox;
    m_accel->addItem(tr("KVM where it really works, else emulation"), u"auto"_s);
    m_accel->addItem(tr("KVM"), u"kvm"_s);
    m_accel->addItem(tr("emulation (TCG)"), u"tcg"_s);
    form->addRow(tr("&Accelerator"), m_accel);
    m_append = new QLineEdit;
    m_append->setToolTip(tr("Added to the kernel command line"));
    form->addRow(tr("Command li&ne"), m_append);
    page->layout()->addWidget(group);
    static_cast<QVBoxLayout *>(page->layout())->addStretch();
}

void SetupForm::addGuestFields(QFormLayout *form)
{
    m_guest = new QComboBox;
    m_guest->addItem(tr("made here, booted for each run"), u"boot"_s);
    m_guest->addItem(tr("made here, booted once a kernel"), u"snapshot"_s);
    m_guest->addItem(tr("a disk image, by ssh"), u"image"_s);
    m_guest->setToolTip(tr("Made here: the program's own user space, which a C program or shell script needs no more "
                           "than.\nBooted once a kernel: each run goes on from a snapshot taken where the test starts; "
                           "quicker, but not for bugs that depend on the boot.\nA disk image: a distribution of yours; "
                           "it is never written."));
    form->addRow(tr("Gue&st"), m_guest);
    m_diskFields = new QWidget;
    auto *fields = new QFormLayout(m_diskFields);
    fields->setContentsMargins({});
    m_disk =
        addPathField(fields, tr("&Disk image"), tr("Raw or qcow2; runs write to throw-away overlays"), PathKind::File);
    m_sshKey = addPathField(fields, tr("SSH &key"), tr("Private key without a passphrase that the image lets in"),
                            PathKind::File);
    m_sshUser = new QLineEdit;
    m_sshUser->setToolTip(tr("Who is let in by that key"));
    fields->addRow(tr("SSH user"), m_sshUser);
    form->addRow(m_diskFields);
    connect(m_guest, &QComboBox::currentIndexChanged, this,
            [this] { m_diskFields->setVisible(m_guest->currentData() == u"image"_s); });
}

} // namespace culprit::app
