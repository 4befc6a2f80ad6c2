// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/newbisectiondialog.h"

#include "app/window/pathfield.h"
#include "app/window/setupform.h"
#include "engine/conductor/sessionmaker.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr int checkDelay = 400; // ms without a key stroke before the repository is asked

QString rangeText(const conductor::NewSession &made)
{
    const QList<session::Release> &releases = made.created.releases;
    if (releases.size() == 1) {
        return NewBisectionDialog::tr("No good revision: the release %1 is tried.").arg(releases.first().tag);
    }
    if (!releases.isEmpty()) {
        return NewBisectionDialog::tr("No good revision: %1 releases from %2 back to %3 are tried until one is good.")
            .arg(releases.size())
            .arg(releases.first().tag, releases.last().tag);
    }
    const std::size_t commits = made.range.commits.size();
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
    m_form = new SetupForm;
    auto *sessionForm = new QFormLayout;
    m_sessionFile = addPathField(sessionForm, tr("&Session file"), tr("Everything that happens is kept in this file"),
                                 PathKind::NewSession);
    m_sessionFile->setObjectName(u"session"_s);
    m_sessionFile->setText(QDir::home().filePath(u"bisection.culprit"_s));

    m_check = new QLabel(tr("Name the repository and the revision that shows the bug."));
    m_check->setTextFormat(Qt::PlainText);
    m_check->setWordWrap(true);
    m_check->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_check->setAccessibleName(tr("Check of the settings"));
    m_check->setObjectName(u"check"_s);

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
    layout->addWidget(m_form);
    layout->addLayout(sessionForm);
    layout->addWidget(m_check);
    layout->addWidget(m_buttons);

    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkDelay);
    connect(m_form, &SetupForm::changed, this, &NewBisectionDialog::checkSoon);
    connect(m_sessionFile, &QLineEdit::textChanged, this, &NewBisectionDialog::checkSoon);
    connect(&m_checkTimer, &QTimer::timeout, this, &NewBisectionDialog::check);
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

void NewBisectionDialog::setSetup(const session::Setup &setup)
{
    m_form->setSetup(setup);
}

Result<session::Setup> NewBisectionDialog::setup() const
{
    return m_form->setup();
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
    if (!m_form->hasRange()) {
        showCheck(number, false, tr("Name the repository and the revision that shows the bug."));
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
        const QString text = right ? rangeText(*made) : QString::fromStdString(made.error().message);
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
