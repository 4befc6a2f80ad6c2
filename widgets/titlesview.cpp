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
    m_target->setToolTip(tr("This crash is the bug that is searched for: it makes a run count as bad"));
    m_unrelated->setToolTip(tr("This crash is another bug: a run that ends in it is no witness"));
    m_automatic->setToolTip(tr("Take your decision back and let the rules decide"));
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
    m_readOnly = !snapshot || snapshot->readOnly;
    m_model->setSnapshot(snapshot);
    refresh();
}

void TitlesView::refresh()
{
    const session::TitleState *title = m_model->titleAt(m_table->currentIndex());
    const bool can = title != nullptr && !m_readOnly;
    m_chosen->setText(m_model->rowCount() == 0 ? tr("No run has crashed so far.")
                      : title == nullptr       ? tr("Select a crash title to say what it is to this session.")
                                               : oneLine(title->title, 120));
    m_target->setEnabled(can && (!title->judged || *title->judged != Relevance::Target));
    m_unrelated->setEnabled(can && (!title->judged || *title->judged != Relevance::Unrelated));
    m_automatic->setEnabled(can && title->judged.has_value());
}

void TitlesView::choose(std::optional<Relevance> relevance)
{
    if (const session::TitleState *title = m_model->titleAt(m_table->currentIndex())) {
        Q_EMIT relevanceChosen(title->title, relevance);
    }
}

} // namespace culprit::widgets
