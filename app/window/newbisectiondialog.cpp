// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/newbisectiondialog.h"

#include "engine/conductor/sessionmaker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr int checkDelay = 400; // ms without a key stroke before the repository is asked

QString durationText(std::chrono::seconds duration)
{
    const auto seconds = duration.count();
    return seconds % 60 == 0 && seconds > 0 ? u"%1m"_s.arg(seconds / 60) : u"%1s"_s.arg(seconds);
}

/// A string as TOML writes it.
QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return u'"' + escaped + u'"';
}

QString list(const QString &words)
{
    QStringList parts;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        parts << quoted(word);
    }
    return u'[' + parts.join(u", "_s) + u']';
}

/// Keys without a field keep their values; those that are for Linux only go with it.
void keepWhatIsNotShown(const session::Setup &from, session::Setup &setup)
{
    setup.kernel.buildTimeout = from.kernel.buildTimeout;
    setup.test.seed = from.test.seed;
    if (setup.kernel.recipe.name == u"linux") {
        setup.kernel.compiler = from.kernel.compiler;
        setup.kernel.toolchains = from.kernel.toolchains;
    }
    if (!setup.kernel.config.isEmpty()) {
        setup.kernel.overrides = from.kernel.overrides;
    }
    setup.kernel.fixups = from.kernel.fixups;
}

QString rangeText(std::size_t commits)
{
    if (commits == 1) {
        return NewBisectionDialog::tr("1 candidate: its test and those of the ends are all that is needed.");
    }
    const auto steps = int(std::ceil(std::log2(double(commits))));
    return NewBisectionDialog::tr("%1 candidates, about %2 steps.")
        .arg(QLocale().toString(qulonglong(commits)))
        .arg(steps);
}

} // namespace

NewBisectionDialog::NewBisectionDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("New bisection"));
    auto *grid = new QGridLayout;
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

    auto *sessionForm = new QFormLayout;
    m_sessionFile =
        addPath(sessionForm, tr("&Session file"), tr("Everything that happens is kept in this file"), false);
    m_sessionFile->setText(QDir::home().filePath(u"bisection.culprit"_s));

    m_check = new QLabel(tr("Name the repository and both ends of the range."));
    m_check->setTextFormat(Qt::PlainText);
    m_check->setWordWrap(true);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_check->setAccessibleName(tr("Check of the settings"));

    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Create session"));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    connect(m_buttons->addButton(tr("&Load settings…"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            &NewBisectionDialog::load);
    connect(m_buttons->addButton(tr("Save se&ttings…"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            &NewBisectionDialog::save);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addLayout(sessionForm);
    layout->addWidget(m_check);
    layout->addWidget(m_buttons);

    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkDelay);
    connect(&m_checkTimer, &QTimer::timeout, this, &NewBisectionDialog::check);
    nameFields();
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textChanged, this, &NewBisectionDialog::checkSoon);
    }
    connect(m_find, &QComboBox::currentIndexChanged, this, &NewBisectionDialog::checkSoon);
    connect(m_recipe, &QComboBox::currentIndexChanged, this, &NewBisectionDialog::checkSoon);
    setSetup({});
    alignFields();
    resize(std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 150), sizeHint().height());
}

/// One edge for the fields of all groups.
void NewBisectionDialog::alignFields()
{
    int widest = 0;
    QList<QWidget *> captions;
    for (const QFormLayout *form : findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item != nullptr && item->widget() != nullptr) {
                captions << item->widget();
                widest = std::max(widest, item->widget()->sizeHint().width());
            }
        }
    }
    for (QWidget *caption : std::as_const(captions)) {
        caption->setMinimumWidth(widest);
    }
}

NewBisectionDialog::~NewBisectionDialog()
{
    m_workers.waitForDone();
}

QLineEdit *NewBisectionDialog::addPath(QFormLayout *form, const QString &label, const QString &tip, bool folder,
                                       QMenu *others)
{
    auto *edit = new QLineEdit;
    edit->setToolTip(tip);
    auto *browse = new QToolButton;
    browse->setText(u"…"_s);
    browse->setAccessibleName(tr("Choose a file or folder"));
    browse->setToolTip(browse->accessibleName());
    if (others != nullptr) {
        browse->setMenu(others);
        browse->setPopupMode(QToolButton::MenuButtonPopup);
    }
    connect(browse, &QToolButton::clicked, this, [this, edit, folder] {
        const QString start = edit->text().isEmpty() ? QDir::homePath() : edit->text();
        QString path;
        if (folder) {
            path = QFileDialog::getExistingDirectory(this, {}, start);
        } else if (edit == m_sessionFile) {
            path = QFileDialog::getSaveFileName(this, {}, start, tr("Sessions (*.culprit)"));
        } else {
            path = QFileDialog::getOpenFileName(this, {}, start);
        }
        if (!path.isEmpty()) {
            edit->setText(path);
        }
    });
    auto *row = new QHBoxLayout;
    row->addWidget(edit);
    row->addWidget(browse);
    auto *caption = new QLabel(label);
    caption->setBuddy(edit);
    edit->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(caption, row);
    return edit;
}

