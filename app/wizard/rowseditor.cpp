// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/rowseditor.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

#include <algorithm>

namespace culprit::app
{

RowsEditor::RowsEditor(const QString &name, const QList<Column> &columns)
    : m_table(new QTableWidget(0, int(columns.size()))), m_remove(new QPushButton(tr("Remo&ve row")))
{
    for (int column = 0; column < columns.size(); ++column) {
        auto *header = new QTableWidgetItem(columns[column].title);
        header->setToolTip(columns[column].tip);
        m_table->setHorizontalHeaderItem(column, header);
    }
    m_table->setAccessibleName(name);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setMinimumHeight(fontMetrics().height() * 6);
    setFocusProxy(m_table);
    auto *add = new QPushButton(tr("Add ro&w"));
    add->setToolTip(tr("Add an empty row to \"%1\"").arg(name));
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
    });
    connect(m_remove, &QPushButton::clicked, this, &RowsEditor::removeRow);
    connect(m_table, &QTableWidget::itemChanged, this, &RowsEditor::changed);
    connect(m_table, &QTableWidget::currentCellChanged, this, &RowsEditor::allowRemoval);
    allowRemoval();
}

void RowsEditor::setRows(const QList<QStringList> &rows)
{
    m_table->setRowCount(0);
    for (const QStringList &row : rows) {
        addRow(row);
    }
    allowRemoval();
    Q_EMIT changed();
}

QList<QStringList> RowsEditor::rows() const
{
    QList<QStringList> rows;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            texts += m_table->item(row, column)->text().trimmed();
        }
        if (!std::ranges::all_of(texts, &QString::isEmpty)) {
            rows += texts;
        }
    }
    return rows;
}

void RowsEditor::addRow(const QStringList &texts)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->setItem(row, column, new QTableWidgetItem(texts.value(column)));
    }
}

void RowsEditor::removeRow()
{
    m_table->removeRow(m_table->currentRow());
    allowRemoval();
    Q_EMIT changed();
}

void RowsEditor::allowRemoval()
{
    const bool isChosen = m_table->currentRow() >= 0;
    m_remove->setEnabled(isChosen);
    m_remove->setToolTip(isChosen ? tr("Remove the row that the cursor is in") : tr("Put the cursor into a row first"));
}

} // namespace culprit::app
