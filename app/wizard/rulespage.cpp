// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/rulespage.h"

#include "app/wizard/equivalents.h"
#include "app/wizard/quantityfield.h"
#include "engine/conductor/onworker.h"
#include "engine/crash/extractor.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr qint64 largestLog = 256 << 20; // bytes
constexpr int mostCounted = 1'000'000;   // as SETUP.toml allows

} // namespace

RulesPage::RulesPage()
    : SetupPage(tr("Verdict rules"), tr("What counts as the bug, and when is the search sure?"), u"rules"_s)
{
    addTitle();
    addSearch();
    addLimits();
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &RulesPage::showStrategy);
    showStrategy();
    watchFields();
}

void RulesPage::addTitle()
{
    m_title = new QLineEdit;
    m_title->setPlaceholderText(tr("learnt at the bad end"));
    auto *fromLog = new QPushButton(tr("&From a log…"));
    fromLog->setToolTip(tr("Take the title of the first crash in a console log"));
    auto *paste = new QPushButton(tr("&Paste a report"));
    paste->setToolTip(tr("Take the title of the first crash in the clipboard's text"));
    paste->setObjectName(u"paste"_s);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_title, 1);
    layout->addWidget(fromLog);
    layout->addWidget(paste);
    addField(u"test.title"_s, tr("Crash titl&e"),
             tr("Title of the crash that is searched for. Other crashes count for nothing, until you say that they are "
                "the same bug. Left empty, it is learnt from what the bad end does"),
             m_title, row);
    connect(fromLog, &QPushButton::clicked, this, &RulesPage::takeTitleOfFile);
    connect(paste, &QPushButton::clicked, this,
            [this] { takeTitleOf(QGuiApplication::clipboard()->text().toUtf8(), tr("The clipboard")); });
    connect(m_title, &QLineEdit::textEdited, this, [this] { note(u"test.title"_s, {}); });
}

void RulesPage::addSearch()
{
    m_strategy = addChoice(u"search.strategy"_s, tr("&Search"),
                           tr("By probability: a bug that does not show in each run misleads nobody, and runs go where "
                              "they tell most. The default.\nBy halving: a fixed number of runs makes a verdict, and "
                              "each verdict is believed."));
    addWords(*m_strategy, {{tr("by probability"), u"bayes"_s}, {tr("by halving, as git bisect"), u"halving"_s}});
    m_confidence = new QDoubleSpinBox;
    m_confidence->setRange(50, 99.9);
    m_confidence->setDecimals(1);
    m_confidence->setSingleStep(0.5);
    m_confidence->setSuffix(tr(" %"));
    m_confidence->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addField(u"search.confidence"_s, tr("Confi&dence"),
             tr("How sure the culprit must be for the search to end, in percent. The default is 99 %"), m_confidence,
             m_confidence);
    m_weighed = addCheck(u"search.prior"_s, tr("Suspect &commits around the crash first"),
                         tr("Commits that touch what is on the crash's stack are more likely the culprit, those that "
                            "touch nothing this kernel is built of hardly are.\nIf that misleads, it costs two builds "
                            "at most. On by default"));
    m_runs = addNumber(u"test.runs"_s, tr("Runs a re&vision"),
                       tr("For a verdict; both ends of the range get twice as many. The default is 10"), 1, 1000);
    m_revert = addCheck(u"search.revert"_s, tr("&Revert the culprit on the newest end, once it is confirmed"),
                        tr("One more kernel: it shows whether the culprit alone makes the bug there. The repository is "
                           "not touched. On by default"));
}

void RulesPage::addLimits()
{
    m_timeLimit = new DurationField(DurationField::Blank::Zero);
    m_timeLimit->setPlaceholderText(tr("no limit"));
    addField(u"search.time_limit"_s, tr("Pause after ti&me"),
             tr("How long the search may work until you start it again: 8h, 90m. No limit by default"), m_timeLimit,
             m_timeLimit);
    const auto addLimit = [this](const QString &key, const QString &caption, const QString &tip) {
        QSpinBox *limit = addNumber(key, caption, tip, 0, mostCounted);
        limit->setSpecialValueText(tr("no limit"));
        return limit;
    };
    m_runLimit = addLimit(u"search.run_limit"_s, tr("Pause after r&uns"),
                          tr("How many runs may be started until you start it again. No limit by default"));
    m_buildLimit = addLimit(u"search.build_limit"_s, tr("Pause after &builds"),
                            tr("How many kernels may be built until you start it again; those that the cache has do "
                               "not count. No limit by default"));
}

bool RulesPage::isHalving() const
{
    return m_strategy->currentData() == u"halving"_s;
}

void RulesPage::showStrategy()
{
    setCounts(u"search.confidence"_s, !isHalving(), tr("Halving believes each verdict: it knows no doubt"));
    setCounts(u"search.prior"_s, !isHalving(), tr("Halving holds all commits for equally suspicious"));
    setCounts(u"test.runs"_s, isHalving(), tr("The search by probability decides how many runs a revision is worth"));
    note(u"test.runs"_s, isHalving() ? tr("twice as many at both ends") : tr("as many as tell something"));
}

void RulesPage::takeTitleOfFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Console log"));
    if (path.isEmpty()) {
        return;
    }
    conductor::onWorker(
        this,
        [path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.read(largestLog) : QByteArray();
        },
        [this, path](const QByteArray &console) { takeTitleOf(console, path); });
}

void RulesPage::takeTitleOf(const QByteArray &console, const QString &name)
{
    conductor::onWorker(
        this, [console] { return crash::extract({console.constData(), static_cast<std::size_t>(console.size())}); },
        [this, name](const std::optional<crash::Report> &report) {
            if (report) {
                m_title->setText(QString::fromStdString(report->title));
                m_title->setCursorPosition(0);
            }
            note(u"test.title"_s, report ? QString() : tr("%1 holds no crash report.").arg(name));
        });
}

void RulesPage::read(const session::Setup &setup)
{
    m_title->setText(setup.test.title);
    choose(*m_strategy, setup.search.strategy == session::Strategy::Halving ? u"halving"_s : u"bayes"_s);
    m_confidence->setValue(setup.search.confidencePermille / 10.0);
    m_weighed->setChecked(setup.search.weighed);
    m_runs->setValue(setup.test.runs);
    m_revert->setChecked(setup.search.revert);
    m_timeLimit->setValue(setup.search.timeLimit);
    m_runLimit->setValue(setup.search.runLimit);
    m_buildLimit->setValue(setup.search.buildLimit);
}

void RulesPage::write(session::Setup &setup) const
{
    const session::Setup::Search defaults;
    setup.test.title = m_title->text().trimmed();
    setup.test.runs = m_runs->value();
    setup.search.strategy = isHalving() ? session::Strategy::Halving : session::Strategy::Bayes;
    setup.search.confidencePermille =
        isHalving() ? defaults.confidencePermille : int(std::lround(m_confidence->value() * 10));
    setup.search.weighed = isHalving() ? defaults.weighed : m_weighed->isChecked();
    setup.search.revert = m_revert->isChecked();
    setup.search.timeLimit = m_timeLimit->value().value_or(setup.search.timeLimit);
    setup.search.runLimit = m_runLimit->value();
    setup.search.buildLimit = m_buildLimit->value();
}

QString RulesPage::commands(const session::Setup &setup) const
{
    return ruleCommands(setup);
}

} // namespace culprit::app
