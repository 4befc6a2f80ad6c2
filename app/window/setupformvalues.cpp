// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/setupform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

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

/// Words between blanks; a commit quoted as kernel people do, 1a2b3c4d5e6f ("subject"), is one.
QString list(const QString &words)
{
    static const QRegularExpression word(uR"-(\S+( +\(".*?"\))?)-"_s);
    QStringList parts;
    for (const QRegularExpressionMatch &match : word.globalMatch(words)) {
        parts << quoted(match.captured());
    }
    return u'[' + parts.join(u", "_s) + u']';
}

/// Keys without a field keep their values; those that are for Linux only go with it.
void keepWhatIsNotShown(const session::Setup &from, session::Setup &setup)
{
    setup.kernel.buildTimeout = from.kernel.buildTimeout;
    setup.test.seed = from.test.seed;
    setup.machine.memoryDumps = from.machine.memoryDumps;
    setup.search.timeLimit = from.search.timeLimit;
    setup.search.runLimit = from.search.runLimit;
    setup.search.buildLimit = from.search.buildLimit;
    if (setup.kernel.recipe.name == u"linux") {
        setup.kernel.compiler = from.kernel.compiler;
        setup.kernel.toolchains = from.kernel.toolchains;
    }
    if (!setup.kernel.config.isEmpty()) {
        setup.kernel.overrides = from.kernel.overrides;
    }
    setup.kernel.fixups = from.kernel.fixups;
}

} // namespace

void SetupForm::setSetup(const session::Setup &setup)
{
    m_base = setup;
    m_repo->setText(setup.kernel.repo);
    m_bad->setText(setup.kernel.bad);
    m_good->setText(setup.kernel.good.join(u' '));
    m_find->setCurrentIndex(setup.kernel.find == session::Find::Fix ? 1 : 0);
    m_paths->setText(setup.kernel.paths.join(u' '));
    m_firstParent->setChecked(setup.kernel.firstParent);
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
    m_syzkaller->setText(setup.test.syzkaller);
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
    m_revert->setChecked(setup.search.revert);
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

Result<session::Setup> SetupForm::setup() const
{
    QStringList lines{u"[kernel]"_s, u"repo = %1"_s.arg(quoted(m_repo->text())),
                      u"bad = %1"_s.arg(quoted(m_bad->text().trimmed())),
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
    addList(u"good"_s, m_good->text());
    if (m_paths->isEnabled()) {
        addList(u"paths"_s, m_paths->text());
        lines << u"first_parent = %1"_s.arg(m_firstParent->isChecked() ? u"true"_s : u"false"_s);
    }
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
    if (isSyzProgram()) {
        lines << u"[syzkaller]"_s;
        add(u"folder"_s, m_syzkaller->text());
    }
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
    lines << u"revert = %1"_s.arg(m_revert->isChecked() ? u"true"_s : u"false"_s);
    auto parsed = session::parseSetup(lines.join(u'\n').toUtf8(), QDir::homePath());
    if (parsed) {
        keepWhatIsNotShown(m_base, *parsed);
    }
    return parsed;
}

bool SetupForm::hasRange() const
{
    return !m_repo->text().isEmpty() && !m_bad->text().isEmpty();
}

} // namespace culprit::app
