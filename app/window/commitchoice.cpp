// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/commitchoice.h"

#include "app/window/commitcontent.h"
#include "app/window/panes.h"
#include "app/window/sessionslot.h"
#include "widgets/commitview.h"
#include "widgets/decisionview.h"
#include "widgets/historyview.h"
#include "widgets/rangeribbon.h"
#include "widgets/stepsview.h"
#include "widgets/verdictbar.h"

namespace culprit::app
{

using conductor::SnapshotPtr;
using history::ObjectId;
using session::Verdict;

namespace
{

/// What the session keeps of a commit; only the hash of one that it does not know.
history::CommitInfo infoOf(const session::SessionState &state, const ObjectId &id)
{
    const history::CommitInfo *known = state.commit(id);
    history::CommitInfo info = known != nullptr ? *known : history::CommitInfo{};
    info.id = id;
    return info;
}

} // namespace

CommitChoice::CommitChoice(const Panes &panes, const SessionSlot &session, QObject *parent)
    : QObject(parent), m_panes(panes), m_session(session)
{
}

void CommitChoice::forget()
{
    m_snapshot.reset();
    m_selected.reset();
    m_followed.reset();
    m_shown.reset();
}

void CommitChoice::setSnapshot(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
}

std::optional<ObjectId> CommitChoice::current() const
{
    if (m_selected) {
        return m_selected;
    }
    if (m_snapshot && !m_snapshot->plan->revision.isNull() &&
        m_snapshot->plan->action != conductor::Plan::Action::MakeRevert) {
        return m_snapshot->plan->revision;
    }
    return m_snapshot ? m_snapshot->plan->culprit : std::nullopt;
}

void CommitChoice::update()
{
    const std::optional<ObjectId> id = current();
    m_panes.decision->setRevision(id);
    offer(id);
    if (!id) {
        return;
    }
    if (!m_selected && m_followed != id) {
        follow(*id);
    }
    if (m_shown != id) {
        read(*id);
    }
}

void CommitChoice::follow(const ObjectId &id)
{
    m_followed = id;
    const QSignalBlocker quiet(m_panes.history);
    m_panes.history->selectCommit(id, widgets::HistoryView::Place::Middle);
    m_panes.ribbon->selectCommit(id);
}

void CommitChoice::read(const ObjectId &id)
{
    m_shown = id;
    m_panes.commit->showPending(infoOf(*m_snapshot->state, id));
    m_session.engine().readCommit(id, this, [this, id](const session::CommitText &text) {
        if (m_shown == id && m_snapshot) {
            history::CommitInfo info = infoOf(*m_snapshot->state, id);
            if (info.subject.empty()) { // outside the range
                info.subject = text.message.section(u'\n', 0, 0).toStdString();
            }
            m_panes.commit->showCommit(info, commitContent(info, text));
        }
    });
}

void CommitChoice::offer(const std::optional<ObjectId> &id)
{
    m_panes.verdictBar->setBlocked(m_snapshot->readOnlyReason);
    m_panes.verdictBar->setDoubtful(static_cast<bool>(m_snapshot->state->search));
    const session::Setup::Kernel &kernel = m_snapshot->state->setup().kernel;
    const bool hasTerms = kernel.terms.isOwn();
    m_panes.verdictBar->setWords(hasTerms ? kernel.word(Verdict::Good) : QString(),
                                 hasTerms ? kernel.word(Verdict::Bad) : QString());
    if (!id) {
        m_panes.verdictBar->offer(std::nullopt);
        return;
    }
    const session::RevisionState *revision = m_snapshot->state->revision(*id);
    widgets::VerdictBar::Target target;
    target.id = *id;
    target.subject = QString::fromStdString(infoOf(*m_snapshot->state, *id).subject);
    target.verdict = revision ? revision->verdict() : Verdict::Undecided;
    target.judged = revision && (revision->judged || revision->thought);
    target.isRun = revision && revision->tally.ended() + revision->tally.running > 0;
    m_panes.verdictBar->offer(target);
}

void CommitChoice::select(const ObjectId &id)
{
    if (!m_snapshot) {
        return;
    }
    m_selected = id;
    m_followed.reset();
    const QSignalBlocker quietHistory(m_panes.history);
    const QSignalBlocker quietSteps(m_panes.steps);
    const QSignalBlocker quietRibbon(m_panes.ribbon);
    m_panes.history->selectCommit(id);
    m_panes.steps->selectRevision(id);
    m_panes.ribbon->selectCommit(id);
    update();
    Q_EMIT changed();
}

void CommitChoice::goToCurrent()
{
    m_selected.reset();
    m_followed.reset();
    if (m_snapshot) {
        update();
        Q_EMIT changed();
    }
}

} // namespace culprit::app
