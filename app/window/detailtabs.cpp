// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/detailtabs.h"

#include "app/cli/report.h"
#include "app/window/panes.h"
#include "app/window/sessionslot.h"
#include "widgets/auditview.h"
#include "widgets/commitview.h"
#include "widgets/configview.h"
#include "widgets/decisionview.h"
#include "widgets/reportview.h"
#include "widgets/titlesview.h"

#include <QFileInfo>
#include <QTabWidget>

#include <utility>

namespace culprit::app
{

DetailTabs::DetailTabs(const Panes &panes, const SessionSlot &session, QObject *parent)
    : QObject(parent), m_panes(panes), m_session(session)
{
    connect(m_panes.config, &widgets::ConfigView::comparisonWanted, this, [this](LogId before, LogId after) {
        m_session.engine().compareConfigs(
            before, after, m_panes.config,
            [view = m_panes.config, before, after](const auto &changes) { view->showChanges(before, after, changes); });
    });
    connect(m_panes.audit, &widgets::AuditView::auditWanted, this, &DetailTabs::audit);
}

void DetailTabs::forget()
{
    m_auditing = false;
    m_auditAgain = false;
}

void DetailTabs::show(const conductor::SnapshotPtr &snapshot, const std::optional<history::ObjectId> &revision)
{
    const QWidget *shown = m_panes.details->currentWidget();
    if (shown == m_panes.decision) {
        m_panes.decision->setSnapshot(snapshot);
    } else if (shown == m_panes.config) {
        m_panes.config->show(snapshot, revision);
    } else if (shown == m_panes.titles) {
        m_panes.titles->setSnapshot(snapshot);
    } else if (shown == m_panes.audit) {
        m_panes.audit->setSnapshot(snapshot);
        m_panes.audit->setRevision(revision);
    } else if (shown == m_panes.report && (m_reported.state != snapshot->state || m_reported.plan != snapshot->plan)) {
        m_reported = *snapshot;
        m_panes.report->setReport(tr("Report of %1").arg(QFileInfo(snapshot->path).fileName()), reportText(*snapshot));
    }
}

/// One at a time: while events come faster than they can be weighed, those between are left out.
void DetailTabs::audit()
{
    if (std::exchange(m_auditing, true)) {
        m_auditAgain = true;
        return;
    }
    const conductor::Engine *asked = &m_session.engine();
    m_session.engine().audit(this, [this, asked](const conductor::SnapshotPtr &of, const auto &audit) {
        if (asked != &m_session.engine()) {
            return;
        }
        m_panes.audit->setAudit(of->state, audit);
        m_auditing = false;
        if (std::exchange(m_auditAgain, false)) {
            this->audit();
        }
    });
}

} // namespace culprit::app
