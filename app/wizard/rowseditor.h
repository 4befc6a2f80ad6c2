// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QPushButton;
class QTableWidget;

namespace culprit::app
{

/// A small table that is typed into.
class RowsEditor final : public QWidget
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        QString tip;
    };
    RowsEditor(const QString &name, const QList<Column> &columns);

    void setRows(const QList<QStringList> &rows);
    /// One text for each column, trimmed; rows without any text are left out.
    [[nodiscard]] QList<QStringList> rows() const;

Q_SIGNALS:
    void changed();

private:
    void addRow(const QStringList &texts);
    void removeRow();
    void allowRemoval();

    QTableWidget *m_table = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace culprit::app