/// As the keys of SETUP.toml are.
void NewBisectionDialog::nameFields()
{
    const std::initializer_list<std::pair<QWidget *, QString>> names{
        {m_repo, u"repo"_s},           {m_bad, u"bad"_s},
        {m_good, u"good"_s},           {m_config, u"config"_s},
        {m_fragments, u"fragments"_s}, {m_required, u"required"_s},
        {m_configure, u"configure"_s}, {m_build, u"build"_s},
        {m_image, u"image"_s},         {m_vmlinux, u"vmlinux"_s},
        {m_banner, u"banner"_s},       {m_reproducer, u"reproducer"_s},
        {m_title, u"title"_s},         {m_timeout, u"timeout"_s},
        {m_noOutput, u"no_output"_s},  {m_bootTimeout, u"boot_timeout"_s},
        {m_memory, u"memory"_s},       {m_append, u"append"_s},
        {m_sessionFile, u"session"_s}, {m_check, u"check"_s},
        {m_strategy, u"strategy"_s},   {m_confidence, u"confidence"_s},
        {m_runs, u"runs"_s},           {m_runsNote, u"runsNote"_s},
        {m_bits32, u"bits32"_s},       {m_guest, u"guest"_s},
        {m_disk, u"disk"_s},           {m_sshKey, u"ssh_key"_s},
        {m_sshUser, u"ssh_user"_s},
    };
    for (const auto &[field, name] : names) {
        field->setObjectName(name);
    }
}

void NewBisectionDialog::addRangeGroup(QWidget *page)
{
    auto *group = new QGroupBox(tr("Range"));
    auto *form = new QFormLayout(group);
    m_repo = addPath(form, tr("&Repository"), tr("Local kernel tree, with or without a checkout; it is never modified"),
                     true);
    m_find = new QComboBox;
    m_find->addItem(tr("the commit that introduced the bug"), u"cause"_s);
    m_find->addItem(tr("the commit that fixed the bug"), u"fix"_s);
    form->addRow(tr("&Find"), m_find);
    m_bad = new QLineEdit;
    m_bad->setToolTip(tr("Revision that shows the bug: a tag, branch, hash or git describe name"));
    m_bad->setPlaceholderText(u"v6.13-rc1"_s);
    form->addRow(tr("&Bad"), m_bad);
    m_good = new QLineEdit;
    m_good->setToolTip(tr("Revisions that do not show it, separated by blanks"));
    m_good->setPlaceholderText(u"v6.12"_s);
    form->addRow(tr("&Good"), m_good);
    page->layout()->addWidget(group);
}

void NewBisectionDialog::addConfigField(QFormLayout *form)
{
    auto *starts = new QMenu(this);
    m_config =
        addPath(form, tr("&Config"),
                tr("Each revision gets this .config by way of olddefconfig.\ndefconfig: the one that the newest "
                   "revision's own make makes, with what guests need.\nlocalmodconfig: the one of the kernel that "
                   "runs here, with the modules that are loaded now, built in.\nBoth are made once, when the "
                   "session starts, and kept in it. For a file of such a name write ./defconfig."),
                false, starts);
    m_config->setPlaceholderText(tr("a file, defconfig or localmodconfig"));
    const std::initializer_list<std::pair<QString, QString>> words{
        {u"defconfig"_s, tr("The tree's own, for virtual machines (defconfig)")},
        {u"localmodconfig"_s, tr("This machine's, with the modules in use built in (localmodconfig)")}};
    for (const auto &[word, text] : words) {
        connect(starts->addAction(text), &QAction::triggered, m_config,
                [edit = m_config, word] { edit->setText(word); });
    }
}

void NewBisectionDialog::addKernelGroup(QWidget *page)
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

void NewBisectionDialog::addTestGroup(QWidget *page)
{
    auto *group = new QGroupBox(tr("Test"));
    auto *form = new QFormLayout(group);
    m_reproducer =
        addPath(form, tr("Re&producer"), tr("A .c file (compiled static), a shell script or an executable"), false);
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

void NewBisectionDialog::addSearchFields(QFormLayout *form)
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
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &NewBisectionDialog::showStrategy);
    showStrategy();
}

