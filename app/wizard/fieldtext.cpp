// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/fieldtext.h"

#include "app/wizard/rowseditor.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace culprit::app
{

QString fieldText(const QWidget &editor)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(&editor)) {
        const QString text = edit->text().trimmed();
        return !text.isEmpty() || edit->placeholderText().isEmpty() ? text : u'(' + edit->placeholderText() + u')';
    }
    if (const auto *choice = qobject_cast<const QComboBox *>(&editor)) {
        return choice->currentText();
    }
    if (const auto *check = qobject_cast<const QCheckBox *>(&editor)) {
        return check->isChecked() ? QCoreApplication::translate("FieldText", "yes")
                                  : QCoreApplication::translate("FieldText", "no");
    }
    if (const auto *number = qobject_cast<const QAbstractSpinBox *>(&editor)) {
        return number->text();
    }
    if (const auto *rows = qobject_cast<const RowsEditor *>(&editor)) {
        QStringList lines;
        for (QStringList row : rows->rows()) {
            row.removeAll(QString());
            lines += row.join(u' ');
        }
        return lines.join(u"; "_s);
    }
    return {};
}

bool isBlank(const QWidget &editor)
{
    const auto *edit = qobject_cast<const QLineEdit *>(&editor);
    return edit != nullptr && edit->text().trimmed().isEmpty();
}

} // namespace culprit::app
