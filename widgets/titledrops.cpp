// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What drags and drops of TitlesModel say.
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"
#include "widgets/titlesmodel.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>
#include <memory>

namespace culprit::widgets
{

namespace
{

const QString format = QStringLiteral("application/x-culprit-crash-titles");

} // namespace

QStringList TitlesModel::mimeTypes() const
{
    return {format};
}

QMimeData *TitlesModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList titles;
    for (const QModelIndex &index : indexes) {
        const session::TitleState *title = titleAt(index);
        if (title != nullptr && !titles.contains(title->title)) {
            titles << title->title;
        }
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << titles;
    auto data = std::make_unique<QMimeData>();
    data->setData(format, bytes);
    return data.release();
}

TitlesModel::Drop TitlesModel::dropOf(const QMimeData &data, const QModelIndex &where) const
{
    QStringList titles;
    QDataStream stream(data.data(format));
    stream >> titles;
    const auto heading = headingAt(where);
    const auto isUnknown = [this](const QString &title) { return !m_headingOf.contains(title); };
    titles.removeIf(isUnknown);
    if (!m_blocked.isEmpty()) {
        return {{}, {}, m_blocked};
    }
    if (titles.isEmpty()) {
        return {{}, {}, tr("This is no crash title of the session.")};
    }
    if (!heading) {
        return {{}, {}, tr("Drop it on a heading, or on a title below it.")};
    }
    titles.removeIf([&](const QString &title) { return headings.at(m_headingOf.at(title)) == *heading; });
    if (titles.isEmpty()) {
        return {{}, {}, tr("It is below this heading already.")};
    }
    if (*heading != session::Relevance::Undecided) {
        return {titles, *heading, {}};
    }
    for (const QString &title : titles) {
        const session::TitleState *state = titleAt(indexOf(title));
        if (state->automatic != session::Relevance::Undecided) {
            return {{},
                    {},
                    tr("By the rules it is %1, so it cannot be undecided: %2")
                        .arg(relevanceText(state->automatic), oneLine(title))};
        }
    }
    return {titles, std::nullopt, {}};
}

bool TitlesModel::canDropMimeData(const QMimeData *data, Qt::DropAction /*action*/, int /*row*/, int /*column*/,
                                  const QModelIndex &parent) const
{
    return data->hasFormat(format) && dropOf(*data, parent).whyNot.isEmpty();
}

bool TitlesModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (canDropMimeData(data, action, row, column, parent)) {
        const Drop drop = dropOf(*data, parent);
        Q_EMIT dropped(drop.titles, drop.relevance);
    }
    return false;
}

} // namespace culprit::widgets
