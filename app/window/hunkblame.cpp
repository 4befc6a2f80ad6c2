// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/hunkblame.h"

#include "widgets/blameview.h"
#include "widgets/commitview.h"
#include "widgets/diffview.h"

namespace culprit::app
{

HunkBlame::HunkBlame(widgets::CommitView &view, QObject *parent) : QObject(parent), m_view(view)
{
    connect(&m_view, &widgets::CommitView::blameWanted, this, &HunkBlame::ask);
    connect(m_view.diff(), &widgets::DiffView::blameUnwanted, this, [this] { m_query.reset(); });
}

void HunkBlame::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_repository = snapshot ? snapshot->state->setup().kernel.repo : QString();
    m_view.diff()->setBlameBlocked(!snapshot                ? tr("No session is open")
                                   : m_repository.isEmpty() ? tr("It takes the kernel tree, which the session lacks")
                                                            : QString());
}

void HunkBlame::ask(const history::ObjectId &commit, const std::string &path, const history::LineSpan &lines)
{
    m_query =
        std::make_unique<conductor::BlameQuery>(conductor::BlameQuery::Question{m_repository, commit, path, lines});
    connect(m_query.get(), &conductor::BlameQuery::finished, this,
            [this](const Result<std::vector<history::BlamedLines>> &blamed) {
                if (blamed) {
                    m_view.diff()->blame()->showLines(*blamed);
                } else {
                    m_view.diff()->blame()->showError(QString::fromStdString(blamed.error().message));
                }
            });
    m_query->start();
}

} // namespace culprit::app
