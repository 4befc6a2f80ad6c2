// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/graphlevels.h"

#include <QAction>
#include <QActionGroup>
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

} // namespace

GraphLevels::GraphLevels(widgets::HistoryModel &model, QSettings &settings, QObject *parent)
    : QObject(parent), m_model(model), m_settings(settings), m_note(new QLabel)
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
        m_actions[static_cast<std::size_t>(level)] = action;
    };
    make(Level::Tested, tr("&Tested commits only"), tr("What was tested, and how many commits lie between"), Qt::Key_1);
    make(Level::Candidates, tr("&Candidates"), tr("What was tested, and what may still be the culprit"), Qt::Key_2);
    make(Level::Whole, tr("&Whole range"), tr("All commits between the good and the bad end"), Qt::Key_3);
    m_note->setTextFormat(Qt::RichText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setMargin(m_note->fontMetrics().height() / 4);
    m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_note->hide();
    connect(m_note, &QLabel::linkActivated, this, [this] { set(Level::Whole); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &GraphLevels::describe);
    const int kept = m_settings.value(levelKey, static_cast<int>(Level::Whole)).toInt();
    set(kept >= 0 && kept < static_cast<int>(m_actions.size()) ? static_cast<Level>(kept) : Level::Whole);
}

void GraphLevels::set(Level level)
{
    m_model.setLevel(level);
    m_settings.setValue(levelKey, static_cast<int>(level));
    m_actions[static_cast<std::size_t>(level)]->setChecked(true);
    describe();
}

void GraphLevels::describe()
{
    const int commits = m_model.commits();
    const bool isWhole = m_model.level() == Level::Whole;
    if (!isWhole && commits > 0) {
        const QString text = m_model.level() == Level::Tested
                                 ? tr("Only tested commits of the %L1 are shown.")
                                 : tr("Only tested commits and candidates of the %L1 are shown.");
        m_note->setText(
            u"%1 <a href=\"all\">%2</a>"_s.arg(text.arg(commits).toHtmlEscaped(), tr("Show all").toHtmlEscaped()));
    }
    m_note->setVisible(!isWhole && commits > 0);
}

} // namespace culprit::app
