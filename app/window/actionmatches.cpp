// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/actionmatches.h"

#include "widgets/plaintext.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

enum Fit { No, Scattered, Elsewhere, Inside, AtWord, AtStart };

QString plainText(QString text)
{
    text = widgets::withoutMnemonic(text);
    // Panes are numbered, and checkable buttons show their state by a sign.
    while (!text.isEmpty() && !text.front().isLetter()) {
        text.removeFirst();
    }
    return text;
}

bool hasLettersOf(const QString &word, const QString &text)
{
    qsizetype at = 0;
    for (const QChar letter : text) {
        at += at < word.size() && letter.toCaseFolded() == word.at(at).toCaseFolded() ? 1 : 0;
    }
    return at == word.size();
}

Fit fitOf(const QString &word, const NamedAction &named)
{
    const qsizetype at = named.text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0) {
        return AtStart;
    }
    if (named.text.contains(u' ' + word, Qt::CaseInsensitive)) {
        return AtWord;
    }
    if (at > 0) {
        return Inside;
    }
    if (named.path.contains(word, Qt::CaseInsensitive) ||
        named.action->whatsThis().contains(word, Qt::CaseInsensitive)) {
        return Elsewhere;
    }
    return hasLettersOf(word, named.text) ? Scattered : No;
}

void collect(const QList<QAction *> &actions, const QString &path, QList<NamedAction> &into)
{
    for (QAction *action : actions) {
        if (const QMenu *menu = action->menu()) {
            const QString name = plainText(action->text());
            collect(menu->actions(), path.isEmpty() ? name : path + u" \u203a "_s + name, into);
        } else if (!action->isSeparator()) {
            into << named(action, path);
        }
    }
}

} // namespace

NamedAction named(QAction *action, const QString &path)
{
    return {action, plainText(action->text()), path};
}

QList<NamedAction> actionsOf(const QMenuBar &bar)
{
    QList<NamedAction> actions;
    collect(bar.actions(), {}, actions);
    return actions;
}

int fitOf(const QStringList &words, const NamedAction &action)
{
    int sum = 1;
    for (const QString &word : words) {
        const Fit fit = fitOf(word, action);
        if (fit == No) {
            return 0;
        }
        sum += fit;
    }
    return sum;
}

void ActionMatches::setActions(const QList<NamedAction> &actions)
{
    m_actions = actions;
    refill();
}

void ActionMatches::setQuery(const QString &query)
{
    m_words = query.left(200).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    refill();
}

void ActionMatches::refill()
{
    struct Ranked {
        std::pair<int, bool> rank;
        NamedAction action;
    };
    QList<Ranked> ranked;
    for (const NamedAction &action : std::as_const(m_actions)) {
        if (const int fit = action.action ? fitOf(m_words, action) : 0; fit > 0) {
            ranked << Ranked{{fit, action.action->isEnabled()}, action};
        }
    }
    if (!m_words.isEmpty()) {
        std::ranges::stable_sort(ranked, std::ranges::greater(), &Ranked::rank);
    }
    beginResetModel();
    m_matches.clear();
    for (const Ranked &match : std::as_const(ranked)) {
        m_matches << match.action;
    }
    endResetModel();
}

QAction *ActionMatches::actionAt(const QModelIndex &index) const
{
    return index.isValid() ? m_matches.at(index.row()).action.data() : nullptr;
}

int ActionMatches::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

int ActionMatches::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ActionMatches::data(const QModelIndex &index, int role) const
{
    const QAction *action = actionAt(index);
    if (action == nullptr) {
        return {};
    }
    const NamedAction &match = m_matches.at(index.row());
    const bool enabled = action->isEnabled();
    const QString where = widgets::oneLine(enabled ? match.path : action->toolTip());
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Text ? match.text : index.column() == Where ? where : key;
    case Qt::CheckStateRole:
        return index.column() == Text && action->isCheckable()
                   ? QVariant(action->isChecked() ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case Qt::ToolTipRole:
        return widgets::toolTipOf(enabled && !action->whatsThis().isEmpty() ? action->whatsThis() : action->toolTip());
    case Qt::AccessibleTextRole:
        return index.column() == Text ? u"%1, %2, %3"_s.arg(match.text, where, key) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Key ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags ActionMatches::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    const QAction *action = actionAt(index);
    const Qt::ItemFlags base = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return action != nullptr && action->isEnabled() ? base | Qt::ItemIsEnabled : base;
}

} // namespace culprit::app
