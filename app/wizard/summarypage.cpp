// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/summarypage.h"

#include "app/wizard/equivalents.h"
#include "widgets/codeedit.h"
#include "widgets/plaintext.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString sessionKey = u"session"_s;
constexpr qsizetype widestCaption = 36; // characters before the column of values

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    return label;
}

QString fileWord(const QString &revision)
{
    constexpr qsizetype hashDigits = 40;
    constexpr qsizetype longest = 40;
    static const QRegularExpression other(u"[^\\p{L}\\p{N}._+-]+"_s);
    static const QRegularExpression hash(u"^[0-9a-fA-F]+$"_s);
    const bool isHash = revision.size() == hashDigits && hash.match(revision).hasMatch();
    QString word = isHash ? revision.first(12) : revision.trimmed().left(longest);
    word.replace(other, u"-"_s);
    while (word.startsWith(u'.') || word.startsWith(u'-')) {
        word.removeFirst();
    }
    return word;
}

/// "v6.8-v6.9-rc1"; without ends "bisection".
QString rangeName(const session::Setup::Kernel &kernel)
{
    QStringList words{kernel.good.isEmpty() ? QString() : fileWord(kernel.good.first()), fileWord(kernel.bad)};
    words.removeAll(QString());
    return words.isEmpty() ? u"bisection"_s : words.join(u'-');
}

/// One that nobody has used yet.
QString freeSessionFile(const QDir &folder, const QString &name)
{
    QString path = folder.filePath(name + u".culprit"_s);
    for (int number = 2; QFileInfo::exists(path); ++number) {
        path = folder.filePath(u"%1-%2.culprit"_s.arg(name).arg(number));
    }
    return path;
}

} // namespace

SummaryPage::SummaryPage()
    : SetupPage(tr("Summary"), tr("Is this what you want?"), u"summary"_s),
      m_folder(QDir::homePath()),
      m_time(plainLabel(tr("Time"))),
      m_disk(plainLabel(tr("Disk"))),
      m_values(new widgets::CodeEdit),
      m_toml(new widgets::CodeEdit)
{
    m_sessionFile = addPath(sessionKey, tr("Se&ssion file"),
                            tr("Everything that happens is kept in this one new file; nothing else is needed to look "
                               "at it later, on another machine too"),
                            PathKind::NewSession);
    propose({});
    auto *outlook = new QWidget;
    auto *form = new QFormLayout(outlook);
    form->setContentsMargins({});
    form->addRow(new QLabel(tr("Time")), m_time);
    form->addRow(new QLabel(tr("Disk")), m_disk);
    addBelow(outlook);
    m_values->setAccessibleName(tr("All values"));
    m_values->setObjectName(u"values"_s);
    m_toml->setAccessibleName(tr("SETUP.toml"));
    m_toml->setObjectName(u"toml"_s);
    for (widgets::CodeEdit *edit : {m_values, m_toml}) {
        edit->setMinimumHeight(fontMetrics().height() * 8);
    }
    auto *save = new QPushButton(tr("Sa&ve as template…"));
    save->setToolTip(tr("Write the settings as a SETUP.toml, for \"culprit run\" and for later sessions"));
    save->setObjectName(u"save"_s);
    auto *tabs = new QTabWidget;
    tabs->addTab(m_values, tr("All val&ues"));
    tabs->addTab(m_toml, tr("S&ETUP.toml"));
    tabs->setCornerWidget(save);
    addBelow(tabs, 1);
    connect(save, &QPushButton::clicked, this, &SummaryPage::saveWanted);
    watchFields();
}

void SummaryPage::read(const session::Setup & /*setup*/) {}

void SummaryPage::write(session::Setup & /*setup*/) const {}

QString SummaryPage::commands(const session::Setup & /*setup*/) const
{
    return runCommands(sessionFile());
}

QList<session::SetupMistake> SummaryPage::mistakes() const
{
    if (m_sessionFile->text().trimmed().isEmpty()) {
        return {{sessionKey, tr("is missing: name a new file.")}};
    }
    if (QFileInfo::exists(sessionFile())) {
        return {{sessionKey, tr("%1 exists already: choose another file.").arg(sessionFile())}};
    }
    return {};
}

QString SummaryPage::sessionFile() const
{
    const QString path = m_sessionFile->text().trimmed();
    return path.endsWith(u".culprit"_s) ? path : path + u".culprit"_s;
}

void SummaryPage::setSessionFile(const QString &path)
{
    m_sessionFile->setText(path);
}

void SummaryPage::setFolder(const QString &folder)
{
    m_folder = folder;
    m_proposedName.clear();
}

void SummaryPage::propose(const session::Setup &setup)
{
    const QString name = rangeName(setup.kernel);
    if (name != m_proposedName && m_sessionFile->text() == m_proposed) {
        m_proposedName = name;
        m_proposed = freeSessionFile(m_folder, name);
        const QSignalBlocker quiet(this);
        m_sessionFile->setText(m_proposed);
    }
}

void SummaryPage::showSetup(const QList<const SetupPage *> &pages, const session::Setup &setup)
{
    qsizetype captionWidth = 0;
    for (const SetupPage *page : pages) {
        for (const auto &[caption, value] : page->values()) {
            captionWidth = std::max(captionWidth, std::min(caption.size() + 1, widestCaption));
        }
    }
    QString text;
    for (const SetupPage *page : pages) {
        const auto values = page->values();
        text += (text.isEmpty() ? QString() : u"\n"_s) + page->title() + u'\n';
        for (const auto &[caption, value] : values) {
            QString begin = caption + u':';
            if (begin.size() > captionWidth) {
                text += u"  "_s + begin + u'\n'; // its value stands below it, in the column of the others
                begin.clear();
            }
            text += u"  "_s + begin.leftJustified(captionWidth) + u' ' + widgets::oneLine(value) + u'\n';
        }
    }
    m_values->showUtf8(text.toUtf8());
    m_toml->showUtf8(session::formatSetup(setup));
}

void SummaryPage::showOutlook(const Outlook &outlook)
{
    m_time->setText(outlook.time);
    m_disk->setText(outlook.disk);
}

} // namespace culprit::app
