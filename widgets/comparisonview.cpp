// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparisonview.h"

#include "widgets/plaintext.h"
#include "widgets/rowtable.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace culprit::widgets
{

namespace
{

QString valueText(const QString &value)
{
    return value.isEmpty() ? ComparisonView::tr("not set") : oneLine(value, 80);
}

QString summaryText(const ComparisonModel &model, const std::pair<QString, QString> &names)
{
    const conductor::Comparison &comparison = model.comparison();
    QStringList lines{comparison.sameAnswer ? ComparisonView::tr("The same answer.")
                                            : ComparisonView::tr("Not the same answer.")};
    lines << ComparisonView::tr("%1: %2").arg(oneLine(names.first, 80), model.answerText(comparison.first));
    lines << ComparisonView::tr("%1: %2").arg(oneLine(names.second, 80), model.answerText(comparison.second));
    if (!comparison.howTheyPart.isEmpty()) {
        lines << ComparisonView::tr("Where they part: %1").arg(oneLine(comparison.howTheyPart, 1000));
    }
    for (const session::SettingDifference &setting : comparison.settings) {
        lines << ComparisonView::tr("Setting %1: %2 here, %3 there")
                     .arg(oneLine(setting.key, 80), valueText(setting.first), valueText(setting.second));
    }
    return lines.join(u'\n');
}

} // namespace

ComparisonView::ComparisonView(ComparisonModel *model, const std::pair<QString, QString> &names, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_summary(new QLabel(summaryText(*model, names))),
      m_table(new QTableView),
      m_onlyDifferences(new QCheckBox(tr("Only where the &verdicts differ")))
{
    m_model->setParent(this);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_summary->setAccessibleName(tr("Both answers"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Revisions of both sessions"));
    makeRowTable(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(ComparisonModel::Revision, unit * 44);
    header->resizeSection(ComparisonModel::First, unit * 34);
    header->resizeSection(ComparisonModel::Second, unit * 34);
    header->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_onlyDifferences);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &ComparisonView::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const conductor::ComparedRevision *revision = m_model->revisionAt(now)) {
            Q_EMIT revisionSelected(revision->revision);
        }
    });
}

QString ComparisonView::summary() const
{
    return m_summary->text();
}

void ComparisonView::filter()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const conductor::ComparedRevision *revision = m_model->revisionAt(m_model->index(row, 0));
        m_table->setRowHidden(row, m_onlyDifferences->isChecked() && !revision->differs);
    }
}

} // namespace culprit::widgets
