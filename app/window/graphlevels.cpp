// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/graphlevels.h"

#include "app/window/actions.h"
#include "app/window/firstparents.h"
#include "engine/conductor/onworker.h"
#include "widgets/direction.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace culprit::app
{

using Level = widgets::HistoryModel::Level;

namespace
{

constexpr auto levelKey = "graph/level";
constexpr auto firstParentsKey = "graph/firstParents";

} // namespace

GraphLevels::GraphLevels(widgets::HistoryModel &model, QSettings &settings, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_settings(settings),
      m_separator(new QAction(this)),
      m_firstParents(new QAction(tr("First &parents only"), this)),
      m_wanted(settings.value(firstParentsKey, false).toBool()),
      m_note(new QLabel)
{
    m_note->setTextFormat(Qt::RichText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setMargin(m_note->fontMetrics().height() / 4);
    m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->installEventFilter(this);
    m_note->hide();
    connect(m_note, &QLabel::linkActivated, this, [this] {
        wantFirstParents(false);
        set(Level::Whole);
    });
    makeLevels();
    makeFirstParents();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &GraphLevels::follow);
    const int kept = m_settings.value(levelKey, static_cast<int>(Level::Whole)).toInt();
    set(kept >= 0 && kept < static_cast<int>(m_levels.size()) ? static_cast<Level>(kept) : Level::Whole);
    follow();
}

void GraphLevels::makeLevels()
{
    auto *group = new QActionGroup(this);
    const auto make = [&](Level level, const QString &text, const QString &tip, int key) {
        auto *action = new QAction(text, this);
        action->setCheckable(true);
        action->setToolTip(tip);
        action->setWhatsThis(tip);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(key)));
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, level] { set(level); });
        m_levels[static_cast<std::size_t>(level)] = action;
    };
    make(Level::Tested, tr("&Tested commits only"), tr("What was tested, and how many commits lie between"), Qt::Key_1);
    make(Level::Candidates, tr("&Candidates"), tr("What was tested, and what may still be the culprit"), Qt::Key_2);
    make(Level::Whole, tr("&Whole range"), tr("All commits between the good and the bad end"), Qt::Key_3);
}

void GraphLevels::makeFirstParents()
{
    m_separator->setSeparator(true);
    m_firstParents->setCheckable(true);
    m_firstParents->setShortcut(QKeySequence(Qt::ALT | Qt::Key_4));
    m_firstParents->setWhatsThis(
        tr("Of the level what the bad end leads to by first parents; a merge stands for what it merges"));
    connect(m_firstParents, &QAction::triggered, this, &GraphLevels::wantFirstParents);
}

QList<QAction *> GraphLevels::actions() const
{
    QList<QAction *> actions(m_levels.begin(), m_levels.end());
    return actions << m_separator << m_firstParents;
}

GraphLevels::Range GraphLevels::range() const
{
    const conductor::SnapshotPtr &snapshot = m_model.marks().snapshot();
    return snapshot ? snapshot->state->range : nullptr;
}

void GraphLevels::set(Level level)
{
    m_model.setLevel(level);
    m_settings.setValue(levelKey, static_cast<int>(level));
    m_levels[static_cast<std::size_t>(level)]->setChecked(true);
    describe();
}

void GraphLevels::wantFirstParents(bool wanted)
{
    m_wanted = wanted;
    m_settings.setValue(firstParentsKey, wanted);
    m_failure.clear();
    if (!wanted && m_read) {
        m_read.reset();
        m_model.setFirstParents({}, {});
    }
    follow();
}

/// After the range has become another one, or what is wanted of it.
void GraphLevels::follow()
{
    const Range now = range();
    const bool hasTree = now && !m_model.marks().snapshot()->state->setup().kernel.repo.isEmpty();
    Actions::set(m_firstParents, hasTree,
                 now ? tr("It takes the kernel tree, which the session lacks") : tr("No session is open"));
    if (m_read && m_read != now) {
        m_read.reset();
        m_failure.clear();
    }
    m_firstParents->setChecked(m_wanted && hasTree && m_failure.isEmpty());
    if (m_firstParents->isChecked() && !m_read) {
        readFirstParents(now);
    }
    describe();
}

void GraphLevels::readFirstParents(const Range &range)
{
    m_read = range;
    m_isReading = true;
    conductor::onWorker(
        this, [state = m_model.marks().snapshot()->state] { return firstParentsOf(*state); },
        [this, range](const Result<std::vector<bool>> &line) { takeFirstParents(range, line); });
}

void GraphLevels::takeFirstParents(const Range &range, const Result<std::vector<bool>> &line)
{
    if (m_read != range) {
        return;
    }
    m_isReading = false;
    if (line) {
        m_model.setFirstParents(range, *line);
    } else {
        m_failure = QString::fromStdString(line.error().message);
        follow();
    }
}

void GraphLevels::setChosen(const std::optional<history::ObjectId> &commit)
{
    if (m_chosen != commit) {
        m_chosen = commit;
        describe();
    }
}

/// What is left out, a sentence; empty: nothing is.
QString GraphLevels::limits() const
{
    const bool firstParents = m_model.showsFirstParents();
    switch (m_model.level()) {
    case Level::Tested:
        return firstParents ? tr("Only tested commits on the first-parent line of the %L1 are shown.")
                            : tr("Only tested commits of the %L1 are shown.");
    case Level::Candidates:
        return firstParents ? tr("Only tested commits and candidates on the first-parent line of the %L1 are shown.")
                            : tr("Only tested commits and candidates of the %L1 are shown.");
    case Level::Whole:
        break;
    }
    return firstParents ? tr("Only commits on the first-parent line of the %L1 are shown.") : QString();
}

QString GraphLevels::whyHidden() const
{
    const bool isHidden = m_chosen && m_model.marks().find(*m_chosen) && m_model.rowOf(*m_chosen) < 0;
    return isHidden
               ? tr("%1 is not among them.").arg(widgets::leftToRight(QString::fromStdString(m_chosen->shortHex())))
               : QString();
}

/// A label keeps the colour that links had when its text was set.
bool GraphLevels::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        describe();
    }
    return QObject::eventFilter(watched, event);
}

void GraphLevels::describe()
{
    QStringList sentences;
    QString more;
    if (const QString left = limits(); m_model.commits() > 0 && !left.isEmpty()) {
        sentences << left.arg(m_model.commits()) << whyHidden();
        more = u" <a href=\"all\" style=\"color: %1\">%2</a>"_s.arg(m_note->palette().link().color().name(),
                                                                    tr("Show all").toHtmlEscaped());
    }
    if (!m_failure.isEmpty()) {
        sentences << tr("First parents are not known: %1").arg(m_failure);
    } else if (m_read && m_isReading) {
        sentences << tr("Reading which commits are on the first-parent line…");
    }
    sentences.removeAll(QString());
    m_note->setText(sentences.join(u' ').toHtmlEscaped() + more);
    m_note->setVisible(!sentences.isEmpty());
}

} // namespace culprit::app