bool NewBisectionDialog::isHalving() const
{
    return m_strategy->currentData() == u"halving"_s;
}

void NewBisectionDialog::showStrategy()
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

void NewBisectionDialog::addMachineGroup(QWidget *page)
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

void NewBisectionDialog::addGuestFields(QFormLayout *form)
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
    m_disk = addPath(fields, tr("&Disk image"), tr("Raw or qcow2; runs write to throw-away overlays"), false);
    m_sshKey = addPath(fields, tr("SSH &key"), tr("Private key without a passphrase that the image lets in"), false);
    m_sshUser = new QLineEdit;
    m_sshUser->setToolTip(tr("Who is let in by that key"));
    fields->addRow(tr("SSH user"), m_sshUser);
    form->addRow(m_diskFields);
    connect(m_guest, &QComboBox::currentIndexChanged, this, [this] {
        m_diskFields->setVisible(m_guest->currentData() == u"image"_s);
        checkSoon();
    });
}

void NewBisectionDialog::setSetup(const session::Setup &setup)
{
    m_base = setup;
    m_repo->setText(setup.kernel.repo);
    m_bad->setText(setup.kernel.bad);
    m_good->setText(setup.kernel.good.join(u' '));
    m_find->setCurrentIndex(setup.kernel.find == session::Find::Fix ? 1 : 0);
    const session::RecipeSetup &recipe = setup.kernel.recipe;
    m_recipe->setCurrentIndex(recipe.name == u"linux" ? 0 : 1);
    m_commands->setVisible(recipe.name != u"linux");
    m_configure->setText(recipe.configure);
    m_build->setText(recipe.build);
    m_image->setText(recipe.image);
    m_vmlinux->setText(recipe.vmlinux);
    m_banner->setText(recipe.banner);
    m_config->setText(setup.kernel.config);
    m_fragments->setText(setup.kernel.fragments.join(u' '));
    m_required->setText(setup.kernel.required.join(u' '));
    m_reproducer->setText(setup.test.reproducer);
    m_title->setText(setup.test.title);
    m_timeout->setText(durationText(setup.test.timeout));
    m_noOutput->setText(durationText(setup.test.noOutput));
    m_bootTimeout->setText(durationText(setup.test.bootTimeout));
    m_repeat->setChecked(setup.test.repeat);
    m_bits32->setChecked(setup.test.bits == 32);
    m_runs->setValue(setup.test.runs);
    m_strategy->setCurrentIndex(setup.search.strategy == session::Strategy::Halving ? 1 : 0);
    m_confidence->setValue(setup.search.confidencePermille / 10.0);
    m_weighed->setChecked(setup.search.weighed);
    m_guest->setCurrentIndex(m_guest->findData(setup.machine.isImage()  ? u"image"_s
                                               : setup.machine.snapshot ? u"snapshot"_s
                                                                        : u"boot"_s));
    m_diskFields->setVisible(setup.machine.isImage());
    m_disk->setText(setup.machine.disk);
    m_sshKey->setText(setup.machine.sshKey);
    m_sshUser->setText(setup.machine.sshUser);
    m_count->setValue(setup.machine.count);
    m_cpus->setValue(setup.machine.cpus);
    m_memory->setText(u"%1M"_s.arg(setup.machine.memoryMB));
    m_accel->setCurrentIndex(std::max(0, m_accel->findData(setup.machine.accel)));
    m_append->setText(setup.machine.append);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        edit->setCursorPosition(0); // a long path or hash shows how it begins
    }
}

