// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/titlesview.h"

#include "widgets/plaintext.h"
#include "widgets/verdictstyle.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace culprit::widgets
{

using session::Relevance;

TitlesView::TitlesView(QWidget *parent)
    : QWidget(parent),
      m_model(new TitlesModel(this)),
      m_table(new QTableView),
      m_chosen(new QLabel),
      m_target(new QPushButton(VerdictStyle::icon(Mark::Bad), tr("&Target"))),
      m_unrelated(new QPushButton(VerdictStyle::icon(Mark::Skip), tr("&Unrelated"))),
      m_automatic(new QPushButton(tr("&Automatic")))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Crash titles"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layOut();

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TitlesView::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TitlesView::refresh);
    connect(m_target, &QPushButton::clicked, this, [this] { choose(Relevance::Target); });
    connect(m_unrelated, &QPushButton::clicked, this, [this] { choose(Relevance::Unrelated); });
    connect(m_automatic, &QPushButton::clicked, this, [this] { choose(std::nullopt); });
    refresh();
}

void TitlesView::layOut()
{
    const int unit = fontMetrics().averageCharWidth();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(TitlesModel::Relevance, unit * 18);
    header->resizeSection(TitlesModel::Title, unit * 46);
    header->resizeSection(TitlesModel::Type, unit * 12);
    header->resizeSection(TitlesModel::Runs, unit * 8);
    header->resizeSection(TitlesModel::Revisions, unit * 10);
    header->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);

    auto *buttons = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    buttons->setContentsMargins(gap, gap, gap, gap);
    buttons->addWidget(m_chosen, 1);
    buttons->addWidget(m_target);
    buttons->addWidget(m_unrelated);
    buttons->addWidget(m_automatic);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void TitlesView::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_blocked = !snapshot ? tr("No session is open") : snapshot->readOnly ? snapshot->readOnlyReason : QString();
    m_model->setSnapshot(snapshot);
    refresh();
}

void TitlesView::refresh()
{
    const session::TitleState *title = m_model->titleAt(m_table->currentIndex());
    m_chosen->setText(m_model->rowCount() == 0 ? tr("No run has crashed so far.")
                      : title == nullptr       ? tr("Select a crash title to say what it is to this session.")
                                               : oneLine(title->title, 120));
    const QString blocked = !m_blocked.isEmpty() ? m_blocked
                            : title == nullptr   ? tr("No crash title is selected")
                                                 : QString();
    const auto offer = [&](QPushButton *button, bool done, const QString &whyDone, const QString &effect) {
        button->setEnabled(blocked.isEmpty() && !done);
        button->setToolTip(toolTipOf(!blocked.isEmpty() ? blocked : done ? whyDone : effect));
    };
    const auto said = [title](Relevance relevance) {
        return title != nullptr && title->judged && *title->judged == relevance;
    };
    offer(m_target, said(Relevance::Target), tr("You said so already"),
          tr("This crash is the bug that is searched for: it makes a run count as bad"));
    offer(m_unrelated, said(Relevance::Unrelated), tr("You said so already"),
          tr("This crash is another bug: a run that ends in it is no witness"));
    offer(m_automatic, title != nullptr && !title->judged, tr("The rules decide: you have said nothing of this title"),
          tr("Take your decision back and let the rules decide"));
}

void TitlesView::choose(std::optional<Relevance> relevance)
{
    if (const session::TitleState *title = m_model->titleAt(m_table->currentIndex())) {
        Q_EMIT relevanceChosen(title->title, relevance);
    }
}

} // namespace culprit::widgets
