// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/framemenu.h"

#include "app/window/commitchoice.h"
#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "app/window/panes.h"
#include "engine/exchange/facts.h"
#include "widgets/codeedit.h"
#include "widgets/consoleview.h"
#include "widgets/plaintext.h"
#include "widgets/reportview.h"
#include "widgets/titlesview.h"

#include <QMenu>

#include <algorithm>

namespace culprit::app
{

using history::ObjectId;

namespace
{

/// Foreign text for a menu: the end tells more of a path than its beginning.
QString menuText(const std::string &text)
{
    constexpr qsizetype longest = 60;
    QString line = widgets::oneLine(QString::fromStdString(text));
    if (line.size() > longest) {
        line = u'…' + line.last(longest);
    }
    return line.replace(u'&', QStringLiteral("&&"));
}

} // namespace

FrameMenu::FrameMenu(const Panes &panes, const CommitChoice &choice, QObject *parent)
    : QObject(parent), m_choice(choice)
{
    const auto watchLog = [this](const LogPane *pane) {
        watch(pane->view()->edit(), [this, view = pane->view()] { return revisionOf(view->log()); });
    };
    watchLog(panes.consoles->active());
    watchLog(panes.buildLog);
    connect(panes.consoles, &ConsoleWall::added, this, watchLog);
    watch(panes.titles->crash(), [titles = panes.titles] { return titles->shownRevision(); });
    watch(panes.report->text(), [this] { return reportedRevision(); });
}

void FrameMenu::watch(widgets::CodeEdit *text, const Revision &revision)
{
    connect(text, &widgets::CodeEdit::menuAboutToShow, this, [this, text, revision](QMenu *menu, int line) {
        if (const auto source = crash::frameSourceOf(text->lineUtf8(line).toStdString())) {
            offer(menu, *source, revision());
        }
    });
}

void FrameMenu::offer(QMenu *menu, const crash::FrameSource &source, const ObjectId &of)
{
    const auto commit = m_choice.current();
    const QString hash = commit ? QString::fromStdString(commit->shortHex()) : tr("the selected commit");
    const QString text = source.file.empty() ? tr("&Look for %1 in the diff of %2").arg(menuText(source.function), hash)
                                             : tr("Sho&w %1 in the diff of %2").arg(menuText(source.file), hash);
    menu->addSeparator();
    QAction *show = menu->addAction(text, this, [this, commit, source, of] {
        if (commit) {
            Q_EMIT wanted(*commit, {source, of});
        }
    });
    show->setEnabled(commit.has_value());
    show->setToolTip(!commit               ? tr("Select a commit first")
                     : source.file.empty() ? tr("By the names in the hunks' headings: the frame names no line")
                                           : tr("To the hunk that has the line, or the one nearest to it"));
    menu->setToolTipsVisible(true);
}

/// Of the crash in the report; null: there is none.
ObjectId FrameMenu::reportedRevision() const
{
    const session::RunState *run =
        m_snapshot ? exchange::shownCrash(*m_snapshot->state, m_snapshot->plan->culprit) : nullptr;
    return run == nullptr ? ObjectId() : run->started.revision;
}

/// Whose run or build wrote the log.
ObjectId FrameMenu::revisionOf(LogId log) const
{
    if (m_snapshot) {
        for (const auto &[id, run] : m_snapshot->state->runs) {
            if (run.started.console == log) {
                return run.started.revision;
            }
        }
        for (const auto &[id, build] : m_snapshot->state->builds) {
            if (build.started.log == log) {
                return build.started.revision;
            }
        }
    }
    return {};
}

} // namespace culprit::app