Result<session::Setup> NewBisectionDialog::setup() const
{
    QStringList lines{u"[kernel]"_s, u"repo = %1"_s.arg(quoted(m_repo->text())),
                      u"bad = %1"_s.arg(quoted(m_bad->text().trimmed())), u"good = %1"_s.arg(list(m_good->text())),
                      u"find = %1"_s.arg(quoted(m_find->currentData().toString()))};
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.trimmed().isEmpty()) {
            lines << u"%1 = %2"_s.arg(key, quoted(value.trimmed()));
        }
    };
    const auto addList = [&](const QString &key, const QString &words) {
        if (!words.trimmed().isEmpty()) {
            lines << u"%1 = %2"_s.arg(key, list(words));
        }
    };
    add(u"config"_s, m_config->text());
    addList(u"fragments"_s, m_fragments->text());
    addList(u"required"_s, m_required->text());
    if (m_recipe->currentData() == u"custom"_s) {
        lines << u"[kernel.recipe]"_s;
        add(u"configure"_s, m_configure->text());
        add(u"build"_s, m_build->text());
        add(u"image"_s, m_image->text());
        add(u"vmlinux"_s, m_vmlinux->text());
        add(u"banner"_s, m_banner->text());
    }
    lines << u"[test]"_s;
    add(u"reproducer"_s, m_reproducer->text());
    add(u"title"_s, m_title->text());
    add(u"timeout"_s, m_timeout->text());
    add(u"no_output"_s, m_noOutput->text());
    add(u"boot_timeout"_s, m_bootTimeout->text());
    lines << u"repeat = %1"_s.arg(m_repeat->isChecked() ? u"true"_s : u"false"_s) << u"runs = %1"_s.arg(m_runs->value())
          << u"bits = %1"_s.arg(m_bits32->isChecked() ? 32 : 64);
    lines << u"[machine]"_s;
    if (m_guest->currentData() == u"image"_s) {
        lines << u"kind = \"image\""_s;
        add(u"disk"_s, m_disk->text());
        add(u"ssh_key"_s, m_sshKey->text());
        add(u"ssh_user"_s, m_sshUser->text());
    } else {
        add(u"start"_s, m_guest->currentData().toString());
    }
    lines << (m_count->value() == 0 ? u"count = \"auto\""_s : u"count = %1"_s.arg(m_count->value()));
    lines << u"cpus = %1"_s.arg(m_cpus->value());
    add(u"memory"_s, m_memory->text());
    add(u"accel"_s, m_accel->currentData().toString());
    add(u"append"_s, m_append->text());
    lines << u"[search]"_s << u"strategy = %1"_s.arg(quoted(m_strategy->currentData().toString()));
    if (!isHalving()) {
        lines << u"confidence = %1"_s.arg(m_confidence->value() / 100, 0, 'f', 3)
              << u"prior = %1"_s.arg(m_weighed->isChecked() ? u"\"weighed\""_s : u"\"uniform\""_s);
    }
    auto parsed = session::parseSetup(lines.join(u'\n').toUtf8(), QDir::homePath());
    if (parsed) {
        keepWhatIsNotShown(m_base, *parsed);
    }
    return parsed;
}

QString NewBisectionDialog::sessionFile() const
{
    const QString path = m_sessionFile->text().trimmed();
    return path.endsWith(u".culprit"_s) ? path : path + u".culprit"_s;
}

void NewBisectionDialog::checkSoon()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_checkTimer.start();
}

void NewBisectionDialog::check()
{
    const quint64 number = ++m_checkNumber;
    if (m_repo->text().isEmpty() || m_bad->text().isEmpty() || m_good->text().isEmpty()) {
        showCheck(number, false, tr("Name the repository and both ends of the range."));
        return;
    }
    const auto parsed = setup();
    if (!parsed) {
        showCheck(number, false, QString::fromStdString(parsed.error().message));
        return;
    }
    if (QFileInfo::exists(sessionFile())) {
        showCheck(number, false, tr("%1 exists already: choose another session file.").arg(sessionFile()));
        return;
    }
    showCheck(number, false, tr("Reading the range…"));
    m_workers.start([this, number, parsed = *parsed] {
        const auto made = conductor::makeSession(parsed);
        const bool right = made.has_value();
        const QString text =
            right ? rangeText(made->range.commits.size()) : QString::fromStdString(made.error().message);
        QMetaObject::invokeMethod(
            this, [this, number, right, text] { showCheck(number, right, text); }, Qt::QueuedConnection);
    });
}

void NewBisectionDialog::showCheck(quint64 number, bool right, const QString &text)
{
    if (number == m_checkNumber) {
        m_check->setText(text);
        m_buttons->button(QDialogButtonBox::Ok)->setEnabled(right);
    }
}

void NewBisectionDialog::save()
{
    const auto parsed = setup();
    if (!parsed) {
        m_check->setText(QString::fromStdString(parsed.error().message));
        return;
    }
    const QString path = QFileDialog::getSaveFileName(this, tr("Save settings"), QDir::home().filePath(u"setup.toml"_s),
                                                      tr("Settings (*.toml)"));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(session::formatSetup(*parsed)) < 0 || !file.commit()) {
        m_check->setText(tr("%1 could not be written: %2.").arg(path, file.errorString()));
    }
}

void NewBisectionDialog::load()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Load settings"), QDir::homePath(), tr("Settings (*.toml)"));
    if (path.isEmpty()) {
        return;
    }
    if (const auto read = session::readSetup(path)) {
        setSetup(*read);
    } else {
        m_check->setText(QString::fromStdString(read.error().message));
    }
}

} // namespace culprit::app
