// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/settingsdialog.h"

#include "widgets/direction.h"
#include "widgets/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace culprit::app
{

using widgets::Theme;

SettingsDialog::SettingsDialog(Preferences &preferences, QWidget *parent)
    : QDialog(parent),
      m_preferences(preferences),
      m_theme(new QComboBox),
      m_letterKeys(new QCheckBox(tr("Single &letters are keys in graph, steps and consoles"))),
      m_notifies(new QCheckBox(tr("&Notify me on the desktop while I look elsewhere"))),
      m_keepsAwake(new QCheckBox(tr("&Keep the machine awake while a bisection runs"))),
      m_sessionsFolder(new QLineEdit),
      m_buildsGigabytes(new QSpinBox)
{
    setWindowTitle(tr("Settings"));
    const Preferences::Values &values = preferences.values();
    m_theme->addItem(tr("As the system"), QVariant::fromValue(int(Theme::System)));
    m_theme->addItem(tr("Light"), QVariant::fromValue(int(Theme::Light)));
    m_theme->addItem(tr("Dark"), QVariant::fromValue(int(Theme::Dark)));
    m_theme->addItem(tr("High contrast, light"), QVariant::fromValue(int(Theme::BlackOnWhite)));
    m_theme->addItem(tr("High contrast, dark"), QVariant::fromValue(int(Theme::WhiteOnBlack)));
    m_theme->setCurrentIndex(m_theme->findData(int(values.theme)));
    m_letterKeys->setChecked(values.letterKeys);
    m_letterKeys->setToolTip(tr("G, B, S and others, while these panes have the keyboard"));
    m_notifies->setChecked(values.notifies);
    m_notifies->setToolTip(
        tr("When a verdict is needed, the search has ended, builds fail one after the other, or the disk gets full"));
    m_keepsAwake->setChecked(values.keepsAwake);
    m_keepsAwake->setToolTip(tr("The screen may still be switched off and locked"));
    m_sessionsFolder->setText(QDir::toNativeSeparators(values.sessionsFolder));

    m_buildsGigabytes->setRange(1, Preferences::mostGigabytes);
    m_buildsGigabytes->setSuffix(tr(" GB"));
    m_buildsGigabytes->setValue(values.buildsGigabytes);
    m_buildsGigabytes->setToolTip(tr(
        "Kernels of finished builds, which need not be built again. Those that were not used for longest go when the "
        "next one is kept. Holds for sessions that are opened from now on, and for \"culprit run\""));

    auto *form = new QFormLayout;
    form->addRow(tr("&Theme:"), m_theme);
    widgets::keepLeftToRight(*m_sessionsFolder);
    auto *folder = new QLabel(tr("&Folder of sessions:"));
    folder->setBuddy(m_sessionsFolder);
    m_sessionsFolder->setAccessibleName(widgets::withoutMnemonic(folder->text()));
    form->addRow(folder, makeFolderField());
    auto *builds = new QLabel(tr("Finished &builds, at most:"));
    builds->setBuddy(m_buildsGigabytes);
    m_buildsGigabytes->setAccessibleName(widgets::withoutMnemonic(builds->text()));
    form->addRow(builds, m_buildsGigabytes);
    for (QCheckBox *box : {m_letterKeys, m_notifies, m_keepsAwake}) {
        form->addRow(box);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        store();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto check = [this, ok = buttons->button(QDialogButtonBox::Ok)] {
        const bool there = QDir::isAbsolutePath(m_sessionsFolder->text()) && QDir(m_sessionsFolder->text()).exists();
        ok->setEnabled(there);
        ok->setToolTip(there ? QString() : tr("There is no such folder of sessions"));
    };
    connect(m_sessionsFolder, &QLineEdit::textChanged, this, check);
    check();
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

QWidget *SettingsDialog::makeFolderField()
{
    m_sessionsFolder->setToolTip(tr("\"Open session\" lists what lies there"));
    auto *choose = new QPushButton(tr("&Choose…"));
    connect(choose, &QAbstractButton::clicked, this, [this] {
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Folder of sessions"), m_sessionsFolder->text());
        if (!chosen.isEmpty()) {
            m_sessionsFolder->setText(QDir::toNativeSeparators(chosen));
        }
    });
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(m_sessionsFolder, 1);
    layout->addWidget(choose);
    return field;
}

void SettingsDialog::store()
{
    Preferences::Values values = m_preferences.values();
    values.theme = Theme(m_theme->currentData().toInt());
    values.letterKeys = m_letterKeys->isChecked();
    values.notifies = m_notifies->isChecked();
    values.keepsAwake = m_keepsAwake->isChecked();
    values.buildsGigabytes = m_buildsGigabytes->value();
    values.sessionsFolder = QDir::cleanPath(m_sessionsFolder->text());
    m_preferences.set(values);
}

} // namespace culprit::app
