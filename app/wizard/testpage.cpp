// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/testpage.h"

#include "app/wizard/equivalents.h"
#include "app/wizard/quantityfield.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace culprit::app
{

TestPage::TestPage() : SetupPage(tr("Test"), tr("What shows the bug, once a kernel has booted?"), u"test"_s)
{
    m_reproducer = addPath(u"test.reproducer"_s, tr("&Reproducer"),
                           tr("A .c file (compiled static), a shell script, an executable, or a syzkaller program "
                              "(.syz). It runs as root in each guest"),
                           PathKind::File);
    m_syzkaller = addPath(u"syzkaller.folder"_s, tr("Sy&zkaller"),
                          tr("Its checkout in which make execprog executor was run, or a folder with syz-execprog and "
                             "syz-executor.\nIt should be the version that found the bug."),
                          PathKind::Folder);
    m_syzkaller->setObjectName(u"syzkaller"_s);
    m_bits32 = addCheck(u"test.bits"_s, tr("As a 32-&bit program"),
                        tr("Compile C with gcc -m32; each kernel must have CONFIG_IA32_EMULATION"));
    m_bits32->setObjectName(u"bits32"_s);
    addTimes();
    m_seed = addLine(u"test.seed"_s, tr("See&d"),
                     tr("Of the runs' seeds, so that a session can be played again alike; a whole number"),
                     tr("by the clock"));
    m_seed->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,18}"_s), m_seed));
    connect(m_reproducer, &QLineEdit::textChanged, this, &TestPage::showKind);
    showKind();
    watchFields();
}

void TestPage::addTimes()
{
    const auto addDuration = [this](const QString &key, const QString &caption, const QString &tip) {
        auto *duration = new DurationField;
        addField(key, caption, tip, duration, duration);
        return duration;
    };
    m_timeout = addDuration(u"test.timeout"_s, tr("R&un time"),
                            tr("How long the reproducer runs: 90s, 5m, 1h30m. The default is 5m"));
    m_repeat = addCheck(u"test.repeat"_s, tr("Start it again &while time is left"),
                        tr("A reproducer that ends is started again until its time is over"));
    m_noOutput = addDuration(u"test.no_output"_s, tr("Silen&ce"),
                             tr("A guest that says nothing for so long counts as hung. The default is 5m"));
    m_bootTimeout = addDuration(u"test.boot_timeout"_s, tr("Boot ti&me"),
                                tr("A guest that is not up by then did not boot; tripled under emulation. The default "
                                   "is 10m"));
}

bool TestPage::isSyzProgram() const
{
    return m_reproducer->text().trimmed().endsWith(u".syz"_s);
}

void TestPage::showKind()
{
    setShown(u"syzkaller.folder"_s, isSyzProgram());
}

void TestPage::read(const session::Setup &setup)
{
    const session::Setup::Test &test = setup.test;
    m_reproducer->setText(test.reproducer);
    m_syzkaller->setText(test.syzkaller);
    m_bits32->setChecked(test.bits == 32);
    m_timeout->setValue(test.timeout);
    m_repeat->setChecked(test.repeat);
    m_noOutput->setValue(test.noOutput);
    m_bootTimeout->setValue(test.bootTimeout);
    m_seed->setText(test.seed == 0 ? QString() : QString::number(test.seed));
}

void TestPage::write(session::Setup &setup) const
{
    session::Setup::Test &test = setup.test;
    test.reproducer = m_reproducer->text().trimmed();
    test.syzkaller = isSyzProgram() ? m_syzkaller->text().trimmed() : QString();
    test.bits = m_bits32->isChecked() ? 32 : 64;
    test.timeout = m_timeout->value().value_or(test.timeout);
    test.repeat = m_repeat->isChecked();
    test.noOutput = m_noOutput->value().value_or(test.noOutput);
    test.bootTimeout = m_bootTimeout->value().value_or(test.bootTimeout);
    test.seed = m_seed->text().toLongLong();
}

QString TestPage::commands(const session::Setup &setup) const
{
    return testCommands(setup);
}

} // namespace culprit::app
