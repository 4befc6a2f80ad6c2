// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/revisioncompleter.h"

#include <QLineEdit>
#include <QStringListModel>

namespace culprit::app
{

namespace
{

/// Where the last word of a text begins.
qsizetype lastWord(const QString &text)
{
    return text.lastIndexOf(u' ') + 1;
}

} // namespace

RevisionCompleter::RevisionCompleter(QObject *parent) : QCompleter(parent), m_names(new QStringListModel(this))
{
    setModel(m_names);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setModelSorting(QCompleter::UnsortedModel);
    setMaxVisibleItems(12);
}

void RevisionCompleter::setNames(const QStringList &names)
{
    m_names->setStringList(names);
}

QStringList RevisionCompleter::splitPath(const QString &path) const
{
    return {path.sliced(lastWord(path))};
}

QString RevisionCompleter::pathFromIndex(const QModelIndex &index) const
{
    const auto *edit = qobject_cast<const QLineEdit *>(widget());
    const QString before = edit != nullptr ? edit->text() : QString();
    return before.first(lastWord(before)) + index.data().toString();
}

} // namespace culprit::app
